import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsoleEntry } from '../../../src/loop/contract.ts';
import { judge, makeExercise, MOST_LINES, verdictWords } from '../../../src/loop/predict/order.ts';

function printed(texts: readonly string[]): ConsoleEntry[] {
  return texts.map((text, index) => ({
    index,
    level: 'log',
    text,
    depth: 0,
    place: null,
    step: index * 3,
    job: 0,
  }));
}

const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2, maxLength: MOST_LINES });
const random = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
const drawFrom = (stream: Stream) => () => Number(stream.next().value);
type Stream = fc.Stream<number>;

function exerciseOf(texts: readonly string[], stream: Stream) {
  const exercise = makeExercise(printed(texts), drawFrom(stream));
  fc.pre(exercise !== null);
  return exercise;
}

describe('the exercise', () => {
  test('has the lines of the console, each once, and never in their real order', () => {
    fc.assert(
      fc.property(few, random, (texts, stream) => {
        const { lines, shuffled } = exerciseOf(texts, stream);
        expect(lines.map(({ text }) => text)).toEqual(texts);
        expect([...shuffled].sort((a, b) => a.id - b.id)).toEqual(lines);
        expect(shuffled.map(({ text }) => text)).not.toEqual(texts);
      }),
    );
  });

  test.each([[[]], [['one']], [['same', 'same', 'same']]])('of %j is none', (texts) => {
    expect(makeExercise(printed(texts), Math.random)).toBeNull();
  });

  test('of many lines takes the first, and says how many follow', () => {
    const texts = Array.from({ length: 34 }, (_, index) => String(index));
    const exercise = makeExercise(printed(texts), Math.random);
    expect(exercise?.lines.map(({ text }) => text)).toEqual(texts.slice(0, MOST_LINES));
    expect(exercise?.more).toBe(24);
  });

  test('puts a text of several lines on one', () => {
    const exercise = makeExercise(printed(['{\n  a: 1\n}', 'b']), Math.random);
    expect(exercise?.lines[0]?.text).toBe('{ a: 1 }');
  });
});

describe('the verdict', () => {
  test('on the real order is right throughout', () => {
    fc.assert(
      fc.property(few, random, (texts, stream) => {
        const exercise = exerciseOf(texts, stream);
        const verdict = judge(exercise, exercise.lines);
        expect(verdict.right).toBe(texts.length);
        expect(verdict.firstWrong).toBeNull();
      }),
    );
  });

  test('counts texts, not lines: the same text is the same answer', () => {
    fc.assert(
      fc.property(few, random, (texts, stream) => {
        const exercise = exerciseOf(texts, stream);
        const { shuffled } = exercise;
        const { right, rows } = judge(exercise, shuffled);
        expect(right).toBe(texts.filter((text, index) => shuffled[index]?.text === text).length);
        for (const row of rows) expect(shuffled[row.said - 1]?.text).toBe(row.line.text);
        expect(new Set(rows.map(({ said }) => said)).size).toBe(rows.length);
      }),
    );
  });

  test('names the first line that comes otherwise', () => {
    const exercise = makeExercise(printed(['start', 'end', 'then', 'timeout']), Math.random);
    const [start, end, then, timeout] = exercise?.lines ?? [];
    if (!exercise || !start || !end || !then || !timeout) throw new Error('No exercise.');
    const verdict = judge(exercise, [start, end, timeout, then]);
    expect(verdict.firstWrong).toBe(then);
    expect(verdictWords(verdict)).toBe('2 of 4 in the right place. The first that comes otherwise: “then”.');
    expect(verdictWords(judge(exercise, exercise.lines))).toBe('All 4 in the right order.');
  });
});
