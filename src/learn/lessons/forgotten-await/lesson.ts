import { formatCount, formatMs } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome, Variant } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import type { StageWorld } from '../../stage/world.ts';
import { inLane, lastShown, shownAt } from '../../trace/ask.ts';
import { makeOpen } from './diary.ts';
import { LINT } from './lint.ts';
import { code } from './program.ts?code';
import { awaited, closed, forgotten, leaked } from './program.ts';

/** The server is full today. */
const net = (_: NetRequest, numbers: Numbers): NetReply => ({ ms: numbers['slow'] ?? 0, status: 503 });

const world = (stage: StageWorld, numbers: Numbers) =>
  stage.extend({ open: makeOpen(stage, numbers['slow'] ?? 0) });

const at = (ms: number | null | undefined): string => formatMs(ms == null ? null : Math.round(ms));

/** What the screen says when all is over, as one of the three answers. */
function ending({ trace }: Outcome): 'saved' | 'not' | 'nothing' {
  const shown = lastShown(trace);
  if (shown === 'Saved') return 'saved';
  return shown === 'Not saved' ? 'not' : 'nothing';
}

const refusedAt = ({ trace }: Outcome): string => at(inLane(trace, 'Request 1')[0]?.end?.ms);

const unheard: Variant['figure'] = ({ lost }) => ({
  value: `${formatCount(lost.length)} unheard`,
  words: 'counted by unhandledrejection',
});

const openStill = ({ trace }: Outcome): boolean => inLane(trace, 'Diary open').at(-1)?.end === null;

function leakedAfter(outcome: Outcome): string {
  if (!openStill(outcome)) return 'This time it was closed: nothing was being written any more.';
  return `The screen says Closed at ${at(shownAt(outcome.trace, 'Closed'))}, and the diary is still open when all is over. \`close()\` refused, because \`write()\` was under way, and the refusal went to nobody: ${outcome.lost.join(', ')}`;
}

export const lesson: Lesson = {
  name: 'forgotten-await',
  idea: 'Without `await` your code goes on before the work is done, and when the work fails, it fails where nobody listens.',
  intro: [
    'You drop a letter into the box and tell everybody that it has arrived. Mostly it does arrive. Once in a hundred times it comes back, and lies in front of a door at which you don’t live any more.',
    'The code below saves a note. The server is full today and will refuse it. There is a `catch` for that.',
  ],
  code,
  knobs: [{ name: 'slow', label: 'The answer takes', min: 50, max: 1500, step: 50, value: 300, unit: 'ms' }],
  net,
  screen: true,
  prediction: {
    kind: 'choice',
    question: 'The server refuses the note. What does the screen say in the end?',
    truthLabel: 'It says',
    options: [
      { id: 'saved', label: 'Saved' },
      { id: 'not', label: 'Not saved' },
      { id: 'nothing', label: 'Nothing' },
    ],
    truth: ending,
  },
  first: {
    id: 'forgotten',
    label: 'Forgotten',
    heading: 'As many people write it',
    shows: 'forgotten',
    run: ({ world: plain }) => {
      forgotten(plain);
    },
    after: (outcome) =>
      `It said so at ${at(shownAt(outcome.trace, 'Saved'))}, and the server refused at ${refusedAt(outcome)}. By then the \`try\` had long been left, and a \`catch\` can’t catch what comes after it.`,
    figure: unheard,
    stepper:
      "const net = {\n  post: () =>\n    new Promise((done, fail) =>\n      setTimeout(() => fail(new Error('The server answered 503.')), 300),\n    ),\n};",
  },
  fixes: [
    {
      id: 'awaited',
      label: 'Await it',
      heading: 'Say it when you know it',
      shows: 'awaited',
      run: ({ world: plain }) => awaited(plain),
      after: () =>
        `\`await\` brings the failure back into the \`try\`, so the \`catch\` can do its work. You needn’t find such lines by eye. The linter’s rule \`no-floating-promises\` marks the forgotten one before anybody runs it: “${LINT.says.split(',')[0] ?? ''} …”`,
      figure: unheard,
      stepper:
        "const net = {\n  post: () =>\n    new Promise((done, fail) =>\n      setTimeout(() => fail(new Error('The server answered 503.')), 300),\n    ),\n};",
    },
    {
      id: 'leaked',
      label: 'Left open',
      heading: 'What stays open',
      shows: 'leaked',
      run: (stage, numbers) => leaked(world(stage, numbers)),
      after: leakedAfter,
      figure: unheard,
    },
    {
      id: 'closed',
      label: 'Closed',
      heading: 'Closed, whatever happens',
      shows: 'closed',
      run: (stage, numbers) => closed(world(stage, numbers)),
      after: (outcome) =>
        `Written first, then closed, and only then said: ${at(shownAt(outcome.trace, 'Closed'))}. \`finally\` closes when the writing fails as well, but only what it awaits is closed when the function ends.`,
      figure: unheard,
    },
  ],
  result: (outcome) =>
    ending(outcome) === 'saved' ? 'It says Saved, and nothing was' : 'The screen tells the truth this time',
  why: [
    'It is the most expensive of the small mistakes, because nothing happens that anybody sees: the page goes on, and a test passes, because it ends before the save has failed.',
    'The same word is missing where a connection is given back before the query is done, where a file handle stays open until no more can be had, and where a job on a server is reported as finished and then cut off.',
    'Sometimes not waiting is what you want: a statistic that may get lost. Then say so, and say what happens to its error: `void send().catch(report)`. **A promise is awaited, returned, or given somebody who hears it fail.** There is no fourth way. The linter can see to that, but only where it knows the types.',
  ],
};
