import type { Orders } from '../orders.ts';

const page = (at: number) => [`get /trains/${String(at)}`, `answer /trains/${String(at)}`];
const late = (time: string) => [`get /late/${time}`, `answer /late/${time}`, `show ${time} on time`];
const FIRST = ['06:00', '06:10', '06:20'];
const SECOND = ['06:30', '06:40', '06:50'];
const SHOWN = ['show 06:00', 'show 06:10', 'show 06:20'];
const asks = (times: readonly string[]) => times.map((time) => `get /late/${time}`);
const hears = (times: readonly string[]) =>
  times.flatMap((time) => [`answer /late/${time}`, `show ${time} on time`]);

export const orders: Orders = {
  collected: [...page(1), ...page(2), ...page(3), ...page(4), ...SHOWN, 'show 06:30'],
  asked: [...page(1), ...SHOWN, ...page(2), 'show 06:30', 'log closed'],
  tokens: [
    'open /answer',
    'word The',
    'show The',
    'word next',
    'show The next',
    'word train',
    'show The next train',
    'word to',
    'show The next train to',
    'word Bern',
    'show The next train to Bern',
    'word leaves',
    'show The next train to Bern leaves',
    'word soon.',
    'end /answer',
    'show The next train to Bern leaves soon.',
  ],
  streamed: [
    'open /answer',
    'word The',
    'show The',
    'word next',
    'show The next',
    'word train',
    'show The next train',
    'cancel /answer',
  ],
  'in-turn': [...page(1), ...FIRST.flatMap(late), ...page(2), ...SECOND.flatMap(late)],
  // the first helper that is free asks for the second page; the others stand in its queue
  pooled: [
    ...page(1),
    ...asks(FIRST),
    ...hears(['06:00']),
    'get /trains/2',
    ...hears(['06:10', '06:20']),
    'answer /trains/2',
    ...asks(SECOND),
    ...hears(SECOND),
  ],
};
