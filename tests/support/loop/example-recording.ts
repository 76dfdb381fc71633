/** A short recording written by hand, and a client that hands it out: for components without the machine. */
import type {
  ConsoleEntry,
  Job,
  JobKind,
  JobList,
  Place,
  Recording,
  Segment,
  StackFrame,
  StepView,
} from '../../../src/loop/contract.ts';
import type { MachineClient } from '../../../src/loop/machine-client.ts';

export const EXAMPLE_CODE = `console.log('start');
setTimeout(() => console.log('timeout'), 0);
async function greet() {
  await null;
  console.log('after await');
}
greet();
Promise.resolve().then(() => console.log('then'));
`;

const LINES = EXAMPLE_CODE.split('\n');

function line(number: number): Place {
  const from = LINES.slice(0, number - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const text = LINES[number - 1] ?? '';
  const column = text.length - text.trimStart().length;
  return { from: from + column, to: from + text.length, line: number, column: column + 1, endLine: number };
}

function job(id: number, kind: JobKind, label: string, parts: Partial<Job> = {}): Job {
  const none = { place: null, queuedBy: null, queuedAt: 0, parent: null, again: null };
  return { id, kind, label, ...none, delayMs: null, dueMs: null, ...parts };
}

const SCRIPT = job(0, 'script', 'script');
const TIMER = job(1, 'timer', 'anonymous', {
  place: line(2),
  queuedBy: line(2),
  queuedAt: 2,
  parent: 0,
  delayMs: 0,
  dueMs: 0,
});
const AWAIT = job(2, 'await', 'greet', { place: line(4), queuedBy: line(4), queuedAt: 5, parent: 0 });
const THEN = job(3, 'then', 'anonymous', { place: line(8), queuedBy: line(8), queuedAt: 6, parent: 0 });

export function listOf(jobs: readonly Job[]): JobList {
  return { length: jobs.length, first: (count) => jobs.slice(0, count) };
}

function frame(id: number, name: string, kind: StackFrame['kind'], at: Place | null): StackFrame {
  return { id, name, kind, place: null, at, resumedAt: null };
}

const bottom = (at: number) => frame(1, 'script', 'script', line(at));
const greet = (at: number) => frame(2, 'greet', 'async', line(at));
const print = frame(3, 'console.log', 'native', null);
const resumed: StackFrame = { ...greet(5), resumedAt: line(4) };
const arrow = (at: number) => frame(4, 'anonymous', 'function', line(at));

const idle = {
  node: '',
  place: null,
  phase: 'task',
  turn: 1,
  timeMs: 0,
  why: { code: 'runs-on', job: null },
  running: SCRIPT,
  stack: [],
  microtasks: listOf([]),
  tasks: listOf([]),
  waiting: listOf([]),
  scopes: [],
  printed: 0,
} satisfies Omit<StepView, 'index' | 'kind'>;

type Draft = Omit<StepView, 'index'>;
const at = (number: number) => ({ ...idle, kind: 'statement', place: line(number) }) as const;
const waits = { waiting: listOf([TIMER]) };
const both = { ...waits, microtasks: listOf([AWAIT, THEN]), printed: 1 };
const micro = { phase: 'microtasks', tasks: listOf([TIMER]) } as const;
const ends = { ...idle, phase: 'idle', turn: 2, running: null, printed: 4 } as const;

const STEPS: readonly Draft[] = [
  { ...at(1), stack: [bottom(1)], why: { code: 'script-starts', job: SCRIPT } },
  { ...at(1), kind: 'call', node: 'console.log', stack: [bottom(1), print] },
  { ...at(2), stack: [bottom(2)], printed: 1, scopes: [] },
  { ...at(7), stack: [bottom(7)], printed: 1, ...waits },
  { ...at(4), stack: [bottom(7), greet(4)], printed: 1, ...waits, why: { code: 'called', job: null } },
  {
    ...at(4),
    kind: 'suspend',
    stack: [bottom(7), greet(4)],
    ...waits,
    printed: 1,
    why: { code: 'awaits', job: AWAIT },
  },
  { ...at(8), stack: [bottom(8)], ...both, microtasks: listOf([AWAIT]) },
  { ...idle, kind: 'checkpoint', ...both, running: null, why: { code: 'microtasks-begin', job: null } },
  {
    ...at(5),
    kind: 'resume',
    ...both,
    ...micro,
    microtasks: listOf([THEN]),
    running: AWAIT,
    stack: [resumed],
    why: { code: 'goes-on', job: AWAIT },
  },
  {
    ...at(5),
    kind: 'call',
    ...both,
    ...micro,
    microtasks: listOf([THEN]),
    running: AWAIT,
    stack: [resumed, print],
  },
  {
    ...at(8),
    kind: 'expression',
    ...micro,
    printed: 2,
    running: THEN,
    stack: [arrow(8)],
    why: { code: 'microtask-next', job: THEN },
  },
  {
    ...at(2),
    kind: 'expression',
    turn: 2,
    printed: 3,
    running: TIMER,
    stack: [arrow(2)],
    why: { code: 'task-next', job: TIMER },
  },
  { ...ends, kind: 'end', why: { code: 'nothing-left', job: null } },
];

function printed(text: string, step: number, where: number, by: Job): Omit<ConsoleEntry, 'index'> {
  return { level: 'log', text, depth: 0, place: line(where), step, job: by.id };
}

const CONSOLE: readonly ConsoleEntry[] = [
  printed('start', 1, 1, SCRIPT),
  printed('after await', 9, 5, AWAIT),
  printed('then', 10, 8, THEN),
  printed('timeout', 11, 2, TIMER),
].map((entry, index) => ({ index, ...entry }));

const SEGMENTS: readonly Segment[] = [
  { kind: 'script', first: 0, count: 7, job: SCRIPT },
  { kind: 'microtasks', first: 7, count: 4, job: null },
  { kind: 'task', first: 11, count: 1, job: TIMER },
  { kind: 'end', first: 12, count: 1, job: null },
];

export function exampleRecording(): Recording {
  return {
    code: EXAMPLE_CODE,
    inputs: [],
    length: STEPS.length,
    console: CONSOLE,
    differences: [],
    targets: [],
    segments: SEGMENTS,
    end: { status: 'completed', uncaught: 0 },
    step: (index) => {
      const draft = STEPS[index];
      if (draft === undefined) throw new RangeError(`There is no step ${String(index)}.`);
      return { index, ...draft };
    },
    job: (id) => [SCRIPT, TIMER, AWAIT, THEN][id] ?? null,
    seek: (index, direction) => Math.min(STEPS.length - 1, Math.max(0, index + direction)),
    seekLine: (index, number) => {
      const found = STEPS.findIndex((step, i) => i > index && step.place?.line === number);
      return found === -1 ? null : found;
    },
  };
}

/** Hands out the example at once, whatever the code. */
export function exampleClient(): MachineClient {
  return {
    record: (_code, _inputs, options = {}) => {
      const recording = exampleRecording();
      options.onBatch?.(recording);
      return Promise.resolve(recording);
    },
    rehearse: () => Promise.resolve(null),
    warmUp: () => undefined,
    close: () => undefined,
  };
}
