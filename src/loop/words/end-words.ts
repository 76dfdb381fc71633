import type { DifferenceCode, End, LimitName } from '../contract.ts';
import { lineOf } from './job-words.ts';

/** A title and a sentence, and whether it is an error of the code. */
export interface EndWords {
  readonly title: string;
  readonly text: string;
}

const number = (value: number): string => new Intl.NumberFormat('en-GB').format(value);

const LIMITS: Readonly<Record<LimitName, (value: number) => string>> = {
  steps: (value) => `after ${number(value)} steps`,
  tasks: (value) => `after ${number(value)} tasks`,
  jobs: (value) => `after ${number(value)} queued jobs`,
  console: (value) => `after ${number(value)} lines on the console`,
  time: (value) => `after ${number(value / 60_000)} minutes of virtual time`,
  work: (value) => `after ${number(value / 1000)} seconds of work`,
  depth: () => 'because calls or data are nested too deep',
  memory: () => 'because a text, a list or a number grew too large',
};

const TOO_LONG = 'This code runs too long to be recorded to its end.';
const TOO_MUCH: ReadonlySet<LimitName> = new Set(['depth', 'memory']);

/** What to say of the end of a recording of so many steps; `null` when all went well. */
export function endWords(end: End, steps: number): EndWords | null {
  switch (end.status) {
    case 'completed':
      return null;
    case 'syntax':
      return {
        title: `Line ${String(end.line)} can’t be read.`,
        text: `${end.message.replace(/^SyntaxError:\s*/, '')} (column ${String(end.column)}). Nothing ran.`,
      };
    case 'limit':
      return steps === 0 ? unread(end.limit) : limitWords(end);
    case 'timed-out':
      return lateWords(end, steps);
    case 'failed':
      return { title: 'The machine failed.', text: `${end.message} Run starts a new one.` };
  }
}

type EndOf<Status extends End['status']> = Extract<End, { readonly status: Status }>;

function limitWords({ limit, value, place }: EndOf<'limit'>): EndWords {
  const line = lineOf(place);
  const where = line === null ? '' : ` It stood in ${line}.`;
  return {
    title: TOO_MUCH.has(limit) ? 'This code asks for too much.' : TOO_LONG,
    text: `The recording stopped ${LIMITS[limit](value)}.${where} You can step through what was recorded.`,
  };
}

/** Where it stood is what the machine last told, so that is what is said. */
function lateWords({ silent, afterMs, place }: EndOf<'timed-out'>, steps: number): EndWords {
  const line = lineOf(place);
  const seconds = `${number(afterMs / 1000)} seconds`;
  const what = silent
    ? `gave no sign for ${seconds} and was stopped`
    : `was stopped after ${seconds} of work`;
  const where = line === null ? '' : ` It was last heard of in ${line}.`;
  const left = steps === 0 ? 'Nothing was recorded.' : 'You can step through what was recorded.';
  return {
    title: silent ? 'One call took too long.' : TOO_LONG,
    text: `The machine ${what}.${where} ${left}`,
  };
}

/** A limit was reached before the first step, while the code was being read. */
function unread(limit: LimitName): EndWords {
  const why = limit === 'depth' ? 'Its brackets or blocks lie too deep in one another' : 'It is too large';
  return { title: 'This code can’t be read.', text: `${why}. Nothing ran.` };
}

/** Where this interpreter is not a browser, for the words that the code uses. */
const DIFFERENCES: Readonly<Record<DifferenceCode, string>> = {
  'annex-b-function': 'Functions declared in a block are not visible outside of it here.',
  'annex-b-regexp': 'Browsers take this old form of a regular expression; here it is an error.',
  'html-comment': 'Comments in HTML’s form are for browsers alone.',
  intl: 'There is no Intl here.',
  locale: 'Here it answers without regard to any language.',
  'time-zone': 'Dates are in UTC here.',
  atomics: 'There is no shared memory here.',
  'error-stack': 'The text of a stack trace differs from browser to browser.',
  module: 'Imports have nothing to load from here.',
  'no-dom': 'There is no page here, only elements that hear events.',
  'missing-api': 'This part of a browser isn’t built here.',
  'simulated-fetch': 'The network is simulated: nothing leaves this device.',
  'rejected-return':
    'During a yield*, a promise that rejects makes Chrome go on as if next() had been called; the language’s rules, and this page, throw its reason into the generator.',
  random: 'Chance is the same at each run here, so that a recording can be repeated.',
};

export function differenceWords(code: DifferenceCode): string {
  return DIFFERENCES[code];
}
