import { lessMotion } from '../../ui/motion.ts';
import { stepsOf } from './event-words.ts';
import { EMPTY_TRACE, type Trace, type TraceEvent } from './trace.ts';

export type Speed = 1 | 0.25;

/** Goes through what was recorded: by time, by hand, or event by event. Nothing runs again. */
export class Replay {
  speed = $state<Speed>(1);
  #trace = $state.raw<Trace>(EMPTY_TRACE);
  #steps: readonly TraceEvent[] = [];
  /** Where it stands in the steps; -1 is before the first. */
  #at = $state(-1);
  #ms = $state(0);
  #frame = $state(0);

  get trace(): Trace {
    return this.#trace;
  }

  get ms(): number {
    return this.#ms;
  }

  get playing(): boolean {
    return this.#frame !== 0;
  }

  get event(): TraceEvent | null {
    return this.#steps[this.#at] ?? null;
  }

  /** What has happened up to here. */
  get past(): readonly TraceEvent[] {
    return this.#steps.slice(0, this.#at + 1);
  }

  get atStart(): boolean {
    return this.#at <= 0;
  }

  get atEnd(): boolean {
    return this.#at >= this.#steps.length - 1;
  }

  /** Shows a trace from its end: the run has just been seen. */
  load(trace: Trace): void {
    this.pause();
    this.#trace = trace;
    this.#steps = stepsOf(trace.events);
    this.seekStep(this.#steps.length - 1);
  }

  seekMs(ms: number): void {
    this.#ms = Math.min(Math.max(0, ms), this.#trace.totalMs);
    this.#at = this.#steps.findLastIndex((event) => event.ms <= this.#ms);
  }

  seekStep(at: number): void {
    if (this.#steps.length === 0) return;
    this.#at = Math.min(Math.max(0, at), this.#steps.length - 1);
    this.#ms = this.event?.ms ?? 0;
  }

  step(by: 1 | -1): void {
    this.pause();
    this.seekStep(this.#at + by);
  }

  /** The line glides, or, where less movement is asked for, goes from event to event at their times. */
  play(): void {
    if (this.playing) return;
    if (this.atEnd) this.seekMs(0);
    const still = lessMotion();
    let last: number | null = null;
    let ms = this.#ms;
    const turn = (now: number): void => {
      ms += last === null ? 0 : (now - last) * this.speed;
      last = now;
      if (!still || ms >= this.#trace.totalMs) this.seekMs(ms);
      else this.#hop(ms);
      if (ms >= this.#trace.totalMs) this.#frame = 0;
      else this.#frame = requestAnimationFrame(turn);
    };
    this.#frame = requestAnimationFrame(turn);
  }

  /** To the last event by then, if it is another one. */
  #hop(ms: number): void {
    const at = this.#steps.findLastIndex((event) => event.ms <= ms);
    if (at > this.#at) this.seekStep(at);
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
