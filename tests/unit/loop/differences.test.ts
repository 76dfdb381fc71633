import { expect, test } from 'vitest';
import { recordHere } from '../../support/loop/record-here.ts';

const found = (code: string) =>
  recordHere(code).differences.map(({ code: kind, name, place }) => [
    kind,
    name,
    code.slice(place.from, place.to),
  ]);

test.each([
  ['{ function f() {} }\nf();', 'annex-b-function', 'f', 'function f() {}'],
  ['/[\\d-x]/.test("a-")', 'annex-b-regexp', '/[\\d-x]/', '/[\\d-x]/'],
  ['const r = /a{/;', 'annex-b-regexp', '/a{/', '/a{/'],
  ['<!-- hidden\nconsole.log(1)', 'html-comment', '<!--', '<!-- hidden'],
  ['new Intl.NumberFormat()', 'intl', 'Intl', 'Intl'],
  ['(5).toLocaleString()', 'locale', 'toLocaleString', 'toLocaleString'],
  ['"a".localeCompare("b")', 'locale', 'localeCompare', 'localeCompare'],
  ['new Date().getHours()', 'time-zone', 'getHours', 'getHours'],
  ['typeof Atomics', 'atomics', 'Atomics', 'Atomics'],
  ['const error = new Error(); error.stack', 'error-stack', 'stack', 'stack'],
  ['import("./x.js").catch(() => {})', 'module', 'import', 'import("./x.js")'],
  ['typeof localStorage', 'missing-api', 'localStorage', 'localStorage'],
  ['typeof alert', 'no-dom', 'alert', 'alert'],
  ['fetch("/x")', 'simulated-fetch', 'fetch', 'fetch'],
  ['Math.random()', 'random', 'random', 'random'],
  [
    'async function* g() { yield* [1]; }\ng().return(Promise.reject(1));',
    'rejected-return',
    'return',
    'g().return(Promise.reject(1))',
  ],
])('%s is named', (code, kind, name, text) => {
  expect(found(code)).toEqual([[kind, name, text]]);
});

test.each([
  ['a name of their own', 'const fetch = () => 1; fetch(); function alert() {} alert();'],
  ['a function in a block used there alone', '{ function f() {} f(); }'],
  ['a function in strict code', '"use strict"; { function f() {} } typeof f'],
  ['a stack that is a list', 'const stack = []; const o = { stack }; o.stack.push(1);'],
  ['a method defined under that name', 'class Day { getHours() { return 1; } }'],
  ['a division', 'let a = 4 / 2; let b = 3 / 1;'],
  [
    'a return that can’t reject',
    'async function* g() { yield* [1]; } const it = g(); it.return(5); it.return();',
  ],
  ['a return without a yield*', 'async function* g() { yield 1; } g().return(g);'],
  ['a return of a generator that isn’t async', 'function* g() { yield* [1]; } g().return(g);'],
  ['what Annex B adds and is here', '"abc".substr(1); escape("x"); new Date(0).getYear(); ({}).__proto__'],
])('%s is no difference', (_name, code) => {
  expect(found(code)).toEqual([]);
});

test('a syntax error that a browser would report too is no difference', () => {
  expect(found('let r = /(/;')).toEqual([]);
  expect(found('let a = ;')).toEqual([]);
});
