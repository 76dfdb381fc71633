import { describe, expect, test } from 'vitest';
import { fillIn } from '../../../src/learn/code/shown-code.ts';
import { CARDS } from '../../../src/learn/deck/cards.ts';
import { COURSE } from '../../../src/learn/manifest.ts';
import { startNumbers, type Scene } from '../../../src/learn/model/lesson.ts';

/** A phone of 360 px shows so many letters; a longer line would be broken in the middle. */
const LETTERS = 37;

/** Lines that a phone would break, with the numbers as they stand at first. */
function tooLong(scene: Scene): string[] {
  const numbers = startNumbers(scene);
  return Object.values(scene.code).flatMap(({ lines }) =>
    lines
      .map((line) => line.map((token) => fillIn(token, numbers)).join(''))
      .filter((line) => line.length > LETTERS),
  );
}

describe('no line of code is wider than a phone', () => {
  test.each(COURSE)('$slug', async ({ load }) => {
    expect(tooLong((await load()).lesson)).toEqual([]);
  });

  test.each(CARDS)('gotcha: $id', async ({ load }) => {
    expect(tooLong((await load()).card)).toEqual([]);
  });
});
