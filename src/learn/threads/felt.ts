import { FrameClock } from '../../measure/frame-clock.ts';
import { countTo, waitForFrames } from '../../measure/frame-wait.ts';
import { pageTimers } from '../../measure/host.ts';
import { RunMeter, type RunMeasures } from '../../measure/meter.ts';
import { TapMeter, type Tap } from '../../measure/taps.ts';
import type { StageWorld } from '../stage/world.ts';
import type { Lane } from '../trace/trace.ts';

/** What the page felt while something ran; ms. */
export interface Felt {
  readonly wallMs: number;
  /** Frames that were drawn meanwhile. */
  readonly frames: number;
  /** The longest time without one. */
  readonly frozenMs: number;
  /** Of the timers that were due every 50 ms, how many had their turn before the end. */
  readonly timersServed: number;
  /** The longest that a timer had to wait for its turn; `null`: none was due. */
  readonly timerLateMs: number | null;
  /** The longest that a real tap had to wait; `null`: nobody tapped. */
  readonly tapMs: number | null;
  /** How long what was due in the middle had to wait: a stand-in for a tap, which no script can make. */
  readonly standInMs: number | null;
}

const FRAMES: Lane = { name: 'Frames', group: 'screen' };
const TAP: Lane = { name: 'Your tap', group: 'input' };
const STAND_IN: Lane = { name: 'Stand-in tap', group: 'input' };
/** A gap above this is a freeze, whatever the screen's rate. */
const FREEZE_MS = 100;
const TIMER_MS = 50;
const PRESSES = ['pointerdown', 'keydown', 'click'] as const;

interface FeelOptions {
  /** The stand-in is due so long after the start. */
  readonly standInAt?: number;
  /** Draw frames and taps as lanes of the trace. */
  readonly draw?: boolean;
}

/** The lab's meters, and ears for taps anywhere on the page. */
class Ears {
  readonly clock = new FrameClock();
  readonly taps = new TapMeter();
  readonly meter = new RunMeter({ clock: this.clock, taps: this.taps, intervalMs: null });
  #ended = false;

  constructor() {
    for (const type of PRESSES) addEventListener(type, this.#hear, { capture: true });
    this.meter.begin();
  }

  /** The clock has ticked, so that the first gap is known; a hidden page has no frames. */
  async settle(signal: AbortSignal): Promise<void> {
    const source = { clock: this.clock, page: document, timers: pageTimers };
    await waitForFrames(source, { enough: countTo(2), limitMs: 500, signal });
  }

  async measures(startMs: number, endMs: number): Promise<RunMeasures> {
    const measures = await this.meter.end(startMs, endMs);
    this.#ended = true;
    return measures;
  }

  close(): void {
    if (!this.#ended) this.meter.cancel();
    this.clock.stop();
    for (const type of PRESSES) removeEventListener(type, this.#hear, { capture: true });
  }

  readonly #hear = (event: Event): void => {
    this.taps.record(event);
  };
}

/** Runs `work` with the lab's meters on: frames, timers, taps anywhere on the page. */
export async function feel(stage: StageWorld, work: () => unknown, options: FeelOptions = {}): Promise<Felt> {
  const { standInAt, draw = true } = options;
  const ears = new Ears();
  try {
    await ears.settle(stage.signal);
    const startMs = performance.now();
    const standIn = standInAt === undefined ? null : knock(stage, startMs + standInAt, draw);
    const stopTimers = countTimers();
    await work();
    const endMs = performance.now();
    const timersServed = stopTimers();
    const measures = await ears.measures(startMs, endMs);
    const stamps = [...measures.timestamps].map((ms) => ms + startMs);
    if (draw) drawFrames(stage, stamps, endMs);
    if (draw) drawTaps(stage, ears.taps.taps);
    return {
      wallMs: endMs - startMs,
      ...framesIn(stamps, startMs, endMs),
      timersServed,
      timerLateMs: measures.loopDelay?.maxMs ?? null,
      tapMs: measures.taps?.maxDelayMs ?? null,
      standInMs: await standIn,
    };
  } finally {
    ears.close();
  }
}

/** Timers that somebody else on the page has set; the answer stops them and says how many were served. */
function countTimers(): () => number {
  let served = 0;
  const timer = setInterval(() => {
    served += 1;
  }, TIMER_MS);
  return () => {
    clearInterval(timer);
    return served;
  };
}

/** A task that is due at `due`, and how long it then had to wait. */
function knock({ tracer, clock }: StageWorld, due: number, draw: boolean): Promise<number> {
  const free = clock.hold();
  return new Promise((resolve) => {
    setTimeout(() => {
      const late = Math.max(0, performance.now() - due);
      if (draw) tracer.start({ lane: STAND_IN, label: 'tap', mode: 'wait', since: due })('finished');
      free();
      resolve(late);
    }, due - performance.now());
  });
}

function framesIn(
  stamps: readonly number[],
  start: number,
  end: number,
): { readonly frames: number; readonly frozenMs: number } {
  const frames = stamps.filter((at) => at > start && at <= end).length;
  const gaps = stamps.map((at, i) => {
    const before = stamps[i - 1];
    return before === undefined || at <= start || before >= end ? 0 : at - before;
  });
  return { frames, frozenMs: Math.max(0, ...gaps) };
}

/** Bars while new frames come, a hollow one where none does. */
function drawFrames({ tracer }: StageWorld, stamps: readonly number[], endMs: number): void {
  const last = stamps.findIndex((at) => at > endMs);
  const seen = last === -1 ? stamps : stamps.slice(0, last + 1);
  let since = seen[0];
  seen.forEach((at, i) => {
    const before = seen[i - 1];
    if (before === undefined || at - before < FREEZE_MS || since === undefined) return;
    tracer.start({ lane: FRAMES, label: 'moving', mode: 'run', since })('finished', undefined, before);
    tracer.start({ lane: FRAMES, label: 'frozen', mode: 'wait', since: before })('replaced', undefined, at);
    since = at;
  });
  const end = seen.at(-1);
  if (since === undefined || end === undefined || end <= since) return;
  tracer.start({ lane: FRAMES, label: 'moving', mode: 'run', since })('finished', undefined, end);
}

function drawTaps({ tracer }: StageWorld, taps: readonly Tap[]): void {
  for (const { atMs, delayMs } of taps) {
    tracer.start({ lane: TAP, label: 'tap', mode: 'wait', since: atMs })(
      'finished',
      undefined,
      atMs + delayMs,
    );
  }
}
