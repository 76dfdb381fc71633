/** The path tracer in WebAssembly, to the same bytes as path.ts: the same operations on doubles in the same order. */
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
} from './layout.as';
import { get, set } from './numbers.as';
import { gather, gatherSky } from './light.as';
import { dot, nearest } from './meet.as';
import { evenPair, LENS_PAIR, mix, PIXEL, plainPair, sinCos } from './sampling.as';
import { turn } from './surface.as';

/** A path is turned at most so often; from the second number on it may end by chance. */
const MOST_TURNS: i32 = 9;
const SURE_TURNS: i32 = 3;
/** The purpose of the chance to end. */
const END_PAIR: i32 = 99;

/** Light is counted in whole numbers: then it doesn't matter in which order samples are added. */
const QUANTA: f64 = 4096;
/** The brightest that one sample may be. */
const BRIGHTEST: f64 = 16;

/**
 * Follows the paths of a tile's pixels `from` (included) to `to` (not), and writes what they come to. `first` and
 * `last`: the samples that are taken of each.
 */
export function tracePixels(
  m: usize,
  s: usize,
  out: usize,
  left: i32,
  top: i32,
  width: i32,
  from: i32,
  to: i32,
  first: i32,
  last: i32,
): void {
  for (let pixel = from; pixel < to; pixel++) {
    const row = pixel / width;
    samplePixel(m, s, left + pixel - row * width, top + row, first, last);
    const at = out + <usize>pixel * 12;
    store<u32>(at, <u32>get(s, TOTAL));
    store<u32>(at, <u32>get(s, TOTAL + 1), 4);
    store<u32>(at, <u32>get(s, TOTAL + 2), 8);
  }
}

function samplePixel(m: usize, s: usize, x: i32, y: i32, first: i32, last: i32): void {
  set(s, SEED, <f64>mix(y * 65536 + x));
  set(s, TOTAL, 0);
  set(s, TOTAL + 1, 0);
  set(s, TOTAL + 2, 0);
  for (let sample = first; sample < last; sample++) {
    set(s, SAMPLE, <f64>sample);
    follow(m, s, <f64>x, <f64>y);
    set(s, TOTAL, get(s, TOTAL) + quanta(get(s, LIGHT)));
    set(s, TOTAL + 1, get(s, TOTAL + 1) + quanta(get(s, LIGHT + 1)));
    set(s, TOTAL + 2, get(s, TOTAL + 2) + quanta(get(s, LIGHT + 2)));
  }
}

function quanta(light: f64): f64 {
  return Math.floor(Math.min(light, BRIGHTEST) * QUANTA + 0.5);
}

/** Follows one path; what it gathered is in `LIGHT`. */
function follow(m: usize, s: usize, x: f64, y: f64): void {
  leaveEye(m, s, x, y);
  set(s, THROUGH, 1);
  set(s, LIGHT, 0);
  set(s, THROUGH + 1, 1);
  set(s, LIGHT + 1, 0);
  set(s, THROUGH + 2, 1);
  set(s, LIGHT + 2, 0);
  set(s, SEES, 1);
  set(s, SOFT, 0);
  for (let depth = 0; depth < MOST_TURNS; depth++) {
    set(s, DEPTH, <f64>depth);
    if (depth >= SURE_TURNS && ends(s)) return;
    nearest(m, s);
    const hit = <i32>get(s, HIT);
    if (hit == NOTHING) {
      gatherSky(m, s);
      return;
    }
    if (hit == THE_WINDOW) {
      if (get(s, SEES) == 1) gather(s, get(m, WINDOW), get(m, WINDOW + 1), get(m, WINDOW + 2));
      return;
    }
    if (!turn(m, s)) return;
  }
}

/** A path that has little left to bring is ended by chance; those that go on bring more for it. */
function ends(s: usize): bool {
  const most = Math.max(get(s, THROUGH), Math.max(get(s, THROUGH + 1), get(s, THROUGH + 2)));
  const chance = Math.min(most, 0.95);
  plainPair(s, END_PAIR + <i32>get(s, DEPTH));
  if (get(s, U) >= chance) return true;
  set(s, THROUGH, get(s, THROUGH) / chance);
  set(s, THROUGH + 1, get(s, THROUGH + 1) / chance);
  set(s, THROUGH + 2, get(s, THROUGH + 2) / chance);
  return false;
}

/** A ray from somewhere on the lens, through where the pixel's own part of the picture is sharp. */
function leaveEye(m: usize, s: usize, x: f64, y: f64): void {
  evenPair(s, PIXEL);
  const half = get(m, HEIGHT) / 2;
  const a = (x + get(s, U) - get(m, WIDTH) / 2) / half;
  const b = (half - y - get(s, V)) / half;
  evenPair(s, LENS_PAIR);
  const radius = get(m, LENS) * Math.sqrt(get(s, U));
  sinCos(s, get(s, V));
  const lx = radius * get(s, COS);
  const ly = radius * get(s, SIN);
  const focus = get(m, FOCUS);
  for (let c = 0; c < 3; c++) {
    const right = get(m, RIGHT + c);
    const up = get(m, UP + c);
    const off = right * lx + up * ly;
    set(s, O + c, get(m, EYE + c) + off);
    set(s, W + c, (get(m, FORWARD + c) + right * a + up * b) * focus - off);
  }
  const by = 1 / Math.sqrt(dot(s, W, s, W));
  set(s, D, get(s, W) * by);
  set(s, D + 1, get(s, W + 1) * by);
  set(s, D + 2, get(s, W + 2) * by);
}
