import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import type { StageWorld } from '../../stage/world.ts';
import { logged } from '../../trace/ask.ts';
import { makeAsk } from './ask.ts';
import { code } from './program.ts?code';
import { careful, chain, mixed, nested, straight, wrapped } from './program.ts';

const ANSWERS: Readonly<Record<string, string>> = {
  '/user/ada': 'u1',
  '/posts/u1': 'p1',
  '/comments/p1': '3 comments',
  '/user/bob': 'u2',
};

/** Whose request it is, and for what: a lane each. */
function laneOf(path: string): string {
  const [, what = '', id = ''] = path.split('/');
  return `${['ada', 'u1', 'p1'].includes(id) ? 'Ada' : 'Bob'}: ${what}`;
}

function net({ path }: NetRequest, numbers: Numbers): NetReply {
  const about = { ms: numbers['latency'] ?? 0, lane: laneOf(path) };
  if (path === '/posts/u2') return { ...about, status: 500 };
  const json = ANSWERS[path];
  return json === undefined ? { ...about, status: 404 } : { ...about, json };
}

const old = (stage: StageWorld) => stage.extend({ ask: makeAsk(stage.world.net) });

/** What was written for Bob. */
function ofBob(outcome: Outcome): '500' | '404' | 'nothing' {
  const line = logged(outcome).find((text) => text.startsWith('bob'));
  if (line === undefined) return 'nothing';
  return line.includes('500') ? '500' : '404';
}

const SERVER = `const answers = {
  '/user/ada': 'u1',
  '/posts/u1': 'p1',
  '/comments/p1': '3 comments',
  '/user/bob': 'u2'
};
const ask = (path, done) =>
  setTimeout(() => {
    const status = path === '/posts/u2' ? 500 : 404;
    if (path in answers) done(null, answers[path]);
    else done(new Error(\`The server answered \${status}.\`));
  }, 100);
const net = {
  get: (path) =>
    new Promise((resolve, reject) =>
      ask(path, (error, answer) => (error ? reject(error) : resolve(answer)))
    )
};`;

export const lesson: Lesson = {
  name: 'three-syntaxes',
  idea: 'Callbacks, promises and `await` say the same thing. What differs is how much you can forget.',
  intro: [
    'To show the comments on a person’s posts you need the person, then the posts, then the comments: each answer is part of the next question. Three generations of JavaScript wrote this in three ways.',
    'Below is the oldest: each step is a function inside the one before, and each gets an error or an answer. Somebody forgot to look at one of the errors. Ada’s posts are fine; Bob’s fail.',
  ],
  code,
  knobs: [
    { name: 'latency', label: 'Each answer takes', min: 20, max: 500, step: 10, value: 100, unit: 'ms' },
  ],
  net,
  prediction: {
    kind: 'choice',
    question: 'Bob’s posts fail with 500. What is written for Bob?',
    truthLabel: 'It says',
    options: [
      { id: '500', label: 'The server answered 500' },
      { id: '404', label: 'The server answered 404' },
      { id: 'nothing', label: 'Nothing at all' },
    ],
    truth: ofBob,
  },
  first: {
    id: 'nested',
    label: 'Callbacks',
    heading: 'Callbacks, one check forgotten',
    shows: 'nested',
    run: (stage) => {
      nested(old(stage));
    },
    after: (outcome) =>
      ofBob(outcome) === '404'
        ? 'The real error, 500, was dropped in line 4. `posts` was `undefined`, so the code asked for `/comments/undefined`, and that failure is the one you read. Callbacks let you forget.'
        : 'The forgotten check let the code go on without posts.',
    stepper: SERVER,
  },
  fixes: [
    {
      id: 'straight',
      label: 'async',
      heading: 'The straight line',
      shows: 'straight',
      run: ({ world }) => straight(world),
      after: (outcome) =>
        `One \`try\` has all three steps, so no check can be forgotten: ${logged(outcome).join('; ')}. It reads like code that doesn’t wait.`,
      stepper: SERVER,
    },
    {
      id: 'chain',
      label: 'Chain',
      heading: 'The flat chain',
      shows: 'chain',
      run: ({ world }) => chain(world),
      after: (outcome) =>
        `The same, by promises: ${logged(outcome).join('; ')}. A rejection skips every \`then\` down to the \`catch\`. \`await\` is built on exactly this.`,
      stepper: SERVER,
    },
    {
      id: 'careful',
      label: 'Callbacks',
      heading: 'Callbacks with every check',
      shows: 'careful',
      run: (stage) => {
        careful(old(stage));
      },
      after: (outcome) =>
        `Correct: ${logged(outcome).join('; ')}. But the same check stands there three times, and each new step moves the code further to the right.`,
      stepper: SERVER,
    },
    {
      id: 'mixed',
      label: 'Mixed',
      heading: 'Two styles mixed',
      shows: 'mixed',
      run: (stage) => {
        mixed(old(stage));
      },
      after: ({ lost }) =>
        lost.length === 0
          ? 'Nothing was lost this time.'
          : `“${lost.join(', ')}” reached nobody. The \`async\` callback gave its [[promise]] to \`ask\`, which throws it away, and the \`try\` was long over. Now wrap it.`,
      stepper: SERVER,
    },
    {
      id: 'wrapped',
      label: 'Wrapped',
      heading: 'Wrapped once, at the border',
      shows: 'wrapped',
      run: (stage) => wrapped(old(stage)),
      after: (outcome) =>
        `${logged(outcome).join('; ')}. An old function is turned into one that gives a promise, once. Everything above it is one style.`,
      stepper: SERVER,
    },
  ],
  result: (outcome) =>
    ofBob(outcome) === '404' ? 'It blames the wrong thing: 404' : `For Bob it says: ${ofBob(outcome)}`,
  why: [
    'You will meet all three. Timers, events and old libraries take callbacks; `fetch` and new ones give promises; and what you write yourself can nearly always be `async`.',
    'All three took the same time here, and none of them made anything faster: the questions depend on each other. The straight line wins because **a failure can’t be passed over by accident** and because `if`, `for` and `try` work across the waits.',
    'Don’t mix styles in one function. Wrap what takes a callback into a promise once, and never hand an `async` function to something that ignores what it returns.',
  ],
};
