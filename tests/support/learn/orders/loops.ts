import type { Orders } from '../orders.ts';

const photo = (word: string) => (id: number) => `${word} /photos/${String(id)}`;
const get = photo('get');
const answer = photo('answer');
const ids = [1, 2, 3, 4, 5, 6];

export const orders: Orders = {
  'for-each': [...ids.map(get), 'show 0 photos', ...ids.map(answer)],
  together: [...ids.map(get), ...ids.map(answer), 'show 6 photos'],
  // each of the two helpers asks for its next photo in the turn of its own answer
  limited: [
    get(1),
    get(2),
    answer(1),
    get(3),
    answer(2),
    get(4),
    answer(3),
    get(5),
    answer(4),
    get(6),
    answer(5),
    answer(6),
    'show 6 photos',
  ],
  'one-by-one': [...ids.flatMap((id) => [get(id), answer(id)]), 'show 6 photos'],
  'map-alone': [...ids.map(get), 'show 6 promises', ...ids.map(answer)],
};
