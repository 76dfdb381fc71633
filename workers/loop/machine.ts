/** Records one run: interpreter, host and recorder put together, and taken apart again. */
import {
  Agent,
  type ExecutionContext,
  type FunctionObject,
  ManagedRealm,
  type ParseNode,
  setSurroundingAgent,
} from '@engine262/engine262';
import type { End, UserInput } from '../../src/loop/contract.ts';
import type { LoopAnswer, RecordRequest } from '../../src/loop/wire.ts';
import { Clock } from './clock.ts';
import { differencesOf, syntaxDifferences } from './differences.ts';
import { callPlace, type PatchedHost } from './engine.ts';
import { EventLoop } from './event-loop.ts';
import { Host } from './host.ts';
import { MicrotaskQueue } from './microtask-queue.ts';
import { Places } from './places.ts';
import { type Program, parseProgram } from './program.ts';
import { LimitReached, type Limits, Recorder } from './recorder.ts';
import { Scopes } from './scopes.ts';
import { Stacks } from './stacks.ts';
import { emptyTables, Strings } from './tables.ts';
import { reword } from './wording.ts';
import { World } from './world.ts';

export const LIMITS: Limits = {
  steps: 30_000,
  tasks: 1_000,
  jobs: 100_000,
  console: 5_000,
  time: 3_600_000,
  work: 4_000,
};

/** Evaluated nodes between two looks at the real clock. */
const NODES_A_LOOK = 512;
const BATCH_MS = 100;
/** Before a call that was sent for already, so many ms after the last batch at the soonest: a frame. */
const CALL_BATCH_MS = 16;
/** Calls that are sent for when they are met first; code that makes code could go on with new ones for ever. */
const MOST_FIRST_CALLS = 500;

export class Machine {
  private readonly strings = new Strings();
  private readonly clock = new Clock();
  private readonly queue = new MicrotaskQueue();
  private readonly agent: Agent;
  private readonly places: Places;
  private program: Program | null = null;
  private recorder: Recorder | null = null;
  private stacks: Stacks | null = null;
  private host: Host | null = null;
  private called: FunctionObject | null = null;
  private readonly paused = new Set<ExecutionContext>();
  private nodes = 0;
  private readonly started: number;
  private sent: number;
  /** How many steps there were when something was last sent before a call. */
  private told = 0;
  /** The calls that something was sent before. */
  private readonly toldAt = new Set<ParseNode | null>();

  constructor(
    private readonly request: RecordRequest,
    private readonly send: (answer: LoopAnswer) => void,
    private readonly limits: Limits = LIMITS,
    private readonly realNow: () => number = () => performance.now(),
  ) {
    this.started = this.sent = realNow();
    this.places = new Places(request.code);
    this.agent = new Agent(this.options());
    setSurroundingAgent(this.agent);
  }

  run(): void {
    let end: End;
    try {
      end = this.runProgram();
    } catch (error) {
      end = this.endOf(error);
    }
    this.finish(end);
  }

  private runProgram(): End {
    const realm = new ManagedRealm({ randomSeed: () => '1' });
    const program = parseProgram(this.request.code, realm);
    if ('status' in program) return this.refuse(program);
    this.program = program;
    this.places.adopt(program.root);
    const ours = (context: ExecutionContext): boolean => context.ScriptOrModule === program.record;
    const stack = this.agent.executionContextStack;
    const stacks = new Stacks(stack, this.places, this.strings, ours);
    const scopes = new Scopes(this.strings, program.globals);
    const seen = { strings: this.strings, places: this.places, stacks, scopes };
    const recorder = new Recorder(seen, this.limits, () => this.clock.now);
    const loop = new EventLoop(recorder, this.clock, this.limits);
    this.queue.loop = loop;
    this.queue.recorder = recorder;
    const world = new World(realm, (error) => this.host?.uncaught(error));
    this.queue.world = world;
    this.host = new Host({ world, loop, clock: this.clock, recorder, program });
    this.host.install();
    this.watch(stack);
    this.recorder = recorder;
    this.stacks = stacks;
    for (const row of differencesOf(program, this.places)) recorder.difference(row);
    this.deliver(this.request.inputs, recorder, loop);
    loop.run(() => program.run(world));
    recorder.phase = 'idle';
    recorder.loop('end', { why: 'nothing-left' });
    return { status: 'completed', uncaught: this.host.uncaughtCount };
  }

  private refuse(end: Extract<End, { status: 'syntax' }>): End {
    const differences = syntaxDifferences(this.request.code, end, this.places);
    const places = this.places.table.take();
    this.send({ type: 'batch', run: this.request.run, tables: { ...emptyTables(), places, differences } });
    return end;
  }

  /** The learner's clicks come in at their steps, or when nothing else is left. */
  private deliver(inputs: readonly UserInput[], recorder: Recorder, loop: EventLoop): void {
    const left = [...inputs].sort((a, b) => a.atStep - b.atStep);
    const next = (): void => {
      const input = left.shift();
      if (input !== undefined) this.host?.click(input.target);
    };
    recorder.beforeStep = () => {
      while (left[0] !== undefined && left[0].atStep <= recorder.length) next();
    };
    loop.whenIdle = () => {
      if (left.length === 0) return false;
      next();
      return true;
    };
  }

  private options(): PatchedHost {
    return {
      jobQueue: this.queue,
      startEventLoop: false,
      onNodeEvaluation: (node) => {
        this.nodes += 1;
        if (this.nodes % NODES_A_LOOK === 0) this.look();
        const kind = this.places.stop(node);
        if (kind === undefined) return;
        this.recorder?.code(kind, node, this.agent.runningExecutionContext);
        // a single operation can take a second: what ran before the next is sent in time
        this.look();
      },
      onThrow: reword,
      onCall: (callee) => {
        this.called = callee;
        if (!('ECMAScriptCode' in callee)) this.tell();
      },
      onSuspend: (context, how) => {
        if (how === 'await') this.suspend(context);
      },
      hostHooks: {
        HostPromiseRejectionTrackers: new Set([
          (promise, operation) => this.host?.rejections.track(promise, operation),
        ]),
        HostSystemUTCEpochNanoseconds: () => this.epochNanoseconds(),
      },
    };
  }

  private epochNanoseconds(): bigint {
    const ms = this.recorder === null ? 0 : this.clock.read();
    return BigInt(EPOCH_MS + Math.floor(ms)) * 1_000_000n;
  }

  private watch(stack: ExecutionContext[]): void {
    const push = Array.prototype.push.bind(stack) as (context: ExecutionContext) => number;
    const pop = stack.pop.bind(stack) as (context?: ExecutionContext) => undefined;
    stack.push = (...contexts) => {
      for (const context of contexts) {
        push(context);
        this.pushed(context);
      }
      return stack.length;
    };
    stack.pop = (context?: ExecutionContext) => {
      pop(context);
      this.stacks?.shrunk(stack.length);
    };
  }

  private pushed(context: ExecutionContext): void {
    if (this.paused.size > 0 && this.paused.delete(context)) {
      this.recorder?.resume(context, this.places.pause(context.callSite.lastNode));
      return;
    }
    if (this.called !== context.Function) return;
    const { called } = this;
    this.called = null;
    const caller = this.agent.executionContextStack.at(-2);
    if (caller === undefined || !this.isOurs(caller) || this.isOurs(context)) return;
    this.callTo(called, caller);
  }

  private callTo(called: FunctionObject, caller: ExecutionContext): void {
    if (this.host?.isNoteworthy(called) === true) this.recorder?.call(caller);
  }

  private isOurs(context: ExecutionContext): boolean {
    return this.program !== null && context.ScriptOrModule === this.program.record;
  }

  private suspend(context: ExecutionContext): void {
    if (!this.isOurs(context)) return;
    const place = this.places.pause(context.callSite.lastNode);
    this.recorder?.suspend(context, place);
    this.stacks?.paused(context, place);
    this.paused.add(context);
  }

  /** Now and then: is it time to stop, or to tell the page how far it is? */
  private look(): void {
    const now = this.realNow();
    if (now - this.started > this.limits.work) throw new LimitReached('work', this.limits.work);
    if (now - this.sent >= BATCH_MS) this.flush(false, now);
  }

  /**
   * A built-in call may never return, and then only what was sent can be shown: so it is sent before. Not before each call
   * of a loop: the page would hear of nothing else, and lose frames over it (15,000 messages of 30,000 steps, measured).
   */
  private tell(): void {
    if (this.recorder === null || this.recorder.length === this.told) return;
    const now = this.realNow();
    const call = callPlace(this.agent.runningExecutionContext);
    const isFirst = !this.toldAt.has(call) && this.toldAt.size < MOST_FIRST_CALLS;
    if (!isFirst && now - this.sent < CALL_BATCH_MS) return;
    this.toldAt.add(call);
    this.told = this.recorder.length;
    this.flush(false, now);
  }

  private flush(all: boolean, now = this.realNow()): void {
    if (this.recorder === null) return;
    this.sent = now;
    this.send({ type: 'batch', run: this.request.run, tables: this.recorder.take(all) });
  }

  private endOf(error: unknown): End {
    const top = this.stacks?.top() ?? null;
    const place = top === null ? null : this.places.place(top.callSite.lastNode);
    const limit = limitOf(error);
    if (limit === null) return { status: 'failed', message: String(error) };
    this.recorder?.stop();
    return { status: 'limit', ...limit, place };
  }

  private finish(end: End): void {
    this.flush(true);
    this.send({ type: 'end', run: this.request.run, end });
  }
}

/** 1 January 2026: every run begins at the same moment. */
const EPOCH_MS = Date.UTC(2026, 0, 1);

function limitOf(error: unknown): Pick<LimitReached, 'limit' | 'value'> | null {
  if (error instanceof LimitReached) return { limit: error.limit, value: error.value };
  if (!isRangeError(error)) return null;
  // The interpreter's own stack: deep data inside one built-in (JSON, nested arrays, a parser's recursion).
  return { limit: /call stack|recursion/i.test(error.message) ? 'depth' : 'memory', value: 0 };
}

/** Firefox has an error of its own for a stack that is used up. */
function isRangeError(error: unknown): error is Error {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');
}
