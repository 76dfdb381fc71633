const BLOCKS = 20;

/**
 * Ten lines of everyday code: a loop, a call, an object, an array, a closure, an await and a timer.
 *
 * @param {number} n
 */
const block = (n) => `async function work${n}(limit) {
  const seen = new Map();
  let total = ${n};
  for (let i = 0; i < limit; i += 1) {
    const square = (value) => value * value;
    total += i % 3 === 0 ? square(i) : 1;
    if (i % 50 === 0) { seen.set(i, { total, at: [i, total] }); await null; }
  }
  return new Promise((resolve) => setTimeout(() => resolve(total), seen.size));
}`;

/**
 * A program of 200 lines, most of them run many times: about 20,000 steps.
 *
 * @param {number} rounds of each of its loops
 */
export function longSnippet(rounds = 291) {
  const blocks = Array.from({ length: BLOCKS }, (_, n) => block(n)).join('\n');
  const calls = Array.from({ length: BLOCKS }, (_, n) => `work${n}(${rounds})`).join(', ');
  return `${blocks} Promise.all([${calls}]).then((all) => console.log(all.length));`;
}
