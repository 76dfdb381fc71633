/**
 * Colours for escape counts. Everything is made of +, −, ×, / and √, which IEEE 754 defines to the last bit:
 * `Math.log` may differ between browsers and engines, and then results would too.
 */

/** Points outside are followed until |z|² exceeds this: far enough out for the smooth count to be smooth. */
export const BAILOUT = 65536;

/** From deep ink through the light of the edge and back: calm where counts are low, warm towards the set. */
const STOPS = [
  0x13212b, 0x1a4d86, 0x1769c2, 0x8fbde6, 0xfbfcfa, 0xffe08a, 0xffc71f, 0xd8500a, 0x7d1538, 0x2a1530,
];
const STEPS_PER_STOP = 128;
const TABLE_SIZE = STOPS.length * STEPS_PER_STOP;
/** How far the square root of the count moves through the table. */
const PACE = 80;

/** The colour of a point that never escaped. One number a pixel: red in the lowest byte, alpha in the highest. */
export const INSIDE = 0xff19110b | 0;
/** All colours outside, in their order. */
export const PALETTE = makeTable();

/** The colour of a point whose |z|² first exceeded `BAILOUT`, as `norm`, after `count` steps. */
export function outsideColour(count: number, norm: number): number {
  const place = Math.sqrt(smoothCount(count, norm)) * PACE;
  return PALETTE[Math.floor(place) % TABLE_SIZE] as number;
}

/**
 * A count without jumps: count + 1 − log₂(log|z| / log B), never below 0. |z| squares with each step, so the
 * second logarithm falls by one exactly when the count rises by one.
 */
export function smoothCount(count: number, norm: number): number {
  return Math.max(0, count + 1 - log2(log2(norm) / 16));
}

/** log₂ of a number from 1 on, to nine digits: halved into [1, 2), then the series of artanh. */
export function log2(value: number): number {
  let whole = 0;
  let rest = value;
  for (; rest >= 65536; whole += 16) rest /= 65536;
  for (; rest >= 2; whole++) rest /= 2;
  const s = (rest - 1) / (rest + 1);
  const t = s * s;
  const series =
    1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t / 15))))));
  return whole + 2 * Math.LOG2E * s * series;
}

/** The stops joined to a ring, so that high counts go round without a seam. */
function makeTable(): Int32Array {
  return Int32Array.from({ length: TABLE_SIZE }, (_, i) => {
    const stop = Math.floor(i / STEPS_PER_STOP);
    const share = (i % STEPS_PER_STOP) / STEPS_PER_STOP;
    return mix(STOPS[stop] ?? 0, STOPS[(stop + 1) % STOPS.length] ?? 0, share);
  });
}

/** From 0xRRGGBB and 0xRRGGBB to one opaque pixel. */
function mix(from: number, to: number, share: number): number {
  const channel = (shift: number): number => {
    const start = (from >>> shift) & 255;
    return Math.round(start + (((to >>> shift) & 255) - start) * share);
  };
  return (255 << 24) | (channel(0) << 16) | (channel(8) << 8) | channel(16);
}
