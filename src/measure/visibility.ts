import { pageTimers, type PageHost } from './host.ts';

export interface Visibility {
  readonly wasHidden: boolean;
  readonly hiddenMs: number;
  /** One sentence where the run can't count, else `null`. */
  readonly invalidReason: string | null;
}

/** `freeze`: https://wicg.github.io/page-lifecycle/ (a frozen page runs nothing at all). */
const EVENTS = ['visibilitychange', 'freeze', 'resume'] as const;

/** Watches whether the page is seen from `start()` to `stop()`. */
export class VisibilityWatch {
  readonly #page: PageHost;
  readonly #now: () => number;
  #since: number | null = null;
  #hiddenMs = 0;
  #wasHidden = false;
  #wasFrozen = false;

  constructor(page: PageHost = document, now: () => number = pageTimers.now) {
    this.#page = page;
    this.#now = now;
  }

  start(): void {
    this.stop();
    this.#since = null;
    this.#hiddenMs = 0;
    this.#wasHidden = false;
    this.#wasFrozen = false;
    for (const type of EVENTS) this.#page.addEventListener(type, this.#look);
    this.#look();
  }

  stop(): Visibility {
    for (const type of EVENTS) this.#page.removeEventListener(type, this.#look);
    this.#close();
    const hiddenMs = this.#hiddenMs;
    const wasHidden = this.#wasHidden || this.#page.hidden;
    return { wasHidden, hiddenMs, invalidReason: this.#reason(wasHidden, hiddenMs) };
  }

  #reason(wasHidden: boolean, hiddenMs: number): string | null {
    if (this.#wasFrozen) return 'The browser froze the page in the background: nothing of it ran.';
    return wasHidden ? hiddenReason(hiddenMs) : null;
  }

  // A blocked page hears that it was hidden only when it is free, perhaps when it is seen again: any event tells.
  readonly #look = (event?: unknown): void => {
    this.#close();
    if (isFreeze(event)) this.#wasFrozen = true;
    if (this.#page.hidden) this.#since = this.#now();
    if (this.#page.hidden || event !== undefined) this.#wasHidden = true;
  };

  #close(): void {
    if (this.#since !== null) this.#hiddenMs += this.#now() - this.#since;
    this.#since = null;
  }
}

function isFreeze(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && event.type === 'freeze';
}

function hiddenReason(hiddenMs: number): string {
  const time = hiddenMs < 100 ? 'a moment' : `${(hiddenMs / 1000).toFixed(1)} s`;
  return `The page was hidden for ${time}: a hidden page gets no frames.`;
}
