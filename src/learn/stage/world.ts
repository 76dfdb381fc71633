import type { Lane } from '../trace/trace.ts';
import { makeClock, type Clock } from './clock.ts';
import { hearLines } from './marks.ts';
import { makeNet, type Net, type NetPlan } from './net.ts';
import type { Finish, Tracer } from './tracer.ts';

/** What a program may use. Everything it does goes through here, so that it can be traced. */
export interface World {
  /** A network that lives in the page: it has latency, fails and can be aborted. */
  readonly net: Net;
  /** Puts something on the screen, in place of what was there. */
  readonly show: (value: unknown) => void;
  /** Writes a line to the console. */
  readonly log: (...values: readonly unknown[]) => void;
  /** A timer: resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** Keeps this thread busy for so many milliseconds. */
  readonly busy: (ms: number) => void;
  /** Somebody types: the handler is called with the text. */
  readonly type: (text: string, handler: (text: string) => unknown) => void;
}

export interface WorldOptions {
  readonly tracer: Tracer;
  readonly plan: NetPlan;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly seed?: number;
  readonly scale?: number;
  /** There is a screen from the beginning, empty. */
  readonly screen?: boolean | undefined;
  /** An answer in a few words: "Bern, 6 stops". */
  readonly say?: ((value: unknown) => string) | undefined;
}

export interface StageWorld {
  readonly world: World;
  /** What the program did, in order, kept without the tracer: the tests compare it. */
  readonly order: readonly string[];
  /** A lesson's own additions ("pool"), in a world whose lines are heard as well. */
  extend<T extends object>(more: T): World & T;
  /** The same for a lesson's own instruments: they trace, take their time and are waited for as the world's. */
  readonly tracer: Tracer;
  readonly clock: Clock;
  /** Fires when the run is stopped: what a lesson has started itself must end then. */
  readonly signal: AbortSignal;
  note(what: string): void;
}

const INPUT: Lane = { name: 'You type', group: 'input' };
const CALLER: Lane = { name: 'Main thread', group: 'caller' };
const SCREEN: Lane = { name: 'Screen', group: 'screen' };
const CONSOLE: Lane = { name: 'Console', group: 'console' };
const TIMER: Lane = { name: 'Timer', group: 'timer' };

/** A value as a console shows it, short. */
export function sayValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Promise) return 'Promise';
  const json = JSON.stringify(value) as string | undefined;
  return json ?? String(value);
}

/** What the parts of a world share. */
interface Parts {
  readonly tracer: Tracer;
  readonly clock: Clock;
  readonly say: (value: unknown) => string;
  readonly note: (what: string) => void;
  /** Which request an answer came from. */
  readonly askedAt: WeakMap<object, number>;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Keeps what is on the screen, and knows by the request's number whether it is older than what it replaces. */
function makeScreen({ tracer, say, note, askedAt }: Parts, fromStart: boolean): World['show'] {
  const empty = (): Finish => tracer.start({ lane: SCREEN, label: 'empty', mode: 'wait' });
  let leave = fromStart ? empty() : null;
  let newest = 0;
  return (value) => {
    const asked = (isObject(value) ? askedAt.get(value) : undefined) ?? newest;
    const label = say(value);
    note(`show ${label}`);
    leave?.('replaced');
    leave = tracer.start({ lane: SCREEN, label, mode: 'show', stale: asked < newest });
    newest = Math.max(newest, asked);
  };
}

function makePause({ tracer, clock, note }: Parts): World['pause'] {
  return (ms) => {
    note(`pause ${String(ms)}`);
    const finish = tracer.start({ lane: TIMER, label: `${String(ms)} ms`, mode: 'wait' });
    return new Promise((resolve) => {
      clock.after(ms, () => {
        note(`paused ${String(ms)}`);
        finish('fulfilled');
        resolve();
      });
    });
  };
}

function makeBusy({ tracer, clock, note }: Parts): World['busy'] {
  return (ms) => {
    note(`busy ${String(ms)}`);
    const finish = tracer.start({ lane: CALLER, label: `busy for ${String(ms)} ms`, mode: 'run' });
    clock.busy(ms);
    finish('finished');
  };
}

export function makeWorld(options: WorldOptions): StageWorld {
  const { tracer, plan, now, seed = 1, scale = 1, say = sayValue, screen = false } = options;
  const clock = makeClock({ now, scale });
  const order: string[] = [];
  const askedAt = new WeakMap<object, number>();
  const note = (what: string): void => {
    order.push(what);
  };
  const parts: Parts = { tracer, clock, say, note, askedAt };
  const world: World = {
    net: makeNet({
      ...parts,
      plan,
      seed,
      answered: (value, nth) => {
        if (isObject(value)) askedAt.set(value, nth);
      },
    }),
    show: makeScreen(parts, screen),
    log(...values) {
      const text = values.map(sayValue).join(' ');
      note(`log ${text}`);
      tracer.point(CONSOLE, text);
    },
    pause: makePause(parts),
    busy: makeBusy(parts),
    type(text, handler) {
      note(`type ${text}`);
      tracer.point(INPUT, text);
      handler(text);
    },
  };
  hearLines(world, tracer);
  return {
    world,
    order,
    tracer,
    clock,
    signal: options.signal ?? new AbortController().signal,
    note,
    extend(more) {
      const wider = { ...world, ...more };
      hearLines(wider, tracer);
      return wider;
    },
  };
}
