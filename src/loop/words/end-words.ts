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
  depth: () => 'because the calls lie too deep',
};

/** What to say of the end of a recording; `null` when all went well. */
export function endWords(end: End): EndWords | null {
  switch (end.status) {
    case 'completed':
      return null;
    case 'syntax':
      return {
        title: `Line ${String(end.line)} can’t be read.`,
        text: `${end.message.replace(/^SyntaxError:\s*/, '')} (column ${String(end.column)}). Nothing ran.`,
      };
    case 'limit': {
      const line = lineOf(end.place);
      const where = line === null ? '' : ` It stood in ${line}.`;
      return {
        title: 'This code doesn’t come to an end.',
        text: `The recording stopped ${LIMITS[end.limit](end.value)}.${where} You can step through all of it.`,
      };
    }
    case 'timed-out': {
      const line = lineOf(end.place);
      return {
        title: 'One call took too long.',
        text: `${line === null ? 'It' : capital(line)} gave no sign of life for ${number(end.afterMs / 1000)} seconds, so the machine was stopped. You can step through what ran before.`,
      };
    }
    case 'failed':
      return { title: 'The machine failed.', text: `${end.message} Run starts a new one.` };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where this interpreter is not a browser, for the words that the code uses. */
const DIFFERENCES: Readonly<Record<DifferenceCode, string>> = {
  'annex-b-function': 'Functions declared in a block are not visible outside of it here.',
  'annex-b-string': 'This old string method is for browsers alone and doesn’t exist here.',
  'annex-b-escape': 'escape and unescape are for browsers alone and don’t exist here.',
  'annex-b-regexp': 'Browsers take this old form of a regular expression; here it is an error.',
  'annex-b-date': 'This old date method is for browsers alone and doesn’t exist here.',
  'annex-b-proto': '__proto__ and its friends are for browsers alone and don’t exist here.',
  'html-comment': 'Comments in HTML’s form are for browsers alone.',
  intl: 'There is no Intl here.',
  locale: 'Here it answers without regard to any language.',
  'time-zone': 'Dates are in UTC here.',
  atomics: 'There is no shared memory here.',
  'error-stack': 'The text of a stack trace differs from browser to browser.',
  module: 'Imports have nothing to load from here.',
  'newer-language': 'This part of the language is newer than the interpreter.',
  'no-dom': 'There is no page here, only elements that hear events.',
  'simulated-fetch': 'The network is simulated: nothing leaves this device.',
  random: 'Chance is the same at each run here, so that a recording can be repeated.',
};

export function differenceWords(code: DifferenceCode): string {
  return DIFFERENCES[code];
}
