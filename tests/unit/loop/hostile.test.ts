import { expect, test } from 'vitest';
import { endWords } from '../../../src/loop/words/end-words.ts';
import { recordHere } from '../../support/loop/record-here.ts';

/** Enough for the test to be quick; what ends by itself is told by the limit it reaches. */
const SMALL = { steps: 500, tasks: 50, jobs: 2000, console: 100, time: 60_000, work: 1e9 };

const recordsAgain = (): void => {
  expect(recordHere('console.log(1 + 1)').console.map(({ text }) => text)).toEqual(['2']);
};

test.each([
  ['a loop around an await', '(async () => { while (true) await 0; })()', 'steps'],
  ['a loop around an await at the top', 'while (true) await 0;', 'steps'],
  ['microtasks without end', 'const f = () => Promise.resolve().then(f); f()', 'steps'],
  ['queueMicrotask without end', 'const f = () => queueMicrotask(f); f()', 'steps'],
  ['statements without end', 'let n = 0; for (;;) n += 1;', 'steps'],
  ['a generator without end', 'function* g() { while (true) yield 1; } [...g()]', 'steps'],
  ['timers without end', 'const f = () => setTimeout(f, 0); f()', 'tasks'],
  ['an interval', 'setInterval(() => {}, 1)', 'tasks'],
  ['a frame loop', 'const f = () => requestAnimationFrame(f); f()', 'steps'],
  [
    'a million promises',
    'const p = Promise.resolve(); Promise.all(function* () { while (true) yield* [p, p, p, p, p]; }())',
    'jobs',
  ],
  ['a million timers', 'Array.from({ length: 1e6 }, (_, i) => setTimeout(() => {}, i))', 'steps'],
  ['a flood on the console', 'for (;;) console.log("x")', 'console'],
  ['a timer of weeks', 'setTimeout(() => {}, 2 ** 31 - 1)', 'time'],
  ['a text that doubles', 'let s = "x".repeat(2 ** 20); for (;;) s += s', 'memory'],
  ['a huge number', '2n ** (2n ** 30n)', 'memory'],
  [
    'data nested deep, read by a built-in',
    'let o = []; for (let i = 0; i < 9e3; i++) o = [o]; JSON.stringify(o)',
    'steps',
  ],
])('%s', (_name, code, limit) => {
  const { end, length } = recordHere(code, [], SMALL);
  expect(end).toMatchObject({ status: 'limit', limit });
  expect(end === null ? null : endWords(end, length)?.text).toMatch(
    /^The recording stopped .+\. You can step through what was recorded\.$/,
  );
  recordsAgain();
});

test('brackets nested too deep to be read: nothing ran, and that is what is said', () => {
  const { end, length } = recordHere(`${'('.repeat(9000)}1${')'.repeat(9000)}`);
  expect(length).toBe(0);
  expect(end).toMatchObject({ status: 'limit', limit: 'depth' });
  expect(end === null ? null : endWords(end, length)?.text).toMatch(/lie too deep.+Nothing ran\.$/);
  recordsAgain();
});

test.each([
  ['an empty loop', 'while (true);'],
  ['an empty loop in eval', 'eval("while (true);")'],
  ['a getter that never returns', 'const o = { get x() { while (true); } }; o.x'],
  ['a busy wait for next year', 'while (Date.now() < 1e15);'],
])('%s is over when the work is', (_name, code) => {
  const end = recordHere(code, [], { work: 200 }).end;
  expect(end).toMatchObject({ status: 'limit', limit: 'work', value: 200 });
  recordsAgain();
});

test.each([
  ['a function that calls itself', 'const f = () => f(); try { f() } catch (e) { console.log(e.name) }'],
  [
    'a class that makes itself',
    'class A { constructor() { new A(); } } try { new A() } catch (e) { console.log(e.name) }',
  ],
  [
    'an async function that calls itself',
    'const f = async () => { await f(); }; f().catch((e) => console.log(e.name))',
  ],
])('%s gets the RangeError of a browser', (_name, code) => {
  const recording = recordHere(code, [], { work: 1e9, jobs: 1e6, steps: 1e6 });
  expect(recording.console.map(({ text }) => text)).toEqual(['RangeError']);
  expect(recording.end).toMatchObject({ status: 'completed' });
  recordsAgain();
});

test.each([
  ['let a = ;', 1, 9],
  ['let ok = 1;\nfunction (', 2, 10],
  ['"not closed', 1, 1],
  ['const a = 1;\nconst a = 2;', 2, 1],
])('a syntax error is told with its place: %s', (code, line, column) => {
  const recording = recordHere(code);
  expect(recording.end).toMatchObject({ status: 'syntax', line });
  expect(recording.end?.status === 'syntax' ? recording.end.column : 0).toBeGreaterThanOrEqual(column);
  expect(recording.length).toBe(0);
  recordsAgain();
});

test('prototypes that were taken apart neither break the host nor reach it', () => {
  const recording = recordHere(`
    Array.prototype.push = () => { throw new Error('mine'); };
    Promise.prototype.then = null;
    Object.prototype.enumerable = true;
    Object.defineProperty(Object.prototype, 'value', { get() { throw new Error('mine'); } });
    Function.prototype.call = Function.prototype.apply = Reflect.apply = null;
    delete globalThis.Promise;
    console.log([1], {}, new Map([[1, 2]]));
    setTimeout(() => console.log('still here'), 1);
  `);
  expect(recording.console.map(({ text }) => text)).toEqual(['[1] {} Map(1) {1 => 2}', 'still here']);
  expect([1].push(2)).toBe(2);
  recordsAgain();
});

test('looking at values runs none of the code: getters, proxies, toString', () => {
  const recording = recordHere(`
    const trap = new Proxy({}, { get() { console.log('trapped'); }, ownKeys() { console.log('trapped'); return []; } });
    const o = { get x() { console.log('got'); return 1; }, toString() { console.log('told'); return ''; } };
    const e = new Error('e');
    Object.defineProperty(e, 'message', { get() { console.log('read'); return ''; } });
    console.log(trap, o, [o], e);
  `);
  expect(recording.console).toHaveLength(1);
  for (let i = 0; i < recording.length; i += 1) recording.step(i);
});

test('everything that was recorded before a limit can be stepped through', () => {
  const recording = recordHere('let n = 0; for (;;) { n += 1; }', [], SMALL);
  expect(recording.length).toBe(SMALL.steps + 1);
  const last = recording.step(recording.length - 2);
  expect(last.scopes[0]?.variables ?? []).toContainEqual(expect.objectContaining({ name: 'n' }));
  expect(recording.step(recording.length - 1).kind).toBe('end');
});
