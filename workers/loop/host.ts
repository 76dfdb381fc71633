/** The page around the learner's code: what the browser would give it, and what the loop asks of it. */
import {
  type FunctionObject,
  JSStringValue,
  NumberValue,
  ObjectValue,
  type PromiseObject,
  ScriptEvaluation,
  skipDebugger,
  EnsureCompletion,
  Value,
} from '@engine262/engine262';
import type { JobKind } from '../../src/loop/contract.ts';
import type { Clock } from './clock.ts';
import { Console } from './console.ts';
import { ownData } from './engine.ts';
import type { EventLoop } from './event-loop.ts';
import { guestScript } from './guest/script.ts';
import { HostTimers } from './host-timers.ts';
import type { JobFacts } from './jobs.ts';
import { printed } from './preview.ts';
import type { Program } from './program.ts';
import type { Recorder } from './recorder.ts';
import { Rejections } from './rejections.ts';
import { isFunction, type World } from './world.ts';

export interface HostParts {
  readonly world: World;
  readonly loop: EventLoop;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly program: Program;
}

interface GuestCalls {
  readonly click: FunctionObject;
  readonly error: FunctionObject;
  readonly rejection: FunctionObject;
}

export class Host {
  readonly rejections = new Rejections();
  uncaughtCount = 0;
  private guest: GuestCalls | null = null;
  private readonly noteworthy = new Set<unknown>();
  private readonly targets = new Map<string, ObjectValue>();
  private readonly names = new Map<ObjectValue, string>();
  private readonly clickable = new Set<ObjectValue>();

  constructor(private readonly parts: HostParts) {}

  install(): void {
    const { world, recorder, clock, loop } = this.parts;
    const facts = (callback: FunctionObject) => this.facts(callback);
    new Console(world, {
      print: (level, text, depth) => recorder.print(level, text, depth),
      now: () => clock.read(),
    }).install();
    new HostTimers({ world, loop, clock, facts }).install();
    const performance = world.object();
    world.method(performance, 'now', 0, () => Value(clock.read()));
    world.data(performance, 'timeOrigin', Value(0));
    world.define(world.global, 'performance', performance);
    this.guest = this.loadGuest();
    loop.afterMicrotasks = () => this.queueRejections();
    this.collectNoteworthy();
  }

  /** Is a call of it worth a step: does it touch the loop, the console or a promise? */
  isNoteworthy(called: ObjectValue): boolean {
    if ('ECMAScriptCode' in called || this.noteworthy.has(called)) return true;
    // The functions that a promise's executor is given have no name.
    const name = ownData(called, 'name');
    return name instanceof JSStringValue && name.value === '';
  }

  click(target: string): void {
    const element = this.targets.get(target);
    const { world, loop } = this.parts;
    if (element === undefined) return;
    loop.queueTask({ kind: 'click', label: target, place: -1, queuedBy: -1 }, () => {
      if (this.guest !== null) world.call(this.guest.click, Value.undefined, [element]);
    });
  }

  /** https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception */
  uncaught(error: Value): void {
    const { world, recorder } = this.parts;
    if (this.guest !== null && world.call(this.guest.error, Value.undefined, [error]) === Value.false) return;
    this.uncaughtCount += 1;
    recorder.loop('uncaught', { why: 'error-reported', job: recorder.running });
    recorder.print('uncaught', `Uncaught ${printed(error)}`, 0, recorder.placeOfError(error));
  }

  private queueRejections(): void {
    const list = this.rejections.take();
    if (list.length === 0) return;
    this.parts.loop.queueTask({ kind: 'rejection', label: '', place: -1, queuedBy: -1 }, () => {
      for (const promise of list) if (!promise.PromiseIsHandled) this.unhandled(promise);
    });
  }

  private unhandled(promise: PromiseObject): void {
    const { world, recorder } = this.parts;
    const reason = promise.PromiseResult ?? Value.undefined;
    const args = [promise as unknown as Value, reason];
    if (this.guest !== null && world.call(this.guest.rejection, Value.undefined, args) === Value.false)
      return;
    this.uncaughtCount += 1;
    recorder.loop('unhandled', { why: 'rejection-reported', job: recorder.running });
    const text = `Uncaught (in promise) ${printed(reason)}`;
    recorder.print('uncaught', text, 0, recorder.placeOfError(reason));
  }

  private facts(callback: FunctionObject): Pick<JobFacts, 'label' | 'place' | 'queuedBy'> {
    const { recorder } = this.parts;
    return { ...recorder.jobs.callback(callback), queuedBy: recorder.here() };
  }

  private loadGuest(): GuestCalls {
    const { world } = this.parts;
    const made = EnsureCompletion(skipDebugger(ScriptEvaluation(guestScript(world.realm))));
    if (!isFunction(made.Value)) throw new Error('guest');
    const calls = world.call(made.Value, Value.undefined, [this.hostObject()]);
    if (!(calls instanceof ObjectValue)) throw new Error('guest calls');
    const get = (name: string) => ownData(calls, name) as FunctionObject;
    return { click: get('click'), error: get('error'), rejection: get('rejection') };
  }

  /** What the guest code asks of the host. */
  private hostObject(): ObjectValue {
    const { world, loop, clock } = this.parts;
    const object = world.object();
    world.method(object, 'time', 0, () => Value(clock.now));
    world.method(object, 'report', 1, ([error = Value.undefined]) => {
      this.uncaught(error);
      return Value.undefined;
    });
    world.method(object, 'between', 0, () => {
      loop.checkpoint();
      return Value.undefined;
    });
    world.method(object, 'cancel', 1, ([handle]) => {
      if (handle instanceof NumberValue) loop.cancel(handle.value);
      return Value.undefined;
    });
    world.method(object, 'post', 3, ([kind, label, run]) => this.post(kind, label, run, null));
    world.method(object, 'wait', 4, ([kind, label, ms, run]) => this.post(kind, label, run, ms));
    this.clickMethods(object);
    return object;
  }

  private clickMethods(object: ObjectValue): void {
    const { world } = this.parts;
    world.method(object, 'name', 2, ([element, name]) => {
      if (element instanceof ObjectValue && name !== undefined) this.names.set(element, printed(name));
      return Value.undefined;
    });
    world.method(object, 'clickable', 1, ([element]) => {
      if (element instanceof ObjectValue) this.addTarget(element);
      return Value.undefined;
    });
  }

  private addTarget(element: ObjectValue): void {
    const label = this.names.get(element);
    if (label === undefined || this.clickable.has(element)) return;
    this.clickable.add(element);
    const same = [...this.targets.keys()].filter((id) => id.replace(/ \d+$/, '') === label).length;
    const id = same === 0 ? label : `${label} ${String(same + 1)}`;
    this.targets.set(id, element);
    this.parts.recorder.target({ id, label: id });
  }

  private post(kind?: Value, label?: Value, run?: Value, ms: Value | null | undefined = null): Value {
    const { world, loop, recorder } = this.parts;
    if (kind === undefined || label === undefined || !isFunction(run)) return Value.undefined;
    const facts: JobFacts = {
      kind: printed(kind) as JobKind,
      label: printed(label),
      place: -1,
      queuedBy: recorder.here(),
    };
    const call = (): void => {
      world.call(run, Value.undefined, []);
    };
    if (!(ms instanceof NumberValue)) return Value(loop.queueTask(facts, call));
    const why =
      facts.kind === 'fetch' ? 'response-arrived' : facts.kind === 'abort' ? 'signal-aborts' : 'timer-due';
    return Value(loop.wait(facts, Math.max(0, ms.value), why, call));
  }

  private collectNoteworthy(): void {
    const { realm, global } = this.parts.world;
    const promise = realm.Intrinsics['%Promise%'];
    this.noteworthy.add(promise);
    const holders = [promise, realm.Intrinsics['%Promise.prototype%']];
    const names = ['console', 'performance'];
    for (const name of names) holders.push(ownData(global, name) as never);
    for (const holder of holders) {
      for (const property of holder.properties.values()) this.noteworthy.add(property.Value);
    }
    for (const name of TIMER_NAMES) this.noteworthy.add(ownData(global, name));
  }
}

const TIMER_NAMES = [
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
];
