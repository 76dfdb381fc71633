/** The same random numbers as sampling.ts, which says how. */
import { COS, SAMPLE, SEED, SIN, U, V } from './layout.as';
import { get, set } from './numbers.as';

/** Purposes: pairs of numbers. From `BOUNCE` on each turn of the path has two pairs of its own. */
export const PIXEL: i32 = 1;
export const LENS_PAIR: i32 = 2;
export const LIGHT_PAIR: i32 = 3;
export const TURN_PAIR: i32 = 4;
export const CHOICE_PAIR: i32 = 5;
/** Pairs of one turn. */
export const PAIRS: i32 = 3;

const HALF: f64 = 0.5;
const SIXTH: f64 = <f64>1 / 6;
const UNIT: f64 = <f64>1 / 4294967296;

/** A good mix of 32 bits (Wellons' "lowbias32", https://nullprogram.com/blog/2018/07/31/). */
export function mix(value: i32): i32 {
  let x = value;
  x = (x ^ (x >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) * <i32>0x846ca68b;
  return x ^ (x >>> 16);
}

/** The bits in reverse order. */
export function reversed(value: i32): i32 {
  let x = value;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

/** Each bit is turned over or not by what stands below it: Owen's scrambling, of reversed bits. */
function scrambled(value: i32, seed: i32): i32 {
  let x = value ^ (value * 0x3d20adea);
  x = x + seed;
  x = x * ((seed >>> 16) | 1);
  x ^= x * 0x05526c56;
  return x ^ (x * 0x53a22864);
}

/** Sobol's second column: Pascal's triangle modulo 2, bits reversed; the first column is the number itself. */
function pascal(value: i32): i32 {
  let x = value;
  x ^= (x >>> 1) & 0x55555555;
  x ^= (x >>> 2) & 0x33333333;
  x ^= (x >>> 4) & 0x0f0f0f0f;
  x ^= (x >>> 8) & 0x00ff00ff;
  return x ^ (x >>> 16);
}

/** Two numbers in [0, 1) of the path's own point set, into `U` and `V`. */
export function evenPair(s: usize, purpose: i32): void {
  const seed = mix(<i32>get(s, SEED) + purpose * <i32>0x9e3779b9);
  const index = reversed(scrambled(reversed(<i32>get(s, SAMPLE)), seed));
  set(s, U, <f64>(<u32>reversed(scrambled(index, mix(seed + 1)))) * UNIT);
  set(s, V, <f64>(<u32>reversed(scrambled(pascal(index), mix(seed + 2)))) * UNIT);
}

/** Two numbers in [0, 1) by plain chance, into `U` and `V`. */
export function plainPair(s: usize, purpose: i32): void {
  const seed = <i32>get(s, SEED) + (<i32>get(s, SAMPLE) + 1) * 0x632be5ab;
  const first = mix(mix(seed) + purpose * <i32>0x9e3779b9);
  set(s, U, <f64>(<u32>first) * UNIT);
  set(s, V, <f64>(<u32>mix(first ^ 0x2545f491)) * UNIT);
}

/**
 * Sine and cosine of so many turns (0 ≤ `turns` < 1), into `SIN` and `COS`. `Math.sin` may differ between engines;
 * these are + and × alone. To ten digits.
 */
export function sinCos(s: usize, turns: f64): void {
  const quarter = Math.floor(turns * 4 + 0.5);
  const x = (turns * 4 - quarter) * 1.5707963267948966;
  const xx = x * x;
  const sin =
    x *
    (1 +
      xx * (-SIXTH + xx * (<f64>1 / 120 + xx * (-(<f64>1 / 5040) + xx * (<f64>1 / 362880 - xx / 39916800)))));
  const cos =
    1 + xx * (-HALF + xx * (<f64>1 / 24 + xx * (-(<f64>1 / 720) + xx * (<f64>1 / 40320 - xx / 3628800))));
  const which = <i32>quarter;
  const odd = (which & 1) == 1;
  const a = odd ? cos : sin;
  const b = odd ? sin : cos;
  set(s, SIN, (which & 2) == 2 ? -a : a);
  set(s, COS, ((which + 1) & 2) == 2 ? -b : b);
}
