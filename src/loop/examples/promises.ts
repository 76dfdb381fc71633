import { code, type ExampleGroup } from './example.ts';

export const promises: ExampleGroup = {
  name: 'Promises',
  examples: [
    {
      slug: 'executor-is-synchronous',
      title: 'new Promise runs its function at once',
      look: 'Only what comes after “then” waits.',
      code: code`
        console.log('before');

        const promise = new Promise((resolve) => {
          console.log('inside');
          resolve('resolved');
          console.log('still inside');
        });

        promise.then((value) => console.log(value));
        console.log('after');
      `,
    },
    {
      slug: 'two-chains',
      title: 'Two chains take turns',
      look: 'Each then queues one microtask when the one before it is settled: the chains interleave.',
      code: code`
        Promise.resolve()
          .then(() => console.log('a1'))
          .then(() => console.log('a2'))
          .then(() => console.log('a3'));

        Promise.resolve()
          .then(() => console.log('b1'))
          .then(() => console.log('b2'))
          .then(() => console.log('b3'));
      `,
    },
    {
      slug: 'thenable-ticks',
      title: 'A promise returned from then costs two ticks',
      look: 'Watch the microtasks: one calls then() of the inner promise, one passes its outcome on.',
      code: code`
        Promise.resolve()
          .then(() => Promise.resolve('inner'))
          .then((value) => console.log(value));

        Promise.resolve()
          .then(() => console.log('tick 1'))
          .then(() => console.log('tick 2'))
          .then(() => console.log('tick 3'))
          .then(() => console.log('tick 4'));
      `,
    },
    {
      slug: 'thenable',
      title: 'Anything with a then method',
      look: 'A thenable’s then is called in a microtask of its own.',
      code: code`
        const thenable = {
          then(resolve) {
            console.log('then was called');
            resolve('from the thenable');
          },
        };

        Promise.resolve(thenable).then(console.log);
        Promise.resolve().then(() => console.log('beside'));
        console.log('script');
      `,
    },
    {
      slug: 'catch-in-the-middle',
      title: 'A catch in the middle of a chain',
      look: 'A rejection passes each then, one microtask at a time, until a catch handles it.',
      code: code`
        Promise.reject(new Error('no network'))
          .then(() => console.log('never'))
          .catch((error) => {
            console.log('caught:', error.message);
            return 'from the cache';
          })
          .then((value) => console.log('goes on', value))
          .finally(() => console.log('finally'));
      `,
    },
    {
      slug: 'promise-all',
      title: 'Promise.all settles',
      look: 'All three wait at once. The results stand in the order of the list, not of their coming.',
      code: code`
        const after = (ms, value) =>
          new Promise((resolve) => {
            setTimeout(() => {
              console.log(value, 'is there');
              resolve(value);
            }, ms);
          });

        Promise.all([
          after(30, 'slow'),
          after(10, 'quick'),
          'no promise',
        ]).then((values) => console.log(values));
      `,
    },
    {
      slug: 'combinators',
      title: 'all, allSettled, race and any',
      look: 'The same three promises, four answers. Which comes first?',
      code: code`
        const after = (ms, value) =>
          new Promise((done) => setTimeout(done, ms, value));
        const fails = (ms) =>
          new Promise((_, fail) => setTimeout(fail, ms, 'oh'));

        const list = [after(30, 'A'), fails(20), after(10, 'B')];
        const told = (name) => [
          (value) => console.log(name, 'fulfilled', value),
          (why) => console.log(name, 'rejected', why),
        ];

        Promise.all(list).then(...told('all'));
        Promise.allSettled(list).then((all) => {
          console.log('allSettled', all.map((x) => x.status));
        });
        Promise.race(list).then(...told('race'));
        Promise.any(list).then(...told('any'));
      `,
    },
    {
      slug: 'unhandled',
      title: 'A rejection that nobody handles',
      look: 'It is reported once the microtasks are done. A catch that comes later is too late.',
      code: code`
        const lost = Promise.reject(new Error('lost'));
        const kept = Promise.reject(new Error('kept'));

        kept.catch((error) => console.log('caught', error.message));

        setTimeout(() => {
          lost.catch(() => console.log('caught too late'));
        }, 0);
        console.log('script');
      `,
    },
  ],
};
