import type { Job, JobKind, Place, StackFrame } from '../contract.ts';

/** What stands on a job's card, above the line that queued it. */
const NAMES: Readonly<Record<JobKind, string>> = {
  script: 'script',
  timer: 'timer callback',
  interval: 'interval callback',
  message: 'message',
  fetch: 'response',
  click: 'click',
  abort: 'abort',
  rejection: 'unhandled rejection',
  'frame-callback': 'frame callback',
  then: 'then callback',
  catch: 'catch callback',
  finally: 'finally callback',
  await: 'after await',
  thenable: 'call then() of a thenable',
  'pass-on': 'pass the outcome on',
  microtask: 'microtask callback',
};

const NAMELESS = new Set(['', 'anonymous']);

export function isNamed(label: string): boolean {
  return !NAMELESS.has(label);
}

/** "greet()" for a function, the address or element for what has no function. */
function own(job: Job): string | null {
  if (!isNamed(job.label)) return null;
  if (job.kind === 'fetch' || job.kind === 'click') return `${NAMES[job.kind]}, ${job.label}`;
  return `${job.label}()`;
}

/** The first line of a card; `brief` fits half a phone. */
export function jobTitle(job: Job, brief = false): string {
  if (job.kind === 'await') return isNamed(job.label) ? `${job.label}()` : 'async function';
  return own(job) ?? (brief ? (KIND_SHORT[job.kind] ?? NAMES[job.kind]) : NAMES[job.kind]);
}

/** The same in a sentence: "the timer callback", "greet()". */
export function jobPhrase(job: Job): string {
  if (job.kind === 'script') return 'the script';
  if (job.kind === 'abort') return own(job) ?? 'the abort';
  if (job.kind === 'await') return isNamed(job.label) ? `${job.label}()` : 'the async function';
  return isNamed(job.label) && job.kind !== 'fetch' && job.kind !== 'click'
    ? `${NAMES[job.kind]} ${job.label}()`
    : `the ${own(job) ?? NAMES[job.kind]}`;
}

export const lineOf = (place: Place | null): string | null =>
  place === null ? null : `line ${String(place.line)}`;

/** Milliseconds of virtual time: whole where they are whole. */
export function formatVirtual(ms: number): string {
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(ms)} ms`;
}

/** The second line of a card in a queue; `brief` fits half a phone. */
export function queuedWords(job: Job, brief = false): string {
  const line = lineOf(job.queuedBy);
  if (brief && line !== null) return `from ${line}`;
  const kind = own(job) !== null || job.kind === 'await' ? (KIND_SHORT[job.kind] ?? '') : '';
  const from = line === null ? (job.kind === 'click' ? 'by you' : '') : `queued by ${line}`;
  return [kind, from].filter((part) => part !== '').join(', ');
}

/** Said on the second line where the first one holds the function's name. */
const KIND_SHORT: Partial<Readonly<Record<JobKind, string>>> = {
  timer: 'timer',
  interval: 'interval',
  message: 'message',
  'frame-callback': 'frame callback',
  then: 'then',
  catch: 'catch',
  finally: 'finally',
  await: 'after await',
  microtask: 'microtask',
};

/** The second line of a card that waits; `brief` fits half a phone. */
export function waitingWords(job: Job, nowMs: number, brief = false): string {
  const line = lineOf(job.queuedBy);
  const left = job.dueMs === null ? null : Math.max(0, job.dueMs - nowMs);
  const when =
    job.kind === 'frame-callback' ? 'next frame' : left === null ? null : `${formatVirtual(left)} left`;
  return [when, line === null || brief ? line : `from ${line}`].filter((part) => part !== null).join(', ');
}

/** The second line of a frame of the call stack. */
export function frameWords(frame: StackFrame, caller: StackFrame | null): string {
  const resumed = lineOf(frame.resumedAt);
  if (resumed !== null) return `resumed at ${resumed}`;
  // a function of the host has no lines of its own: the one that calls it
  return lineOf(frame.at) ?? lineOf(frame.place) ?? lineOf(caller?.at ?? null) ?? 'built in';
}

export function frameTitle(frame: StackFrame): string {
  return isNamed(frame.name) ? frame.name : 'anonymous';
}
