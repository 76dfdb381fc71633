/**
 * The event loop that HTML describes: one task, then microtasks until none is left, then perhaps a frame.
 * https://html.spec.whatwg.org/multipage/webappapis.html#event-loop-processing-model
 */
import type { Clock } from './clock.ts';
import type { JobFacts } from './jobs.ts';
import { LimitReached, type Limits, type Recorder } from './recorder.ts';
import { type Waiting, WaitingRoom } from './timers.ts';

interface Queued {
  readonly job: number;
  /** Where it will run, for its step. */
  readonly place: number;
  readonly run: () => void;
}

interface Task extends Queued {
  readonly handle: number;
}

interface Microtask extends Queued {
  /** The step is recorded when the function is back on the stack. */
  readonly resumes: boolean;
}

const FRAME_MS = 1000 / 60;
/** So many tasks may run at one moment of virtual time before time passes (else frames would never come). */
const TASKS_A_MOMENT = 50;

export class EventLoop {
  private readonly tasks: Task[] = [];
  private readonly microtasks: Microtask[] = [];
  private microtaskHead = 0;
  private readonly waiting = new WaitingRoom();
  private frameCallbacks: Task[] = [];
  private handles = 0;
  private tasksNow = 0;
  private unpainted = false;
  /** Called when the microtasks are used up, with nothing on the stack. */
  afterMicrotasks: (() => void) | null = null;
  /** Called when nothing is left to do; true if that gave something to do. */
  whenIdle: (() => boolean) | null = null;
  /** Timer nesting level of the running task. */
  nesting = 0;

  constructor(
    private readonly recorder: Recorder,
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  get runningJob(): number {
    return this.recorder.running;
  }

  /** Adds a task that is ready now; returns a handle to cancel it by. */
  queueTask(facts: JobFacts, run: () => void): number {
    const handle = this.handle();
    const job = this.add(facts, 'tasks');
    this.tasks.push({ handle, job, place: facts.place, run });
    return handle;
  }

  /** Adds what becomes a task after `delayMs`. */
  wait(facts: JobFacts, delayMs: number, why: Waiting['why'], run: () => void): number {
    if (delayMs <= 0 && why === 'timer-due')
      return this.queueTask({ ...facts, delayMs: 0, dueMs: this.clock.now }, run);
    const handle = this.handle();
    const dueMs = this.clock.now + delayMs;
    const job = this.add({ ...facts, delayMs, dueMs }, 'waiting');
    this.places.set(job, facts.place);
    this.waiting.add({ handle, job, dueMs, why, run });
    return handle;
  }

  queueMicrotask(facts: JobFacts, run: () => void): void {
    const job = this.add(facts, 'microtasks');
    this.microtasks.push({ job, place: facts.place, run, resumes: facts.kind === 'await' });
  }

  queueFrameCallback(facts: JobFacts, run: () => void): number {
    const handle = this.handle();
    const dueMs = this.nextFrame();
    const job = this.add({ ...facts, delayMs: dueMs - this.clock.now, dueMs }, 'waiting');
    this.frameCallbacks.push({ handle, job, place: facts.place, run });
    return handle;
  }

  cancel(handle: number): void {
    const job = this.waiting.cancel(handle) ?? take(this.tasks, handle) ?? take(this.frameCallbacks, handle);
    if (job !== null) this.recorder.jobs.move(job, 'gone');
  }

  /** The first task, then everything that follows from it. */
  run(script: () => void): void {
    const { recorder } = this;
    const job = this.add({ kind: 'script', label: 'script', place: -1, queuedBy: -1 }, 'running');
    recorder.turn = 1;
    recorder.running = job;
    script();
    this.finishTask(job);
    while (this.turn());
  }

  /** https://html.spec.whatwg.org/multipage/webappapis.html#perform-a-microtask-checkpoint */
  checkpoint(): void {
    if (this.microtaskHead === this.microtasks.length) return;
    const { recorder } = this;
    const { phase, running } = recorder;
    recorder.phase = 'microtasks';
    recorder.running = -1;
    recorder.loop('checkpoint', { why: 'microtasks-begin' });
    for (let next = this.nextMicrotask(); next !== undefined; next = this.nextMicrotask()) {
      this.start(next, next.resumes ? null : 'microtask');
      next.run();
      this.stop(next.job);
    }
    recorder.phase = phase;
    recorder.running = running;
  }

  private readonly places = new Map<number, number>();

  private handle(): number {
    this.handles += 1;
    return this.handles;
  }

  private add(facts: JobFacts, place: 'tasks' | 'microtasks' | 'waiting' | 'running'): number {
    const { jobs } = this.recorder;
    if (jobs.total >= this.limits.jobs) throw new LimitReached('jobs', this.limits.jobs);
    return jobs.add(facts, this.recorder.running, place);
  }

  private nextMicrotask(): Microtask | undefined {
    const next = this.microtasks[this.microtaskHead];
    this.microtaskHead += 1;
    if (next !== undefined) return next;
    this.microtasks.length = 0;
    this.microtaskHead = 0;
    return undefined;
  }

  /** One turn; false when nothing is left. */
  private turn(): boolean {
    if (this.frameIsDue()) return this.frame();
    const task = this.tasks.shift();
    if (task !== undefined) return this.runTask(task);
    return this.sleep() || (this.whenIdle?.() ?? false);
  }

  private runTask(task: Task): boolean {
    const { recorder } = this;
    if (recorder.turn > this.limits.tasks) throw new LimitReached('tasks', this.limits.tasks);
    recorder.turn += 1;
    this.clock.newTask();
    this.letTimePass();
    recorder.phase = 'task';
    this.start(task, 'task');
    task.run();
    this.finishTask(task.job);
    return true;
  }

  private letTimePass(): void {
    this.tasksNow += 1;
    if (this.tasksNow <= TASKS_A_MOMENT) return;
    this.clock.advanceTo(this.clock.now + 1);
    this.due();
  }

  private finishTask(job: number): void {
    this.nesting = 0;
    this.unpainted = true;
    this.stop(job);
    this.checkpoint();
    this.afterMicrotasks?.();
  }

  private start(job: Queued, kind: 'task' | 'microtask' | 'frame-callback' | null): void {
    const { recorder } = this;
    recorder.jobs.move(job.job, 'running');
    recorder.running = job.job;
    if (kind === null) return;
    recorder.loop(kind, { why: `${kind}-next`, job: job.job, place: job.place });
  }

  private stop(job: number): void {
    this.recorder.jobs.move(job, 'gone');
    this.recorder.running = -1;
  }

  private nextFrame(): number {
    return (Math.floor(this.clock.now / FRAME_MS + 1e-9) + 1) * FRAME_MS;
  }

  private lastFrame = 0;

  private frameIsDue(): boolean {
    const wanted = this.unpainted || this.frameCallbacks.length > 0;
    return wanted && Math.floor(this.clock.now / FRAME_MS + 1e-9) > this.lastFrame;
  }

  /** https://html.spec.whatwg.org/multipage/webappapis.html#update-the-rendering */
  private frame(): boolean {
    const { recorder } = this;
    this.lastFrame = Math.floor(this.clock.now / FRAME_MS + 1e-9);
    this.unpainted = false;
    recorder.phase = 'frame';
    recorder.loop('frame', { why: 'frame-due' });
    const callbacks = this.frameCallbacks;
    this.frameCallbacks = [];
    for (const callback of callbacks) {
      this.start(callback, 'frame-callback');
      callback.run();
      this.stop(callback.job);
      this.checkpoint();
    }
    this.afterMicrotasks?.();
    return true;
  }

  /** Jumps to when something is ready; false when nothing will ever be. */
  private sleep(): boolean {
    const next = this.waiting.peek();
    const frame = this.frameCallbacks.length > 0 || this.unpainted ? this.nextFrame() : Infinity;
    const until = Math.min(next?.dueMs ?? Infinity, frame);
    if (until === Infinity) return false;
    if (until > this.limits.time) throw new LimitReached('time', this.limits.time);
    const { recorder } = this;
    recorder.phase = 'idle';
    if (until < frame && until > this.clock.now) recorder.loop('wait', { why: 'sleeps' });
    this.tasksNow = 0;
    this.clock.advanceTo(until);
    this.due();
    return true;
  }

  /** Whose time has come becomes a task, in the order of the times. */
  private due(): void {
    const { recorder } = this;
    for (let next = this.waiting.peek(); next !== null; next = this.waiting.peek()) {
      if (next.dueMs > this.clock.now) return;
      recorder.phase = 'idle';
      recorder.loop('ready', { why: next.why, job: next.job, place: this.places.get(next.job) ?? -1 });
      this.waiting.pop();
      recorder.jobs.move(next.job, 'tasks');
      this.tasks.push({ ...next, place: this.places.get(next.job) ?? -1 });
    }
  }
}

function take(queue: Task[], handle: number): number | null {
  const at = queue.findIndex((task) => task.handle === handle);
  if (at === -1) return null;
  return queue.splice(at, 1)[0]?.job ?? null;
}
