import type { Orders } from '../orders.ts';

/** Both are asked at once; Ada's answers come first, being asked first. */
const USERS = ['get /user/ada', 'get /user/bob', 'answer /user/ada', 'get /posts/u1'];
const POSTS = ['answer /user/bob', 'get /posts/u2', 'answer /posts/u1', 'get /comments/p1'];
const GOOD = [
  ...USERS,
  ...POSTS,
  'failure /posts/u2',
  'log bob The server answered 500.',
  'answer /comments/p1',
  'log ada 3 comments',
];

export const orders: Orders = {
  nested: [
    ...USERS,
    ...POSTS,
    'failure /posts/u2',
    'get /comments/undefined',
    'answer /comments/p1',
    'log ada 3 comments',
    'failure /comments/undefined',
    'log bob The server answered 404.',
  ],
  straight: GOOD,
  chain: GOOD,
  careful: GOOD,
  mixed: [
    'get /user/bob',
    'log no error so far',
    'answer /user/bob',
    'get /posts/u2',
    'failure /posts/u2',
    'lost NetError: The server answered 500.',
  ],
  wrapped: [
    'get /user/bob',
    'answer /user/bob',
    'get /posts/u2',
    'failure /posts/u2',
    'log caught The server answered 500.',
  ],
};
