import { code, type ExampleGroup } from './example.ts';

export const basics: ExampleGroup = {
  name: 'The loop',
  examples: [
    {
      slug: 'promise-and-timers',
      title: 'A promise, two timers and an await',
      look: 'Everything at once: the script to its end, then microtasks, then one task each turn.',
      code: code`
        console.log('start');

        setTimeout(() => console.log('timeout'), 0);
        setTimeout(() => console.log('later'), 50);

        async function greet() {
          console.log('hello');
          await null;
          console.log('after await');
        }

        greet();
        Promise.resolve().then(() => console.log('then'));
        console.log('end');
      `,
    },
    {
      slug: 'promise-vs-timeout',
      title: 'Promise against timeout',
      look: 'The timer is asked for first, and due at once. Why does the promise come before it?',
      code: code`
        setTimeout(() => console.log('timeout'), 0);

        Promise.resolve('promise').then(console.log);

        console.log('script');
      `,
    },
    {
      slug: 'run-to-completion',
      title: 'Nothing interrupts the stack',
      look: 'The timer is due after 10 ms, but the loop below holds the stack for 50.',
      code: code`
        setTimeout(() => console.log('timer'), 10);

        const start = performance.now();
        while (performance.now() - start < 50) {
          // the stack is never empty in here
        }
        console.log('the stack is free');
      `,
    },
    {
      slug: 'nested-microtasks',
      title: 'Microtasks that queue microtasks',
      look: 'What a microtask queues still runs before the next task.',
      code: code`
        setTimeout(() => console.log('task'), 0);

        queueMicrotask(() => {
          console.log('one');
          queueMicrotask(() => {
            console.log('two');
            queueMicrotask(() => console.log('three'));
          });
        });

        queueMicrotask(() => console.log('beside one'));
      `,
    },
    {
      slug: 'one-task-each-turn',
      title: 'One task each turn',
      look: 'Between two tasks the microtasks are emptied: each timer’s promise comes before the next timer.',
      code: code`
        for (const name of ['a', 'b', 'c']) {
          setTimeout(() => {
            console.log('timer', name);
            Promise.resolve().then(() => {
              console.log('microtask of', name);
            });
          }, 0);
        }
      `,
    },
    {
      slug: 'call-stack',
      title: 'The call stack grows and shrinks',
      look: 'Step by call: a call pushes a frame, a return pops it.',
      code: code`
        function factorial(n) {
          if (n <= 1) return 1;
          return n * factorial(n - 1);
        }

        function show(n) {
          console.log(n + '! =', factorial(n));
        }

        show(4);
      `,
    },
    {
      slug: 'timer-order',
      title: 'Timers in the order they are due',
      look: 'The shortest delay comes first; with equal delays, the one that was asked for first.',
      code: code`
        setTimeout(() => console.log('30 ms'), 30);
        setTimeout(() => console.log('10 ms, first'), 10);
        setTimeout(() => console.log('10 ms, second'), 10);
        setTimeout(() => console.log('0 ms'), 0);
        console.log('script');
      `,
    },
    {
      slug: 'interval',
      title: 'An interval and its end',
      look: 'Each time it fires, the interval waits anew, until it is cleared.',
      code: code`
        let count = 0;

        const id = setInterval(() => {
          count += 1;
          console.log('tick', count);
          if (count === 3) clearInterval(id);
        }, 100);

        setTimeout(() => console.log('between'), 250);
      `,
    },
    {
      slug: 'nested-timers',
      title: 'Timers within timers are slowed down',
      look: 'From the sixth in a chain on, a browser waits at least 4 ms, though 0 was asked for.',
      code: code`
        let left = 8;
        let before = performance.now();

        function again() {
          const now = performance.now();
          console.log('waited', now - before, 'ms');
          before = now;
          left -= 1;
          if (left > 0) setTimeout(again, 0);
        }

        setTimeout(again, 0);
      `,
    },
  ],
};
