import { afterEach, expect, it } from 'vitest';
import { FeelBalls } from '../../../src/ui/feel-balls.ts';
import { SWEEP_MS } from '../../../src/ui/feel-motion.ts';

const RAIL_PX = 400;

let balls: FeelBalls | undefined;

afterEach(() => {
  balls?.dispose();
  document.body.replaceChildren();
});

/** Two rails, each with a ball and its ghosts, the nearest first. */
function rails(): { discs: HTMLElement[]; rings: HTMLElement[] } {
  const tracks = [0, 1].map(() => {
    const rail = document.createElement('div');
    const ball = document.createElement('div');
    ball.className = 'carrier';
    ball.style.width = `${String(RAIL_PX)}px`;
    rail.append(ball);
    document.body.append(rail);
    return { rail, ball };
  });
  balls = new FeelBalls(document.body);
  const [discs = [], rings = []] = tracks.map(({ rail, ball }) => [
    ball,
    ...rail.querySelectorAll<HTMLElement>('.ghost'),
  ]);
  return { discs, rings };
}

const leftOf = (carrier: HTMLElement | undefined) => {
  if (carrier === undefined) throw new Error('There is no such ball.');
  return carrier.getBoundingClientRect().left - document.body.getBoundingClientRect().left;
};

const frame = () => new Promise<number>((resolve) => void requestAnimationFrame(resolve));

it('the script’s ball stands while no script runs, and the other goes on', async () => {
  const { discs, rings } = rails();
  balls?.move(await frame(), true);
  const [disc, ring] = [leftOf(discs[0]), leftOf(rings[0])];
  for (let i = 0; i < 12; i += 1) await frame();
  expect(leftOf(discs[0])).toBe(disc);
  expect(leftOf(rings[0])).not.toBe(ring);
});

it('moved in a frame, it is where the other is', async () => {
  const { discs, rings } = rails();
  for (let i = 0; i < 5; i += 1) {
    balls?.move(await frame(), true);
    expect(leftOf(discs[0])).toBeCloseTo(leftOf(rings[0]), 0);
  }
});

it('is at the end of its rail after a sweep, and back at the start after two', () => {
  const { discs } = rails();
  balls?.move(SWEEP_MS, true);
  expect(leftOf(discs[0])).toBeCloseTo(RAIL_PX, 3);
  balls?.move(2 * SWEEP_MS, true);
  expect(leftOf(discs[0])).toBeCloseTo(0, 3);
});

it('a freeze leaves a hole between the ball and its trail', () => {
  const { discs } = rails();
  for (let t = 0; t < 16; t += 1) balls?.move(t * 16, true);
  const before = leftOf(discs[0]) - leftOf(discs[1]);
  balls?.move(SWEEP_MS / 2, true);
  expect(leftOf(discs[0]) - leftOf(discs[1])).toBeGreaterThan(before + RAIL_PX / 10);
});

it('without its trail only the ball itself is moved', () => {
  const { discs, rings } = rails();
  balls?.move(SWEEP_MS / 2, false);
  expect(document.getAnimations().length).toBe(2);
  expect(leftOf(discs[0])).toBeGreaterThan(RAIL_PX / 3);
  expect([leftOf(discs[1]), leftOf(rings[1])]).toEqual([0, 0]);
  balls?.move(SWEEP_MS / 2 + 16, true);
  expect(document.getAnimations().length).toBe(8);
});
