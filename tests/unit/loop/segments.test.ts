import { expect, test } from 'vitest';
import { Segments } from '../../../src/loop/segments.ts';
import { recordHere } from '../../support/loop/record-here.ts';

const CODE = `
setTimeout(() => { Promise.resolve().then(() => {}); }, 0);
setTimeout(() => {}, 40);
requestAnimationFrame(() => {});
Promise.resolve().then(() => {}).then(() => {});
`;

test('segments cover every step once, in order', () => {
  const recording = recordHere(CODE);
  let next = 0;
  for (const { first, count } of recording.segments) {
    expect(first).toBe(next);
    expect(count).toBeGreaterThan(0);
    next = first + count;
  }
  expect(next).toBe(recording.length);
  const kinds = recording.segments.map(({ kind }) => kind);
  expect(kinds.slice(0, 2)).toEqual(['script', 'microtasks']);
  expect(kinds.at(-1)).toBe('end');
  expect(new Set(kinds)).toEqual(new Set(['script', 'microtasks', 'task', 'frame', 'idle', 'end']));
});

test('growing step by step gives the same as all at once, and earlier lists stay as they were', () => {
  const recording = recordHere(CODE);
  const pieceAt = (index: number) => {
    const { kind, phase, turn, running } = recording.step(index);
    return { kind, phase, turn, job: running?.id ?? -1 };
  };
  const grown = new Segments((id) => recording.job(id));
  const half = grown.upTo(recording.length >> 1, pieceAt);
  const before = structuredClone(half.map(({ first, count }) => [first, count]));
  for (let length = recording.length >> 1; length <= recording.length; length += 1)
    grown.upTo(length, pieceAt);
  expect(half.map(({ first, count }) => [first, count])).toEqual(before);
  expect(grown.upTo(recording.length, pieceAt)).toEqual(recording.segments);
  expect(grown.upTo(recording.length, pieceAt)).toBe(grown.upTo(recording.length, pieceAt));
});
