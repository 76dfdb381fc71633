/** `setTimeout` and its kin, microtasks and frames: the functions that put work into the loop's places. */
import {
  type FunctionObject,
  JSStringValue,
  NumberValue,
  skipDebugger,
  Throw,
  type ThrowCompletion,
  ToNumber,
  Value,
} from '@engine262/engine262';
import type { Clock } from './clock.ts';
import type { EventLoop } from './event-loop.ts';
import type { JobFacts } from './jobs.ts';
import { delayOf } from './timers.ts';
import { isFunction, type World } from './world.ts';

export interface TimerHost {
  readonly world: World;
  readonly loop: EventLoop;
  readonly clock: Clock;
  /** Name and place of a callback, and the place of the code that runs now. */
  facts(callback: FunctionObject): Pick<JobFacts, 'label' | 'place' | 'queuedBy'>;
}

export class HostTimers {
  private ids = 0;
  /** The loop's handles by the ids that the code was given. */
  private readonly handles = new Map<number, number>();

  constructor(private readonly host: TimerHost) {}

  install(): void {
    const { world } = this.host;
    const { global } = world;
    world.method(global, 'setTimeout', 1, (args) => this.start(args, false));
    world.method(global, 'setInterval', 1, (args) => this.start(args, true));
    for (const name of ['clearTimeout', 'clearInterval', 'cancelAnimationFrame']) {
      world.method(global, name, 0, ([id]) => this.clear(id));
    }
    world.method(global, 'queueMicrotask', 1, ([callback]) => this.microtask(callback));
    world.method(global, 'requestAnimationFrame', 1, ([callback]) => this.frame(callback));
  }

  private start(args: readonly Value[], repeat: boolean): Value | ThrowCompletion {
    const [callback, asked, ...rest] = args;
    if (!isFunction(callback)) return this.notAFunction(callback, repeat ? 'setInterval' : 'setTimeout');
    const delay = asked === undefined ? 0 : skipDebugger(ToNumber(asked));
    const ms = delay instanceof NumberValue ? delay.value : 0;
    this.ids += 1;
    const id = this.ids;
    this.arm({ id, callback, ms, repeat, rest, nesting: this.host.loop.nesting + 1, again: -1 });
    return Value(id);
  }

  private arm(timer: Timer): void {
    const { loop, world } = this.host;
    const delay = delayOf(timer.ms, timer.nesting);
    const kind = timer.repeat ? 'interval' : 'timer';
    const facts = { kind, ...this.host.facts(timer.callback), again: timer.again } as const;
    const handle = loop.wait(facts, delay, 'timer-due', () => {
      this.handles.delete(timer.id);
      if (timer.repeat) this.arm({ ...timer, nesting: timer.nesting + 1, again: loop.runningJob });
      loop.nesting = timer.nesting;
      world.call(timer.callback, world.global, timer.rest);
      loop.nesting = 0;
    });
    this.handles.set(timer.id, handle);
  }

  private clear(id: Value | undefined): Value {
    const number = id instanceof NumberValue ? id.value : id instanceof JSStringValue ? Number(id.value) : 0;
    const handle = this.handles.get(number);
    if (handle !== undefined) this.host.loop.cancel(handle);
    this.handles.delete(number);
    return Value.undefined;
  }

  /** https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#microtask-queuing */
  private microtask(callback: Value | undefined): Value | ThrowCompletion {
    if (!isFunction(callback)) return this.notAFunction(callback, 'queueMicrotask');
    const { loop, world } = this.host;
    loop.queueMicrotask({ kind: 'microtask', ...this.host.facts(callback) }, () => {
      world.call(callback, Value.undefined, []);
    });
    return Value.undefined;
  }

  private frame(callback: Value | undefined): Value | ThrowCompletion {
    if (!isFunction(callback)) return this.notAFunction(callback, 'requestAnimationFrame');
    const { loop, world, clock } = this.host;
    this.ids += 1;
    const id = this.ids;
    const facts = { kind: 'frame-callback', ...this.host.facts(callback) } as const;
    const handle = loop.queueFrameCallback(facts, () => {
      this.handles.delete(id);
      world.call(callback, world.global, [Value(clock.now)]);
    });
    this.handles.set(id, handle);
    return Value(id);
  }

  private notAFunction(callback: Value | undefined, name: string): ThrowCompletion {
    return Throw.TypeError(
      `Failed to execute '${name}' on 'Window': ${
        callback === undefined
          ? '1 argument required, but only 0 present.'
          : "parameter 1 is not of type 'Function'."
      }`,
    );
  }
}

interface Timer {
  readonly id: number;
  readonly callback: FunctionObject;
  readonly ms: number;
  readonly repeat: boolean;
  readonly rest: readonly Value[];
  readonly nesting: number;
  readonly again: number;
}
