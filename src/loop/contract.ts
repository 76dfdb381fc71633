/**
 * The vocabulary of the event-loop stepper: what the stage reads of a recording. Types only; what crosses
 * the thread boundary is in wire.ts. Times are milliseconds of virtual time unless a name says otherwise.
 */

/** A piece of the learner's code: UTF-16 offsets `from`..`to` (end excluded); lines and columns from 1. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/**
 * What happens at a step. `statement`, `expression` and `call` stand *before* what they show runs; the rest
 * are turns of the loop.
 * - `statement`: about to run a statement.
 * - `expression`: about to run the body of an arrow function without braces.
 * - `call`: a function of the host or of promises stands on the stack (`console.log`, `setTimeout`, `then`).
 * - `suspend`: about to await or yield to the loop: the function leaves the stack.
 * - `resume`: a function is back on the stack after its await.
 * - `task`, `microtask`, `frame-callback`: the job has left its queue and is about to run.
 * - `checkpoint`: the stack is empty: microtasks run until none is left.
 * - `frame`: a frame is due: frame callbacks, style, paint.
 * - `wait`: nothing to run: time passes until something that waits is ready.
 * - `ready`: what waited (a timer, a request, a click) becomes a task.
 * - `uncaught`: an error that nobody caught is reported; `unhandled`: a rejection that nobody handled.
 * - `end`: nothing is left to do, or a limit was reached (see `Recording.end`).
 */
export type StepKind =
  | 'statement'
  | 'expression'
  | 'call'
  | 'suspend'
  | 'resume'
  | 'task'
  | 'microtask'
  | 'frame-callback'
  | 'checkpoint'
  | 'frame'
  | 'wait'
  | 'ready'
  | 'uncaught'
  | 'unhandled'
  | 'end';

/** Where the loop is: running the script or another task, emptying the microtasks, in a frame, or idle. */
export type Phase = 'task' | 'microtasks' | 'frame' | 'idle';

/** What a job is; its place (waiting, task, microtask, on the stack) says where it is now. */
export type JobKind =
  | 'script'
  | 'timer'
  | 'interval'
  | 'message'
  | 'fetch'
  | 'click'
  | 'abort'
  | 'rejection'
  | 'frame-callback'
  | 'then'
  | 'catch'
  | 'finally'
  | 'await'
  | 'thenable'
  | 'pass-on'
  | 'microtask';

/**
 * A piece of work that moves from place to place, the same `id` all the way: a timer waits, becomes a task
 * and runs; a microtask is queued and runs. An interval gets a new id each time it is armed (`again` is the
 * id it had before).
 */
export interface Job {
  readonly id: number;
  readonly kind: JobKind;
  /** The function's own name, `'anonymous'` when it has none, the URL of a request, the element of a click. */
  readonly label: string;
  /** The callback, or the `await` it goes on after; `null` when it is no code of the learner. */
  readonly place: Place | null;
  /** The line that put it where it is first seen; `null` for the script and for the learner's clicks. */
  readonly queuedBy: Place | null;
  /** The step that stood on the stage when it was queued. */
  readonly queuedAt: number;
  /** The job that ran then; `null` for the script. */
  readonly parent: number | null;
  readonly again: number | null;
  /** Timers, requests: what was asked for, in ms, after clamping. */
  readonly delayMs: number | null;
  /** Timers, requests: the virtual time at which it is ready. */
  readonly dueMs: number | null;
}

/** A list that may be long (a million microtasks): read what is shown, count the rest. */
export interface JobList {
  readonly length: number;
  /** The first `count` jobs, next one first. */
  first(count: number): Job[];
}

/** One frame of the call stack. */
export interface StackFrame {
  /** Stays the same from step to step while the call lasts, so that the frame can stay in place. */
  readonly id: number;
  /** `greet`, `console.log`, `anonymous`, `script`. */
  readonly name: string;
  readonly kind: 'script' | 'function' | 'async' | 'generator' | 'native';
  /** The function in the code; `null` for native ones. */
  readonly place: Place | null;
  /** Where execution stands in it (the current node, or the call it waits for); `null` for native ones. */
  readonly at: Place | null;
  /** The `await` or `yield` after which it goes on, when it is back on the stack. */
  readonly resumedAt: Place | null;
}

/** A value as text, shortened. `type` is what `typeof` says, plus `null`, `array`, `promise`, `error`, `none`. */
export interface ValueView {
  readonly text: string;
  readonly type: string;
}

export interface Variable {
  readonly name: string;
  /** `null`: not initialised yet (the temporal dead zone). */
  readonly value: ValueView | null;
  /** It was set or changed between the step before and this one. */
  readonly changed: boolean;
}

export interface Scope {
  readonly id: number;
  readonly kind: 'block' | 'function' | 'script' | 'catch' | 'loop' | 'class' | 'module';
  /** The function's name; `''` for others. */
  readonly name: string;
  readonly variables: readonly Variable[];
}

export type ConsoleLevel = 'log' | 'info' | 'debug' | 'warn' | 'error' | 'uncaught';

export interface ConsoleEntry {
  readonly index: number;
  readonly level: ConsoleLevel;
  /** As a browser prints it; may hold line breaks; shortened when huge. */
  readonly text: string;
  /** `console.group` depth. */
  readonly depth: number;
  readonly place: Place | null;
  /** The step that printed it: visible from the step after. */
  readonly step: number;
  /** The job that printed it. */
  readonly job: number;
}

/**
 * Why this happens now, in the specification's terms. The stage makes the sentence; `job` and `place` name
 * what it is about.
 */
export type WhyCode =
  /** The script itself is the first task. */
  | 'script-starts'
  /** Ordinary progress on the stack: run to completion, nothing may come between. */
  | 'runs-on'
  /** A function was called: a frame was pushed. */
  | 'called'
  /** A function returned: its frame was popped. */
  | 'returned'
  /** The function pauses at its await; the rest of it waits for a promise. */
  | 'awaits'
  /** An async function goes on after its await. */
  | 'goes-on'
  /** The stack is empty: run microtasks until none is left. */
  | 'microtasks-begin'
  /** Microtasks run in the order they were queued, before anything else. */
  | 'microtask-next'
  /** Microtasks are used up, one task is taken: one each turn. */
  | 'task-next'
  /** A frame is due, and no task is in the way. */
  | 'frame-due'
  /** A frame callback that was asked for before this frame began. */
  | 'frame-callback-next'
  /** Nothing to do: the loop sleeps until the next timer, request or frame. */
  | 'sleeps'
  /** Its time has come: it is queued as a task, behind those that wait already. */
  | 'timer-due'
  | 'response-arrived'
  | 'clicked'
  | 'signal-aborts'
  /** An error left the last frame: it is reported, the loop goes on. */
  | 'error-reported'
  /** A promise was rejected and nobody handled it by the end of the microtasks. */
  | 'rejection-reported'
  | 'nothing-left'
  | 'limit';

export interface Why {
  readonly code: WhyCode;
  readonly job: Job | null;
}

/** Everything there is to see at one step, *before* it runs. */
export interface StepView {
  readonly index: number;
  readonly kind: StepKind;
  /** The code about to run; `null` at turns of the loop. */
  readonly place: Place | null;
  /** The grammar's name of that node (`ExpressionStatement`), or the native function's name for a call. */
  readonly node: string;
  readonly phase: Phase;
  /** Counts tasks: the script is turn 1. */
  readonly turn: number;
  readonly timeMs: number;
  readonly why: Why;
  /** The job whose code is on the stack; `null` when the loop itself has the word. */
  readonly running: Job | null;
  /** Outermost call first; the last one runs. */
  readonly stack: readonly StackFrame[];
  readonly microtasks: JobList;
  readonly tasks: JobList;
  /** Timers, requests and frame callbacks that are not ready; `dueMs - timeMs` is what is left. */
  readonly waiting: JobList;
  /** Innermost scope first; the global object is left out. */
  readonly scopes: readonly Scope[];
  /** How many entries of `Recording.console` were printed before this step. */
  readonly printed: number;
}

/** One piece of the slider: consecutive steps of one job or one turn of the loop. */
export interface Segment {
  readonly kind: 'script' | 'task' | 'microtasks' | 'frame' | 'idle' | 'end';
  readonly first: number;
  readonly count: number;
  /** The task it belongs to. */
  readonly job: Job | null;
}

/**
 * `steps`, `tasks`, `jobs` (queued in all) and `console` count; `time` is virtual ms, `work` real ms of the
 * machine, `depth` the interpreter's own limit of nesting (of the code itself where no step was recorded), `memory` a text,
 * list or number larger than can be.
 */
export type LimitName = 'steps' | 'tasks' | 'jobs' | 'console' | 'time' | 'work' | 'depth' | 'memory';

/** How a recording ended. What was recorded until then can be stepped through in every case. */
export type End =
  /** Nothing is left to run. `uncaught` counts errors and rejections that nobody caught. */
  | { readonly status: 'completed'; readonly uncaught: number }
  /** A limit was reached: `value` is the limit. `place` is where the code stood. */
  | {
      readonly status: 'limit';
      readonly limit: LimitName;
      readonly value: number;
      readonly place: Place | null;
    }
  /** The code can't be parsed: nothing ran. */
  | { readonly status: 'syntax'; readonly message: string; readonly line: number; readonly column: number }
  /**
   * The page stopped the machine. `silent`: it gave no sign of life for `afterMs` of real time (one huge built-in call);
   * else it was at work for so long. `place` is where the code stood when it was last heard of.
   */
  | {
      readonly status: 'timed-out';
      readonly silent: boolean;
      readonly afterMs: number;
      readonly place: Place | null;
    }
  /** The machine itself failed: a bug of ours or a lack of memory. */
  | { readonly status: 'failed'; readonly message: string };

/** Where the interpreter's language differs from a browser's; found in the learner's own code. */
export type DifferenceCode =
  | 'annex-b-function'
  | 'annex-b-regexp'
  | 'html-comment'
  | 'intl'
  | 'locale'
  | 'time-zone'
  | 'atomics'
  | 'error-stack'
  | 'module'
  | 'no-dom'
  | 'missing-api'
  | 'simulated-fetch'
  | 'random'
  | 'rejected-return';

export interface Difference {
  readonly code: DifferenceCode;
  /** The word in the code: `substr`, `toLocaleString`. */
  readonly name: string;
  readonly place: Place;
}

/** Something the learner can click: an element the code asked for that has a click listener. */
export interface ClickTarget {
  /** What `UserInput.target` names. */
  readonly id: string;
  /** The selector or tag as the code wrote it: `#save`, `button`, `document`. */
  readonly label: string;
  /** The first step at which a click is heard. */
  readonly fromStep: number;
}

/**
 * The learner acts at a step: the code is run again from the start, everything up to that step is the same,
 * and the click becomes a task then.
 */
export interface UserInput {
  readonly kind: 'click';
  readonly target: string;
  readonly atStep: number;
}

/** How far one press of Step or Back goes. */
export type Grain = 'statement' | 'call' | 'turn';

/** A recording that may still grow: `length` and `console` only ever get longer, steps never change. */
export interface Recording {
  readonly code: string;
  readonly inputs: readonly UserInput[];
  readonly length: number;
  readonly console: readonly ConsoleEntry[];
  readonly differences: readonly Difference[];
  readonly targets: readonly ClickTarget[];
  readonly segments: readonly Segment[];
  /** `null` while the machine is still at work. */
  readonly end: End | null;
  /** Throws a RangeError outside 0..length-1. Cheap enough for every frame of a drag (measured). */
  step(index: number): StepView;
  job(id: number): Job | null;
  /** The next stop from `index` in that direction; `index` itself when there is none. */
  seek(index: number, direction: 1 | -1, grain: Grain): number;
  /** The next step after `index` that stands on that line; `null` when there is none. */
  seekLine(index: number, line: number): number | null;
}
