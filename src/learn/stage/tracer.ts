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
}

/** Ends a span; a second call is ignored. */
export type Finish = (end: SpanEnd, value?: string) => void;

/** What a world tells of itself. Every call is synchronous and only notes down. */
export interface Tracer extends LineSink {
  start(span: NewSpan): Finish;
  point(lane: Lane, label: string): void;
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

  start({ lane, label, mode, stale = false }: NewSpan): Finish {
    const about = { span: (this.#spans += 1), lane, label, mode };
    const start: StartEvent = { type: 'start', ...this.#moment(), ...about, stale };
    this.#events.push(start);
    let over = false;
    return (end, value) => {
      if (over) return;
      over = true;
      const event: EndEvent = { type: 'end', ...this.#moment(), ...about, end, value: value ?? null };
      this.#events.push(event);
      this.#lastEnd = event.ms;
    };
  }

  point(lane: Lane, label: string): void {
    const event: PointEvent = { type: 'point', ...this.#moment(), lane, label };
    this.#events.push(event);
    this.#lastEnd = event.ms;
  }

  /** As far as it has come. */
  trace(): Trace {
    return { events: [...this.#events], totalMs: this.#lastEnd };
  }

  #moment(): { readonly seq: number; readonly ms: number } {
    return { seq: this.#events.length, ms: this.ms };
  }
}
