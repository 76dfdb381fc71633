import { describe, expect, test } from 'vitest';
import type { Recording, StepView } from '../../../src/loop/contract.ts';
import { recordHere } from '../../support/loop/record-here.ts';

const stepsOf = (recording: Recording): StepView[] =>
  Array.from({ length: recording.length }, (_, i) => recording.step(i));

const textAt = (recording: Recording, step: StepView): string =>
  step.place === null ? '' : recording.code.slice(step.place.from, step.place.to);

const everyOf = (step: StepView, list: 'microtasks' | 'tasks' | 'waiting') => step[list].first(1000);

describe('the stack', () => {
  const recording = recordHere('function a() { b(); }\nfunction b() { console.log(1); }\na();');
  const inside = stepsOf(recording).find(({ kind }) => kind === 'call');

  test('has the outermost call first and the native function last', () => {
    expect(inside?.stack.map(({ name, kind }) => [name, kind])).toEqual([
      ['script', 'script'],
      ['a', 'function'],
      ['b', 'function'],
      ['console.log', 'native'],
    ]);
  });

  test('says where each frame stands meanwhile', () => {
    expect(inside?.stack.map(({ at }) => at?.line ?? null)).toEqual([3, 1, 2, null]);
  });

  test('keeps the number of a frame while its call lasts', () => {
    const ids = stepsOf(recording).flatMap(({ stack }) => stack.filter(({ name }) => name === 'a'));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  });
});

test('a job goes from place to place under one number, and names the line that queued it', () => {
  const recording = recordHere('let x;\nsetTimeout(function late() { x = 1; }, 5);\nx = 2;');
  const steps = stepsOf(recording);
  const seen = (list: 'waiting' | 'tasks') =>
    steps.flatMap((step) => everyOf(step, list).filter(({ kind }) => kind === 'timer'));
  const [waiting] = seen('waiting');
  expect(waiting).toMatchObject({ label: 'late', delayMs: 5, dueMs: 5, queuedBy: { line: 2 } });
  expect(seen('tasks').map(({ id }) => id)).toContain(waiting?.id);
  const running = steps.find((step) => textAt(recording, step) === 'x = 1;');
  expect(running?.running?.id).toBe(waiting?.id);
  expect(running?.timeMs).toBe(5);
});

test('an await leaves the stack, waits as a microtask, and comes back under the same frame', () => {
  const recording = recordHere('async function f() {\n  await null;\n  g();\n}\nfunction g() {}\nf();');
  const steps = stepsOf(recording);
  const paused = steps.findIndex(({ kind }) => kind === 'suspend');
  const back = steps.findIndex(({ kind }) => kind === 'resume');
  expect(steps[paused]?.place?.line).toBe(2);
  expect(steps[paused]?.stack.at(-1)?.name).toBe('f');
  const between = steps.slice(paused + 1, back);
  expect(between.every(({ stack }) => stack.every(({ name }) => name !== 'f'))).toBe(true);
  expect(between.some((step) => everyOf(step, 'microtasks').some(({ kind }) => kind === 'await'))).toBe(true);
  expect(steps[back]?.stack).toMatchObject([{ name: 'f', kind: 'async', resumedAt: { line: 2 } }]);
});

test('each kind of promise job is named for what it is', () => {
  const recording = recordHere(`
    const p = Promise.resolve();
    p.then(function yes() {});
    Promise.reject(1).catch(function no() {});
    p.finally(function always() {});
    p.then();
    Promise.resolve({ then(done) { done(); } });
    queueMicrotask(function plain() {});
    (async function waits() { await p; })();
  `);
  const jobs = stepsOf(recording).flatMap((step) => everyOf(step, 'microtasks'));
  const named = new Set(jobs.map(({ kind, label }) => `${kind} ${label}`));
  const wanted = [
    'then yes',
    'catch no',
    'finally always',
    'thenable then',
    'microtask plain',
    'await waits',
  ];
  expect([...named]).toEqual(expect.arrayContaining([...wanted, 'pass-on ']));
});

test('variables are seen as they were at each step, and in the dead zone before', () => {
  const recording = recordHere(
    'function f() {\n  const a = 1;\n  let b = a + 1;\n  b += 1;\n  return b;\n}\nf();',
  );
  const at = (line: number) => {
    const step = stepsOf(recording).find(({ place, stack }) => place?.line === line && stack.length === 2);
    const scope = step?.scopes.find(({ kind, name }) => kind === 'function' && name === 'f');
    return scope?.variables.map(({ name, value }) => `${name} ${value?.text ?? '-'}`);
  };
  expect(at(2)).toEqual(['a -', 'b -']);
  expect(at(3)).toEqual(['a 1', 'b -']);
  expect(at(4)).toEqual(['a 1', 'b 2']);
  expect(at(5)).toEqual(['a 1', 'b 3']);
});

test('a print is there from the step after it', () => {
  const recording = recordHere('console.log("a");\nconsole.log("b");');
  const steps = stepsOf(recording);
  for (const { step, index, place } of recording.console) {
    expect(steps[step]?.printed).toBe(index);
    expect(steps[step + 1]?.printed).toBe(index + 1);
    expect(place?.line).toBe(index + 1);
  }
});

test('errors and rejections that nobody caught are told in their order, and counted', () => {
  const recording = recordHere(
    'Promise.reject(new Error("lost"));\nsetTimeout(() => console.log("on"), 1);\nnull.x;',
  );
  expect(recording.console.map(({ level, text }) => [level, text])).toEqual([
    ['uncaught', "Uncaught TypeError: Cannot read properties of null (reading 'x')"],
    ['uncaught', 'Uncaught (in promise) Error: lost'],
    ['log', 'on'],
  ]);
  expect(recording.console.map(({ place }) => place?.line)).toEqual([3, 1, 2]);
  expect(recording.end).toEqual({ status: 'completed', uncaught: 2 });
});

test('the same code gives the same recording, and a click changes nothing before it', () => {
  const code = `const b = document.querySelector('#go');
b.addEventListener('click', () => { console.log('clicked', Math.random(), Date.now()); });
setTimeout(() => console.log('late', Math.random()), 50);`;
  const plain = recordHere(code);
  // Lists of jobs are functions: what they hold is compared.
  const flat = (recording: Recording) =>
    stepsOf(recording).map((step) => ({
      ...step,
      microtasks: everyOf(step, 'microtasks'),
      tasks: everyOf(step, 'tasks'),
      waiting: everyOf(step, 'waiting'),
    }));
  expect(flat(recordHere(code))).toEqual(flat(plain));
  const [target] = plain.targets;
  expect(target?.label).toBe('#go');
  const atStep = plain.length - 3;
  const clicked = recordHere(code, [{ kind: 'click', target: target?.id ?? '', atStep }]);
  expect(flat(clicked).slice(0, atStep)).toEqual(flat(plain).slice(0, atStep));
  const words = (recording: Recording) => recording.console.map(({ text }) => text.split(' ')[0]);
  expect(words(clicked)).toEqual(expect.arrayContaining(['clicked', 'late']));
  expect(words(plain)).toEqual(['late']);
});

test('a long run sent in many batches reads as one sent at once', () => {
  const code = `async function f(n) {\n  let sum = 0;\n  for (let i = 0; i < n; i += 1) { sum += i; if (i % 10 === 0) await null; }\n  return sum;\n}\nf(400).then((v) => {\n  console.log(v);\n});\nlet q = 0;\n${Array.from({ length: 60 }, (_, i) => `q += ${String(i)};`).join('\n')}`;
  const whole = recordHere(code);
  let now = 0;
  const parts = recordHere(code, [], { work: Infinity }, () => (now += 1000));
  expect(parts.batches).toBeGreaterThan(5);
  const brief = (recording: Recording) =>
    stepsOf(recording).map((step) => [
      step.kind,
      textAt(recording, step),
      step.stack.map(({ name, at, place }) => [name, at?.from, place?.from]),
      step.scopes,
      everyOf(step, 'microtasks'),
      everyOf(step, 'tasks'),
    ]);
  expect(brief(parts)).toEqual(brief(whole));
});

test('between two operations that take long what ran is sent, though no call is near', () => {
  let now = 0;
  const code = 'let n = 3n;\nn = n * n;\nn = n * n;\nn = n * n;\nn = n * n;';
  const slow = recordHere(code, [], { work: 1e9 }, () => (now += 200));
  expect(slow.batches).toBeGreaterThanOrEqual(5);
  expect(recordHere(code, [], {}, () => 0).batches).toBe(1);
});

describe('before a built-in call, which may never return, what was recorded is sent', () => {
  const LOOP = 'for (let i = 0; i < 100; i += 1) {\n  Math.max(i);\n  Math.min(i);\n}';

  test('at once where a call is met first, though no time has passed, and not again in the same frame', () => {
    expect(recordHere(LOOP, [], {}, () => 0).batches).toBe(2 + 1);
  });

  test('again at each call when a frame has passed since', () => {
    let now = 0;
    const clock = () => (now += 16);
    expect(recordHere(LOOP, [], { work: 1e9 }, clock).batches).toBeGreaterThan(200);
  });
});
