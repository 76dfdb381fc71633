/** A path of light, followed backwards from the eye. */
import {
  D,
  DEPTH,
  EYE,
  FOCUS,
  FORWARD,
  HEIGHT,
  HIT,
  LENS,
  LIGHT,
  NOTHING,
  O,
  PATH_NUMBERS,
  RIGHT,
  SAMPLE,
  SEED,
  SEES,
  SIN,
  COS,
  SOFT,
  THE_WINDOW,
  THROUGH,
  TOTAL,
  U,
  UP,
  V,
  W,
  WIDTH,
  WINDOW,
} from './layout.ts';
import { gather, gatherSky } from './light.ts';
import { dot, nearest } from './meet.ts';
import { evenPair, LENS_PAIR, mix, PIXEL, plainPair, sinCos } from './sampling.ts';
import { turn } from './surface.ts';

/** A path is turned at most so often; from the second number on it may end by chance. */
const MOST_TURNS = 9;
const SURE_TURNS = 3;
/** The purpose of the chance to end. */
const END_PAIR = 99;

/** Light is counted in whole numbers: then it doesn't matter in which order samples are added. */
export const QUANTA = 4096;
/** The brightest that one sample may be. */
const BRIGHTEST = 16;

/** The numbers of one path. They belong to a part: two parts of one thread may take turns. */
export function makePath(): Float64Array {
  return new Float64Array(PATH_NUMBERS);
}

/** A pixel, and its samples `from` (included) to `to` (not). */
export interface Samples {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Follows a pixel's paths; what they come to is in `TOTAL`, in `QUANTA`. */
export function samplePixel(m: Float64Array, s: Float64Array, { x, y, from, to }: Samples): void {
  s[SEED] = mix(y * 65536 + x);
  for (let c = 0; c < 3; c++) s[TOTAL + c] = 0;
  for (let sample = from; sample < to; sample++) {
    s[SAMPLE] = sample;
    follow(m, s, x, y);
    for (let c = 0; c < 3; c++) s[TOTAL + c] = (s[TOTAL + c] as number) + quanta(s[LIGHT + c] as number);
  }
}

function quanta(light: number): number {
  return Math.floor(Math.min(light, BRIGHTEST) * QUANTA + 0.5);
}

/** Follows one path; what it gathered is in `LIGHT`. */
function follow(m: Float64Array, s: Float64Array, x: number, y: number): void {
  leaveEye(m, s, x, y);
  for (let c = 0; c < 3; c++) {
    s[THROUGH + c] = 1;
    s[LIGHT + c] = 0;
  }
  s[SEES] = 1;
  s[SOFT] = 0;
  for (let depth = 0; depth < MOST_TURNS; depth++) {
    s[DEPTH] = depth;
    if (depth >= SURE_TURNS && ends(s)) return;
    nearest(m, s);
    const hit = s[HIT] as number;
    if (hit === NOTHING) {
      gatherSky(m, s);
      return;
    }
    if (hit === THE_WINDOW) {
      if (s[SEES] === 1) gather(s, m[WINDOW] as number, m[WINDOW + 1] as number, m[WINDOW + 2] as number);
      return;
    }
    if (!turn(m, s)) return;
  }
}

/** A path that has little left to bring is ended by chance; those that go on bring more for it. */
function ends(s: Float64Array): boolean {
  const most = Math.max(s[THROUGH] as number, Math.max(s[THROUGH + 1] as number, s[THROUGH + 2] as number));
  const chance = Math.min(most, 0.95);
  plainPair(s, END_PAIR + (s[DEPTH] as number));
  if ((s[U] as number) >= chance) return true;
  for (let c = 0; c < 3; c++) s[THROUGH + c] = (s[THROUGH + c] as number) / chance;
  return false;
}

/** A ray from somewhere on the lens, through where the pixel's own part of the picture is sharp. */
function leaveEye(m: Float64Array, s: Float64Array, x: number, y: number): void {
  evenPair(s, PIXEL);
  const half = (m[HEIGHT] as number) / 2;
  const a = (x + (s[U] as number) - (m[WIDTH] as number) / 2) / half;
  const b = (half - y - (s[V] as number)) / half;
  evenPair(s, LENS_PAIR);
  const radius = (m[LENS] as number) * Math.sqrt(s[U] as number);
  sinCos(s, s[V] as number);
  const lx = radius * (s[COS] as number);
  const ly = radius * (s[SIN] as number);
  const focus = m[FOCUS] as number;
  for (let c = 0; c < 3; c++) {
    const right = m[RIGHT + c] as number;
    const up = m[UP + c] as number;
    const off = right * lx + up * ly;
    s[O + c] = (m[EYE + c] as number) + off;
    s[W + c] = ((m[FORWARD + c] as number) + right * a + up * b) * focus - off;
  }
  const by = 1 / Math.sqrt(dot(s, W, s, W));
  for (let c = 0; c < 3; c++) s[D + c] = (s[W + c] as number) * by;
}
