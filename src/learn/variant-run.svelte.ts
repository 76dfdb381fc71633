import { isAbort } from '../async/abort.ts';
import { lessMotion } from '../ui/motion.ts';
import { linesFrom, type ShownCode } from './code/shown-code.ts';
import type { Numbers, Outcome, Scene, Variant } from './model/lesson.ts';
import { runVariant, type Running } from './stage/run-variant.ts';
import { Replay } from './trace/replay.svelte.ts';
import { EMPTY_TRACE, withoutLanes, type Trace } from './trace/trace.ts';

/** Two frames on the page shows what it should before a program may keep the thread; a hidden page has none. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 250);
  });
}

const NOTHING: ShownCode = { text: '', reach: {}, lines: [] };

/** One program of a lesson: running it, and what came of it. */
export class VariantRun {
  readonly replay = new Replay();
  #outcome = $state.raw<Outcome | null>(null);
  #live = $state.raw<{ readonly trace: Trace; readonly ms: number } | null>(null);
  #problem = $state<string | null>(null);
  #running: Running | null = null;
  #latest: symbol | null = null;

  constructor(
    readonly scene: Scene,
    readonly variant: Variant,
  ) {}

  get code(): ShownCode {
    return this.scene.code[this.variant.shows] ?? NOTHING;
  }

  get running(): boolean {
    return this.#live !== null;
  }

  get liveMs(): number | null {
    return this.#live?.ms ?? null;
  }

  get trace(): Trace {
    return this.#drawn(this.#live?.trace ?? this.#outcome?.trace ?? EMPTY_TRACE);
  }

  /** The last run that went to its end. */
  get outcome(): Outcome | null {
    return this.#live === null ? this.#outcome : null;
  }

  /** Something broke that isn't the program's own failure. */
  get problem(): string | null {
    return this.#problem;
  }

  /** The lines that run now, or that the replay stands at. */
  get linesNow(): ReadonlySet<number> {
    const line = this.#lines.at(-1);
    return new Set(line === undefined ? [] : linesFrom(this.code, line));
  }

  get linesRun(): ReadonlySet<number> {
    return new Set(this.#lines.flatMap((line) => linesFrom(this.code, line)));
  }

  /** Stops what ran before, and resolves with whether this run came to its end. */
  async run(numbers: Numbers): Promise<boolean> {
    this.stop();
    const mine = Symbol('this run');
    this.#latest = mine;
    this.#problem = null;
    this.#live = { trace: EMPTY_TRACE, ms: 0 };
    await painted();
    if (this.#latest !== mine) return false;
    const running = runVariant(this.scene, this.variant, numbers);
    this.#running = running;
    const unwatch = this.#watch(running);
    try {
      const outcome = await running.outcome;
      if (this.#running !== running) return false;
      this.#outcome = outcome;
      this.replay.load(this.#drawn(outcome.trace));
      return true;
    } catch (error) {
      if (!isAbort(error) && this.#running === running) this.#problem = String(error);
      return false;
    } finally {
      unwatch();
      if (this.#running === running) this.#live = null;
    }
  }

  stop(): void {
    this.replay.pause();
    this.#latest = null;
    this.#running?.stop();
    this.#running = null;
    this.#live = null;
  }

  get #lines(): number[] {
    const events = this.#live?.trace.events ?? this.replay.past;
    return events.flatMap((event) => (event.type === 'line' ? [event.line] : []));
  }

  #drawn(trace: Trace): Trace {
    return withoutLanes(trace, this.scene.leaveOut ?? []);
  }

  /**
   * Looks once a frame at how far the run has come; the program knows nothing of it. Bars grow with the clock, or,
   * where less movement is asked for, when something has happened.
   */
  #watch({ recorder }: Running): () => void {
    const still = lessMotion();
    let frame = 0;
    let size = -1;
    let trace = EMPTY_TRACE;
    const look = (): void => {
      const news = recorder.size !== size;
      if (news) {
        size = recorder.size;
        trace = recorder.trace();
      }
      if (news || !still) this.#live = { trace, ms: recorder.ms };
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => {
      cancelAnimationFrame(frame);
    };
  }
}
