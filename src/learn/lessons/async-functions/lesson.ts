import { formatMs } from '../../../ui/format.ts';
import type { Lesson, Outcome } from '../../model/lesson.ts';
import { makeLoopTools } from '../../stage/loop-tools.ts';
import { logged } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { always, plainValue, returnAwait, returning, start, throwing, topLevel } from './program.ts';

const said = (outcome: Outcome): string => logged(outcome).join(', ');

/** How long the module kept its importer waiting. */
function importMs({ trace }: Outcome): number {
  const lines = trace.events.filter((event) => event.type === 'point');
  return (lines.at(-1)?.ms ?? 0) - (lines[0]?.ms ?? 0);
}

const FAILING_NET =
  "const net = {\n  get: () =>\n    new Promise((_, reject) =>\n      setTimeout(reject, 100, new Error('500'))\n    )\n};";

export const lesson: Lesson = {
  name: 'async-functions',
  idea: 'An async function runs at once, up to its first `await`. Then it hands a promise back and goes on later.',
  intro: [
    'You call a pizzeria. They take your order right there, on the phone. Then you get a number, the call is over, and the pizza is made while you do something else. The order was taken during the call; only the rest happens later.',
    'Many people believe that `async` moves a function out of the way. Say what the code below writes, and in which order.',
  ],
  code,
  knobs: [],
  axis: 'order',
  net: () => ({ ms: 100, status: 500, lane: 'Save' }),
  prediction: {
    kind: 'order',
    question: 'In which order do the four lines appear?',
    truthLabel: 'It was',
    items: [
      { id: 'before the call', label: 'before the call' },
      { id: 'after the call', label: 'after the call' },
      { id: 'work begins', label: 'work begins' },
      { id: 'work goes on', label: 'work goes on' },
    ],
    truth: logged,
  },
  first: {
    id: 'start',
    label: 'When it starts',
    heading: 'When does it start?',
    shows: 'start',
    run: ({ world }) => start(world),
    after: () =>
      'The call ran straight into the function, down to its `await`. Only what stands below the `await` came later, in a [[microtask]], after the caller’s own line.',
    stepper: '',
  },
  fixes: [
    {
      id: 'always',
      label: 'A promise',
      heading: 'It always returns a promise',
      shows: 'always',
      run: ({ world }) => always(world),
      after: (outcome) =>
        `${said(outcome)}. The number was ready, and still the caller got a [[promise]]: one rule, whatever happens inside.`,
      stepper: '',
    },
    {
      id: 'throwing',
      label: 'throw',
      heading: 'A throw becomes a rejection',
      shows: 'throwing',
      run: ({ world }) => throwing(world),
      after: (outcome) =>
        `${said(outcome)}. The error travels in the promise, so it comes out where somebody awaits it.`,
      stepper: '',
    },
    {
      id: 'returning',
      label: 'return',
      heading: 'return leaves the try',
      shows: 'returning',
      run: ({ world }) => returning(world),
      after: (outcome) =>
        `${said(outcome)}. Without \`await\` the function hands its promise on and leaves the \`try\` before anything fails. Its \`catch\` is never used. Now with \`await\`.`,
      stepper: FAILING_NET,
    },
    {
      id: 'return-await',
      label: 'return await',
      heading: 'return await stays in the try',
      shows: 'returnAwait',
      run: ({ world }) => returnAwait(world),
      after: (outcome) =>
        `${said(outcome)}. The function waits inside the \`try\`, so the rejection is thrown there. One word decides who handles the error.`,
      stepper: FAILING_NET,
    },
    {
      id: 'plain-value',
      label: 'await 42',
      heading: 'Awaiting what is there',
      shows: 'plainValue',
      run: (stage) => plainValue(stage.extend(makeLoopTools(stage))),
      after: (outcome) =>
        `${said(outcome)}. There was nothing to wait for, and still the rest came a microtask later: \`await\` always lets go once.`,
      stepper: '',
    },
    {
      id: 'top-level',
      label: 'Top level',
      heading: 'await outside any function',
      shows: 'topLevel',
      run: ({ world }) => topLevel(world),
      after: (outcome) =>
        importMs(outcome) >= 100
          ? `The module kept its importer waiting for ${formatMs(Math.round(importMs(outcome)))}. In a module \`await\` may stand outside functions; in a plain script it is a syntax error. Run it again: a module runs once.`
          : `${formatMs(Math.round(importMs(outcome)))}: this page has loaded the module before, and a module runs once. The first time its \`await\` took 150 ms.`,
    },
  ],
  result: (outcome) => `Second came: ${logged(outcome)[1] ?? 'nothing'}`,
  why: [
    '`async` doesn’t make anything run elsewhere. Heavy work above the first `await`, or below it, keeps the [[thread]] just as busy as in any other function.',
    'Because it always gives a promise, **whoever calls an async function must do something with what comes back**: await it, return it, or handle its failure. `if (isReady())` is always true if `isReady` is async.',
    'In a `try`, write `return await`. Elsewhere the two differ only by a few microtasks, and in how much of the call stack an error remembers.',
  ],
};
