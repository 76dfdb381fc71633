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
  /** By the tracer's clock, where it began before it could be told: a tap waits until the thread hears of it. */
  readonly since?: number;
}

/** Ends a span, at `at` by the tracer's clock if that was before now; a second call is ignored. */
export type Finish = (end: SpanEnd, value?: string, at?: number) => void;

/** What a world tells of itself. Every call is synchronous and only notes down. */
export interface Tracer extends LineSink {
  start(span: NewSpan): Finish;
  /** `since` as for a span. */
  point(lane: Lane, label: string, since?: number): void;
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
  /** Each call of a function: its name, and which call of that name it is. */
  readonly #calls: { readonly name: string; readonly nth: number }[] = [];
  readonly #counts = new Map<string, number>();
  readonly #now: () => number;
  readonly #origin: number;
  #spans = 0;
  #lastEnd = 0;

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
    const nth = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, nth);
    return this.#calls.push({ name, nth }) - 1;
  }

  at(call: number, line: number): void {
    const { name, nth } = this.#calls[call] ?? { name: '', nth: 1 };
    const last = this.#events.at(-1);
    // a short function on the line that has begun already
    if (last?.type === 'line' && last.line === line && last.call === nth && last.name === name) return;
    this.#events.push({ type: 'line', ...this.#moment(), line, call: nth, name });
  }

  start({ lane, label, mode, stale = false, since }: NewSpan): Finish {
    const about = { span: (this.#spans += 1), lane, label, mode };
    const start: StartEvent = { type: 'start', ...this.#moment(since), ...about, stale };
    this.#place(start);
    let over = false;
    return (end, value, at) => {
      if (over) return;
      over = true;
      const event: EndEvent = { type: 'end', ...this.#moment(at), ...about, end, value: value ?? null };
      this.#place(event);
      this.#lastEnd = Math.max(this.#lastEnd, event.ms);
    };
  }

  point(lane: Lane, label: string, since?: number): void {
    const event: PointEvent = { type: 'point', ...this.#moment(since), lane, label };
    this.#place(event);
    this.#lastEnd = Math.max(this.#lastEnd, event.ms);
  }

  /** As far as it has come. */
  trace(): Trace {
    return { events: this.#events.map((event, seq) => ({ ...event, seq })), totalMs: this.#lastEnd };
  }

  /** Its number is given when the trace is taken: what began earlier may still be put before it. */
  #moment(since?: number): { readonly seq: number; readonly ms: number } {
    const ms = this.ms;
    return { seq: 0, ms: since === undefined ? ms : Math.min(ms, Math.max(0, since - this.#origin)) };
  }

  /** At its time: behind all that had happened by then. */
  #place(event: TraceEvent): void {
    let at = this.#events.length;
    while ((this.#events[at - 1]?.ms ?? 0) > event.ms) at -= 1;
    this.#events.splice(at, 0, event);
  }
}
