/**
 * Random numbers without a state: a number depends on pixel, sample and purpose alone, so it doesn't matter which
 * thread asks, or when. The first ones of a path come from a Sobol sequence, scrambled as by Owen: sixteen samples
 * of it are as smooth as many more of plain chance (Burley 2020, https://jcgt.org/published/0009/04/01/).
 */
import { COS, SAMPLE, SEED, SIN, U, V } from './layout.ts';

/** Purposes: pairs of numbers. From `BOUNCE` on each turn of the path has two pairs of its own. */
export const PIXEL = 1;
export const LENS_PAIR = 2;
export const LIGHT_PAIR = 3;
export const TURN_PAIR = 4;
export const CHOICE_PAIR = 5;
/** Pairs of one turn. */
export const PAIRS = 3;

const UNIT = 1 / 4294967296;

/** A good mix of 32 bits (Wellons' "lowbias32", https://nullprogram.com/blog/2018/07/31/). */
export function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** The bits in reverse order. */
export function reversed(value: number): number {
  let x = value | 0;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

/** Each bit is turned over or not by what stands below it: Owen's scrambling, of reversed bits. */
function scrambled(value: number, seed: number): number {
  let x = value ^ Math.imul(value, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  return x ^ Math.imul(x, 0x53a22864);
}

/** Sobol's second column: Pascal's triangle modulo 2, bits reversed; the first column is the number itself. */
function pascal(value: number): number {
  let x = value | 0;
  x ^= (x >>> 1) & 0x55555555;
  x ^= (x >>> 2) & 0x33333333;
  x ^= (x >>> 4) & 0x0f0f0f0f;
  x ^= (x >>> 8) & 0x00ff00ff;
  return x ^ (x >>> 16);
}

/** Two numbers in [0, 1) of the path's own point set, into `U` and `V`. */
export function evenPair(s: Float64Array, purpose: number): void {
  const seed = mix(((s[SEED] as number) + Math.imul(purpose, 0x9e3779b9)) | 0);
  const index = reversed(scrambled(reversed(s[SAMPLE] as number), seed));
  s[U] = (reversed(scrambled(index, mix(seed + 1))) >>> 0) * UNIT;
  s[V] = (reversed(scrambled(pascal(index), mix(seed + 2))) >>> 0) * UNIT;
}

/** Two numbers in [0, 1) by plain chance, into `U` and `V`. */
export function plainPair(s: Float64Array, purpose: number): void {
  const seed = (s[SEED] as number) + Math.imul((s[SAMPLE] as number) + 1, 0x632be5ab);
  const first = mix((mix(seed | 0) + Math.imul(purpose, 0x9e3779b9)) | 0);
  s[U] = (first >>> 0) * UNIT;
  s[V] = (mix(first ^ 0x2545f491) >>> 0) * UNIT;
}

/**
 * Sine and cosine of so many turns (0 ≤ `turns` < 1), into `SIN` and `COS`. `Math.sin` may differ between engines;
 * these are + and × alone. To ten digits.
 */
export function sinCos(s: Float64Array, turns: number): void {
  const quarter = Math.floor(turns * 4 + 0.5);
  const x = (turns * 4 - quarter) * 1.5707963267948966;
  const xx = x * x;
  const sin = x * (1 + xx * (-1 / 6 + xx * (1 / 120 + xx * (-1 / 5040 + xx * (1 / 362880 - xx / 39916800)))));
  const cos = 1 + xx * (-1 / 2 + xx * (1 / 24 + xx * (-1 / 720 + xx * (1 / 40320 - xx / 3628800))));
  const odd = (quarter & 1) === 1;
  const a = odd ? cos : sin;
  const b = odd ? sin : cos;
  s[SIN] = (quarter & 2) === 2 ? -a : a;
  s[COS] = ((quarter + 1) & 2) === 2 ? -b : b;
}
