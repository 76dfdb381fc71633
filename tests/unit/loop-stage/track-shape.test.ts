import { describe, expect, test } from 'vitest';
import { lineTrack, ringTrack, type TrackShape } from '../../../src/loop/model/track-shape.ts';

const SIZES = [
  [320, 420],
  [360, 62],
  [520, 520],
  [900, 700],
] as const;

type Point = readonly [number, number];

/** Where a pen that stood there stands after that command: only absolute ones are used. */
function after([x, y]: Point, command: string, numbers: readonly number[]): Point {
  const [last = 0, beforeLast = 0] = numbers.slice(-2).reverse();
  if (command === 'H') return [last, y];
  return command === 'V' ? [x, last] : [beforeLast, last];
}

/** Where a path begins, and where it ends: its last absolute coordinates. */
function endsOf(path: string): { from: Point; to: Point } {
  const points: Point[] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([MHVQ])([^MHVQ]*)/g)) {
    points.push(after(points.at(-1) ?? [0, 0], command, rest.trim().split(/\s+/).map(Number)));
  }
  return { from: points[0] ?? [0, 0], to: points.at(-1) ?? [0, 0] };
}

function expectRound({ stations, stretches }: TrackShape): void {
  stretches.forEach((stretch, index) => {
    const { from, to } = endsOf(stretch);
    const [a, b] = [stations[index], stations[(index + 1) % 3]];
    expect(Math.hypot(from[0] - (a?.x ?? 0), from[1] - (a?.y ?? 0))).toBeLessThan(0.2);
    expect(Math.hypot(to[0] - (b?.x ?? 0), to[1] - (b?.y ?? 0))).toBeLessThan(0.2);
  });
}

describe.each(SIZES)('in %i by %i', (width, height) => {
  test('the ring leads from station to station and back', () => {
    expectRound(ringTrack(width, height, 84));
  });

  test('so does the line', () => {
    expectRound(lineTrack(width, height));
  });

  test('stations and arrows stay inside', () => {
    const { stations, arrows } = lineTrack(width, height);
    for (const { x, y } of [...stations, ...arrows]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
    }
  });
});

test('the stations of tasks and microtasks lie where their first cards are', () => {
  const { stations } = ringTrack(520, 520, 84);
  expect([stations[0].y, stations[1].y]).toEqual([84, 84]);
});
