import { formatCountWord, formatMs, formatPlural, sentenceCase } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import type { StageWorld } from '../../stage/world.ts';
import { firstShownAt, inGroup, mostAtOnce } from '../../trace/ask.ts';
import { makeOpen } from './answer.ts';
import type { Page } from './page.ts';
import { code } from './program.ts?code';
import { asked, collected, inTurn, pooled, streamed, tokens } from './program.ts';

const PAGES = 4;
const A_PAGE = 3;

/** 06:00, 06:10, 06:20 stand on page 1, and so on. */
function pageOf(page: number): Page {
  const first = (page - 1) * A_PAGE;
  const time = (at: number) => `${String(6 + Math.floor(at / 6)).padStart(2, '0')}:${String(at % 6)}0`;
  const trains = Array.from({ length: A_PAGE }, (_, i) => time(first + i));
  return { trains, next: page < PAGES ? page + 1 : 0 };
}

/** Whether a train is late takes twice as long to find out as a page. */
function net({ path }: NetRequest, numbers: Numbers): NetReply {
  const ms = numbers['latency'] ?? 0;
  const last = path.split('/').at(-1) ?? '';
  if (path.startsWith('/late/')) return { ms: 2 * ms, json: `${last} on time`, lane: last };
  return { ms, json: pageOf(Number(last)), lane: `Page ${last}` };
}

function say(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  const [first = '', ...rest] = (value as Page).trains;
  return `${first} to ${rest.at(-1) ?? first}`;
}

const world = (stage: StageWorld, numbers: Numbers) =>
  stage.extend({ open: makeOpen(stage, numbers['gap'] ?? 0) });

const total = ({ trace }: Outcome): string => formatMs(Math.round(trace.totalMs));

const pages = ({ trace }: Outcome): number =>
  inGroup(trace, 'network').filter(({ start }) => start.lane.name.startsWith('Page ')).length;

function firstAt({ trace }: Outcome): string {
  const ms = firstShownAt(trace);
  return formatMs(ms === null ? null : Math.round(ms));
}

const untilFirst = (outcome: Outcome) => ({
  value: firstAt(outcome),
  words: 'to the first on the screen',
});

function streamedAfter(outcome: Outcome): string {
  if (outcome.failure !== null) {
    return `This browser can’t loop over a stream yet, and says so: ${outcome.failure}. Reading by hand, as in “Word by word”, works everywhere.`;
  }
  return `\`ReadableStream\` is an async iterable here. \`break\` cancelled it at ${total(outcome)}, and the sender stopped: nothing travels that nobody reads.`;
}

export const lesson: Lesson = {
  name: 'async-iterators',
  idea: 'An [[async iterator]] hands out values as they come, and fetches the next one only when you ask.',
  intro: [
    'You ask the library for everything on volcanoes. It can be carried to your table in one load, and until then you have nothing. Or somebody hands you one book at a time, and stops when you say thanks, that’s the one.',
    'Below is a time-table of four pages with three trains each. You look for the train at 06:30, which is the fourth.',
  ],
  code,
  knobs: [
    { name: 'latency', label: 'A page takes', min: 20, max: 400, step: 10, value: 120, unit: 'ms' },
    { name: 'gap', label: 'Between two words', min: 20, max: 400, step: 10, value: 150, unit: 'ms' },
  ],
  net,
  say,
  screen: true,
  prediction: {
    kind: 'number',
    question: 'The fourth train stands at the top of page two. How many pages does this code ask for?',
    truthLabel: 'It asks for',
    min: 0,
    max: 6,
    step: 1,
    unit: 'pages',
    start: 3,
    near: 0,
    truth: pages,
  },
  first: {
    id: 'collected',
    label: 'Collect first',
    heading: 'As most people write it',
    shows: 'collected',
    run: ({ world: plain }) => collected(plain),
    after: (outcome) =>
      `The \`break\` stands in the second loop, and the first had asked for everything by then. Until ${firstAt(outcome)} the screen was empty.`,
    figure: untilFirst,
    stepper:
      "const net = {\n  get: (path) => {\n    const page = Number(path.at(-1));\n    const trains = ['06:00', '06:10', '06:20', '06:30', '06:40', '06:50'];\n    const answer = { trains: trains.slice(3 * page - 3, 3 * page), next: page < 2 ? page + 1 : 0 };\n    return new Promise((done) => setTimeout(done, 120, answer));\n  },\n};",
  },
  fixes: [
    {
      id: 'asked',
      label: 'Page by page',
      heading: 'A page when it is asked for',
      shows: 'asked',
      run: ({ world: plain }) => asked(plain),
      after: (outcome) =>
        `${sentenceCase(formatPlural(pages(outcome), 'page'))}, and the first train after ${firstAt(outcome)}. The generator stands still at \`yield\` until the loop wants more. \`break\` ends it there, and its \`finally\` runs: that is the place to close what was opened.`,
      figure: untilFirst,
    },
    {
      id: 'tokens',
      label: 'Word by word',
      heading: 'A text while it is written',
      shows: 'tokens',
      run: (stage, numbers) => tokens(world(stage, numbers)),
      after: (outcome) =>
        `The whole text took ${total(outcome)}, but reading began at ${firstAt(outcome)}. So it is that a chat’s answer seems quick. The generator turns the reader’s questions, one \`read()\` a word, into a loop.`,
      figure: untilFirst,
    },
    {
      id: 'streamed',
      label: 'Stream',
      heading: 'The stream is an iterator',
      shows: 'streamed',
      run: (stage, numbers) => streamed(world(stage, numbers)),
      after: streamedAfter,
    },
    {
      id: 'in-turn',
      label: 'One at a time',
      heading: 'for await is one at a time',
      shows: 'inTurn',
      run: ({ world: plain }) => inTurn(plain),
      after: (outcome) =>
        `Each turn of the loop waits for the one before it, and never were more than ${formatPlural(mostAtOnce(outcome.trace, 'network'), 'request')} on the way: ${total(outcome)}. Now run the pool.`,
    },
    {
      id: 'pooled',
      label: 'Pool',
      heading: 'Many at once: a pool',
      shows: 'pooled',
      run: ({ world: plain }) => pooled(plain),
      after: (outcome) =>
        `Three loops share one iterator; whoever is free takes the next train. At most ${formatPlural(mostAtOnce(outcome.trace, 'network'), 'request')} at once, ${total(outcome)} in all, and still no page before its time. When one loop fails, it closes the iterator for all.`,
    },
  ],
  result: (outcome) => `It asked for ${pagesWords(pages(outcome))}`,
  why: [
    'What is long or endless can’t be collected first: a log of a million lines, a chat’s answer, a big file, the messages of a socket. An iterator holds one value in memory, and the reader sets the pace.',
    'An iterator is pulled: no question, no work. A [[stream]] pushes: its words come when they come, and wait in a queue for the reader. For a body from `fetch` the queue is short, and when it is full the sender is asked to slow down. That is called backpressure.',
    'Take `for await` where the order matters or one at a time is enough. **Where each value means a wait of its own, let a few loops share the iterator.** And leave a loop by `break`, `return` or an error, never by forgetting it: only then is it closed.',
  ],
};

function pagesWords(count: number): string {
  return count === PAGES ? `all ${formatCountWord(count)} pages` : formatPlural(count, 'page');
}
