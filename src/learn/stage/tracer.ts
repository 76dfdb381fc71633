import type {
  EndEvent,
  Lane,
  PointEvent,
  SpanEnd,
  SpanMode,
  StartEvent,
  Trace,
  TraceEvent,
} from '../trace/trace.ts';
import type { LineSink } from './marks.ts';

export interface NewSpan {
  readonly lane: Lane;
  readonly label: string;
  readonly mode: SpanMode;
  readonly stale?: boolean;
  /** When it began, by the page's clock, if that was before now: another thread tells later. */
  readonly at?: number;
}

/** Ends a span, at `at` by the page's clock if that was before now; a second call is ignored. */
export type Finish = (end: SpanEnd, value?: string, at?: number) => void;

/** What a world tells of itself. Every call is synchronous and only notes down. */
export interface Tracer extends LineSink {
  start(span: NewSpan): Finish;
  point(lane: Lane, label: string, at?: number): void;
}

/** For the tests that ask whether tracing changes anything. */
export const silentTracer: Tracer = {
  enter: () => 0,
  at: () => undefined,
  start: () => () => undefined,
  point: () => undefined,
};

/** Keeps what happens, in order. `now` is `performance.now`, or a test's clock. */
export class Recorder implements Tracer {
  readonly #events: TraceEvent[] = [];
  readonly #names: string[] = [];
  readonly #now: () => number;
  readonly #origin: number;
  #spans = 0;
  #lastEnd = 0;
  /** Something was told later than it happened. */
  #backdated = false;

  constructor(now: () => number) {
    this.#now = now;
    this.#origin = now();
  }

  /** Milliseconds since the run began. */
  get ms(): number {
    return this.#now() - this.#origin;
  }

  /** How many events there are: something to compare before a picture is drawn anew. */
  get size(): number {
    return this.#events.length;
  }

  enter(name: string): number {
    return this.#names.push(name) - 1;
  }

  at(call: number, line: number): void {
    const name = this.#names[call] ?? '';
    const nth = this.#names.slice(0, call + 1).filter((other) => other === name).length;
    this.#events.push({ type: 'line', ...this.#moment(), line, call: nth, name });
  }

  start({ lane, label, mode, stale = false, at: since }: NewSpan): Finish {
    const about = { span: (this.#spans += 1), lane, label, mode };
    const start: StartEvent = { type: 'start', ...this.#moment(since), ...about, stale };
    this.#events.push(start);
    let over = false;
    return (end, value, at) => {
      if (over) return;
      over = true;
      const event: EndEvent = { type: 'end', ...this.#moment(at), ...about, end, value: value ?? null };
      this.#events.push(event);
      this.#lastEnd = Math.max(this.#lastEnd, event.ms);
    };
  }

  point(lane: Lane, label: string, at?: number): void {
    const event: PointEvent = { type: 'point', ...this.#moment(at), lane, label };
    this.#events.push(event);
    this.#lastEnd = Math.max(this.#lastEnd, event.ms);
  }

  /** As far as it has come, in the order in which it happened. */
  trace(): Trace {
    const events = this.#backdated ? inOrder(this.#events) : [...this.#events];
    return { events, totalMs: this.#lastEnd };
  }

  #moment(at?: number): { readonly seq: number; readonly ms: number } {
    if (at !== undefined) this.#backdated = true;
    const ms = at === undefined ? this.ms : Math.max(0, at - this.#origin);
    return { seq: this.#events.length, ms };
  }
}

/** By time; what shares a moment stays in the order in which it was told. */
function inOrder(events: readonly TraceEvent[]): TraceEvent[] {
  return [...events].sort((a, b) => a.ms - b.ms || a.seq - b.seq).map((event, seq) => ({ ...event, seq }));
}
