/**
 * What waits: timers and requests, in virtual time.
 * https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers
 */
export interface Waiting {
  readonly handle: number;
  readonly job: number;
  readonly dueMs: number;
  readonly run: () => void;
  /** What happens when its time has come, in the words of the loop. */
  readonly why: 'timer-due' | 'response-arrived' | 'signal-aborts';
}

/** Nested deeper than this, a timer waits at least 4 ms. */
const DEEPEST_UNCLAMPED = 5;
const CLAMP_MS = 4;

/** `setTimeout`'s delay as HTML reads it: a 32-bit integer, not below 0, clamped when nested. */
export function delayOf(asked: number, nesting: number): number {
  const delay = Math.max(0, asked | 0);
  return nesting > DEEPEST_UNCLAMPED ? Math.max(CLAMP_MS, delay) : delay;
}

/** Those that wait, the next one first; equal times in the order they were asked for. */
export class WaitingRoom {
  private readonly heap: Waiting[] = [];
  private readonly gone = new Set<number>();

  add(waiting: Waiting): void {
    let at = this.heap.length;
    this.heap.push(waiting);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** The next that is still wanted. */
  peek(): Waiting | null {
    for (;;) {
      const [first] = this.heap;
      if (first === undefined) return null;
      if (!this.gone.delete(first.handle)) return first;
      this.pop();
    }
  }

  pop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink();
  }

  /** Takes one out before its time; its job's number, or `null` if it isn't here. */
  cancel(handle: number): number | null {
    const found = this.heap.find((waiting) => waiting.handle === handle);
    if (found === undefined || this.gone.has(handle)) return null;
    this.gone.add(handle);
    return found.job;
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      const child = this.smallerChild(at);
      if (child === -1 || !this.before(child, at)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private smallerChild(at: number): number {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    if (left >= this.heap.length) return -1;
    return right < this.heap.length && this.before(right, left) ? right : left;
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return false;
    return x.dueMs === y.dueMs ? x.handle < y.handle : x.dueMs < y.dueMs;
  }

  private swap(a: number, b: number): void {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return;
    this.heap[a] = y;
    this.heap[b] = x;
  }
}
