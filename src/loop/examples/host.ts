import { code, type ExampleGroup } from './example.ts';

export const host: ExampleGroup = {
  name: 'Events, frames, requests',
  examples: [
    {
      slug: 'click-listeners',
      title: 'Microtasks between two listeners',
      look: 'Click the button: after each listener the stack is empty, so its microtask runs before the next one.',
      code: code`
        const button = document.querySelector('button');

        button.addEventListener('click', () => {
          Promise.resolve().then(() => console.log('microtask 1'));
          console.log('listener 1');
        });

        button.addEventListener('click', () => {
          Promise.resolve().then(() => console.log('microtask 2'));
          console.log('listener 2');
        });
      `,
    },
    {
      slug: 'click-by-script',
      title: 'The same click, by the script',
      look: 'click() dispatches on the stack. It isn’t empty between the listeners: no microtask may run.',
      code: code`
        const button = document.querySelector('button');

        button.addEventListener('click', () => {
          Promise.resolve().then(() => console.log('microtask 1'));
          console.log('listener 1');
        });

        button.addEventListener('click', () => {
          Promise.resolve().then(() => console.log('microtask 2'));
          console.log('listener 2');
        });

        button.click();
        console.log('after click()');
      `,
    },
    {
      slug: 'frames',
      title: 'A frame callback among the others',
      look: 'Frame callbacks wait for the next frame; microtasks and tasks that are ready come first.',
      code: code`
        requestAnimationFrame(() => {
          console.log('frame');
          queueMicrotask(() => console.log('microtask of the frame'));
          requestAnimationFrame(() => console.log('next frame'));
        });

        setTimeout(() => console.log('timer'), 0);
        queueMicrotask(() => console.log('microtask'));
        console.log('script');
      `,
    },
    {
      slug: 'starved-frame',
      title: 'Microtasks starve the frame',
      look: 'A frame is long due, and a timer too. Neither comes until the microtasks are used up.',
      code: code`
        let left = 12;

        requestAnimationFrame(() => console.log('frame, at last'));
        setTimeout(() => console.log('timer, at last'), 0);

        function more() {
          left -= 1;
          if (left > 0) queueMicrotask(more);
          else console.log('no microtask is left');
        }

        queueMicrotask(more);
      `,
    },
    {
      slug: 'yield-to-the-loop',
      title: 'The same work in tasks',
      look: 'Twelve pieces, one task each: the frame gets its turn in between.',
      code: code`
        let left = 12;

        requestAnimationFrame(() => console.log('frame'));

        function more() {
          left -= 1;
          if (left > 0) setTimeout(more, 4);
          else console.log('no piece is left');
        }

        setTimeout(more, 0);
      `,
    },
    {
      slug: 'message-channel',
      title: 'A message is a task',
      look: 'postMessage queues a task for the other port. Microtasks come before it.',
      code: code`
        const { port1, port2 } = new MessageChannel();

        port2.onmessage = (event) => {
          console.log('message:', event.data);
        };

        port1.postMessage('hello');
        Promise.resolve().then(() => console.log('microtask'));
        console.log('script');
      `,
    },
    {
      slug: 'fetch',
      title: 'A request and its answer',
      look: 'The request waits outside of the stack, beside the timer. (The network is simulated.)',
      code: code`
        async function load() {
          console.log('asking');
          const response = await fetch('/api/user');
          console.log('status', response.status);
          const text = await response.text();
          console.log('read', typeof text);
        }

        load();
        setTimeout(() => console.log('timer'), 10);
        console.log('the script goes on');
      `,
    },
    {
      slug: 'abort-fetch',
      title: 'A request that is called off',
      look: 'abort() takes the request away and rejects the promise with an AbortError.',
      code: code`
        const controller = new AbortController();

        async function load() {
          try {
            await fetch('/api/slow', { signal: controller.signal });
            console.log('never');
          } catch (error) {
            console.log(error.name);
          }
        }

        load();
        setTimeout(() => {
          console.log('abort');
          controller.abort();
        }, 5);
      `,
    },
    {
      slug: 'abort-a-wait',
      title: 'A wait that hears the signal',
      look: 'A promise can’t be cancelled. What can be: the timer behind it.',
      code: code`
        function wait(ms, signal) {
          return new Promise((resolve, reject) => {
            const id = setTimeout(resolve, ms);
            signal.addEventListener('abort', () => {
              clearTimeout(id);
              reject(signal.reason);
            });
          });
        }

        const { signal } = (globalThis.stop = new AbortController());

        wait(1000, signal).then(
          () => console.log('waited'),
          (reason) => console.log(reason.name),
        );

        setTimeout(() => stop.abort(), 20);
      `,
    },
    {
      slug: 'timeout-signal',
      title: 'A limit for how long it may take',
      look: 'AbortSignal.timeout gives up by itself.',
      code: code`
        async function load() {
          try {
            const signal = AbortSignal.timeout(20);
            await fetch('/api/slow', { signal });
            console.log('in time');
          } catch (error) {
            console.log(error.name);
          }
        }

        load();
        console.log('script');
      `,
    },
  ],
};
