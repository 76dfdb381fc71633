import type { Outcome } from '../../../model/lesson.ts';
import { logged } from '../../../trace/ask.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';
import { makeStart } from './scripts.ts';

const line = (outcome: Outcome): string => logged(outcome)[0] ?? '';

/** What came of the file: browsers word the error differently. */
function fate(outcome: Outcome): string {
  if (line(outcome).includes('SyntaxError')) return 'refused';
  return line(outcome) === '42' ? 'answer' : 'promise';
}

export const card: Card = {
  name: 'gotcha:await-outside',
  rule: '`await` may stand in an `async` function and at the top level of a module: anywhere else it is a syntax error, and nothing of that file runs.',
  more: 'async-functions',
  code,
  knobs: [],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'answer.js is run as a plain script. What does it print?',
    truthLabel: 'It printed',
    options: [
      { id: 'answer', label: '42' },
      { id: 'promise', label: 'A promise' },
      { id: 'refused', label: 'A syntax error' },
    ],
    truth: fate,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: (stage) => {
      trap(stage.extend({ start: makeStart(stage) }));
    },
    after: () =>
      'In a plain script `await` is a name like any other outside an `async` function, so `await 42` makes no sense. The whole file is refused before its first line runs. The same goes for a callback that isn’t `async` itself, though an `async` function stands around it.',
  },
  fixes: [
    {
      ...FIX,
      label: 'As a module',
      heading: 'The same file, as a module',
      shows: 'fix',
      run: (stage) => {
        fix(stage.extend({ start: makeStart(stage) }));
      },
      after: () =>
        'A module may wait at its top level, and whoever imports it waits for it. In a page: `<script type="module">`. In a plain script put an `async` function around it and call that.',
    },
  ],
};
