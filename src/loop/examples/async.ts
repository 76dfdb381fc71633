import { code, type ExampleGroup } from './example.ts';

export const asynchronous: ExampleGroup = {
  name: 'async and await',
  examples: [
    {
      slug: 'async-interleaving',
      title: 'Two async functions take turns',
      look: 'Each await leaves the stack and lets the other one go on.',
      code: code`
        async function worker(name) {
          for (let i = 1; i <= 3; i += 1) {
            console.log(name, i);
            await null;
          }
          console.log(name, 'is done');
        }

        worker('A');
        worker('B');
        console.log('both have begun');
      `,
    },
    {
      slug: 'async-until-await',
      title: 'An async function starts at once',
      look: 'Until its first await it is an ordinary call.',
      code: code`
        async function load() {
          console.log('1 in load');
          const value = await 'value';
          console.log('4', value);
        }

        console.log('0 before');
        load().then(() => console.log('5 load is done'));
        console.log('2 after the call');
        queueMicrotask(() => console.log('3 or is it 4?'));
      `,
    },
    {
      slug: 'return-await',
      title: 'return against return await',
      look: 'Without await the rejection leaves the function before catch can see it.',
      code: code`
        const fail = async () => {
          throw new Error('failed');
        };

        async function without() {
          try {
            return fail();
          } catch {
            return 'without: caught inside';
          }
        }

        async function within() {
          try {
            return await fail();
          } catch {
            return 'within: caught inside';
          }
        }

        without()
          .catch(() => 'without: caught outside')
          .then(console.log);
        within().then(console.log);
      `,
    },
    {
      slug: 'return-await-ticks',
      title: 'Which return is sooner?',
      look: 'Count the microtasks: returning a promise from an async function takes three, return await one.',
      code: code`
        const promise = Promise.resolve();

        async function direct() {
          return promise;
        }

        async function awaited() {
          return await promise;
        }

        direct().then(() => console.log('return'));
        awaited().then(() => console.log('return await'));
        (async () => {})().then(() => console.log('no return'));
      `,
    },
    {
      slug: 'sequential-or-parallel',
      title: 'One after the other, or at once',
      look: 'Look at what waits: one timer at a time, then two.',
      code: code`
        const load = (name) =>
          new Promise((done) => setTimeout(done, 100, name));

        async function page() {
          const start = performance.now();
          await load('user');
          await load('news');
          console.log('in turn:', performance.now() - start);

          const again = performance.now();
          await Promise.all([load('user'), load('news')]);
          console.log('at once:', performance.now() - again);
        }

        page();
      `,
    },
    {
      slug: 'foreach-does-not-wait',
      title: 'forEach doesn’t wait',
      look: '“Done” comes first: forEach calls, and drops the promises.',
      code: code`
        const save = (item) =>
          new Promise((done) => setTimeout(done, 10, item));

        async function all(items) {
          items.forEach(async (item) => {
            console.log('saved', await save(item));
          });
          console.log('done?');

          for (const item of items) {
            console.log('saved in turn', await save(item));
          }
          console.log('done.');
        }

        all(['a', 'b']);
      `,
    },
    {
      slug: 'forgotten-await',
      title: 'A forgotten await',
      look: 'The message says “saved” before anything is, and the error has nobody to catch it.',
      code: code`
        async function save() {
          await null;
          throw new Error('the disk is full');
        }

        async function onSubmit() {
          try {
            save(); // await is missing
            console.log('saved!');
          } catch {
            console.log('could not save');
          }
        }

        onSubmit();
      `,
    },
    {
      slug: 'for-await',
      title: 'for await',
      look: 'The next value is asked for only when the body is done; break runs finally.',
      code: code`
        async function* pages() {
          try {
            for (let page = 1; ; page += 1) {
              console.log('fetching page', page);
              await new Promise((done) => setTimeout(done, 20));
              yield page;
            }
          } finally {
            console.log('closed');
          }
        }

        async function read() {
          for await (const page of pages()) {
            console.log('read page', page);
            if (page === 2) break;
          }
        }

        read();
      `,
    },
    {
      slug: 'stale-answer',
      title: 'The old answer comes last',
      look: 'Two searches wait at once; the first takes longer and overwrites the second.',
      code: code`
        let shown = '';

        const search = (word, ms) =>
          new Promise((done) => setTimeout(done, ms, word));

        async function type(word, ms) {
          console.log('search for', word);
          shown = await search(word, ms);
          console.log('shows', shown);
        }

        type('ca', 80);
        setTimeout(() => type('cat', 20), 30);
      `,
    },
  ],
};
