import { code, type ExampleGroup } from './example.ts';

export const gotchas: ExampleGroup = {
  name: 'Gotchas',
  examples: [
    {
      slug: 'var-in-a-loop',
      title: 'var and let in a loop of timers',
      look: 'One variable for all three callbacks, or one for each: look at the variables.',
      code: code`
        for (var i = 0; i < 3; i += 1) {
          setTimeout(() => console.log('var', i), 0);
        }

        for (let j = 0; j < 3; j += 1) {
          setTimeout(() => console.log('let', j), 0);
        }
      `,
    },
    {
      slug: 'lost-this',
      title: 'A method that lost its object',
      look: 'The timer calls the function without the object before the dot.',
      code: code`
        const counter = {
          count: 0,
          add() {
            this.count += 1;
            console.log(this === counter, counter.count);
          },
        };

        setTimeout(counter.add, 0);
        setTimeout(() => counter.add(), 0);
      `,
    },
    {
      slug: 'called-too-soon',
      title: 'Called instead of handed over',
      look: 'The parentheses call it now; what the timer gets is undefined.',
      code: code`
        function hello(name) {
          console.log('hello', name);
        }

        setTimeout(() => hello('later'), 10);

        Promise.resolve().then(hello('too soon'));
        Promise.resolve('in time').then(hello);
        console.log('script');
      `,
    },
    {
      slug: 'throw-in-a-callback',
      title: 'try … catch around a timer',
      look: 'When the callback throws, the try has long left the stack.',
      code: code`
        try {
          setTimeout(() => {
            throw new Error('nobody catches me');
          }, 0);
          console.log('the try is over');
        } catch {
          console.log('never');
        }

        setTimeout(() => console.log('the loop goes on'), 10);
      `,
    },
    {
      slug: 'temporal-dead-zone',
      title: 'A variable before its line',
      look: 'It exists from the start of its block, but not until its line has run may anybody read it.',
      code: code`
        const soon = () => console.log('later', word);

        try {
          soon();
        } catch (error) {
          console.log(error.name);
        }

        const word = 'ready';
        soon();
      `,
    },
    {
      slug: 'await-in-a-condition',
      title: 'The check that got old',
      look: 'Both see an empty seat before either takes it: between await and the next line others run.',
      code: code`
        let seats = 1;

        async function book(name) {
          if (seats === 0) {
            console.log(name, 'is too late');
            return;
          }
          await null; // pay
          seats -= 1;
          console.log(name, 'has a seat, left:', seats);
        }

        book('Ada');
        book('Grace');
      `,
    },
  ],
};
