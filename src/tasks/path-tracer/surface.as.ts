/** What a surface does to the path: surface.ts says how. */
import {
  COATED,
  COLOUR,
  COUNT,
  D,
  DEPTH,
  F0,
  FADE,
  GLASS,
  GROUND,
  GROUND_F0,
  GROUND_OTHER,
  GROUND_ROUGH,
  HIT,
  HORIZON,
  INCIDENCE,
  LAMP,
  MATERIAL,
  MATERIALS_AT,
  METAL,
  N,
  O,
  P,
  ROUGH,
  SEES,
  SOFT,
  SPHERES,
  SQUARE,
  T,
  THE_GROUND,
  THROUGH,
  U,
  V,
  W,
} from './layout.as';
import { get, set } from './numbers.as';
import { askLights, gather, tilt } from './light.as';
import { dot } from './meet.as';
import { CHOICE_PAIR, evenPair, LIGHT_PAIR, PAIRS, plainPair, TURN_PAIR } from './sampling.as';

/** So many turns of a path have evenly spread numbers. */
const EVEN_TURNS = 4;

function pair(s: usize, purpose: i32): void {
  const depth = <i32>get(s, DEPTH);
  const number = purpose + depth * PAIRS;
  if (depth < EVEN_TURNS) evenPair(s, number);
  else plainPair(s, number);
}

/** Goes on from what was hit. False: the path ends here. */
export function turn(m: usize, s: usize): bool {
  const t = get(s, T);
  set(s, P, get(s, O) + t * get(s, D));
  set(s, P + 1, get(s, O + 1) + t * get(s, D + 1));
  set(s, P + 2, get(s, O + 2) + t * get(s, D + 2));
  if (get(s, HIT) == THE_GROUND) return turnOnGround(m, s);
  const n = <i32>get(m, COUNT);
  const i = <i32>get(s, HIT);
  const scale = get(m, SPHERES + 4 * n + i);
  set(s, N, (get(s, P) - get(m, SPHERES + i)) * scale);
  set(s, N + 1, (get(s, P + 1) - get(m, SPHERES + n + i)) * scale);
  set(s, N + 2, (get(s, P + 2) - get(m, SPHERES + 2 * n + i)) * scale);
  const at = <i32>get(m, MATERIALS_AT) + <i32>get(m, SPHERES + 5 * n + i) * MATERIAL;
  return turnBy(m, s, at);
}

function turnBy(m: usize, s: usize, at: i32): bool {
  const kind = <i32>get(m, at);
  if (kind == LAMP) {
    if (get(s, SEES) == 1) gather(s, get(m, at + COLOUR), get(m, at + COLOUR + 1), get(m, at + COLOUR + 2));
    return false;
  }
  set(s, INCIDENCE, -dot(s, D, s, N));
  if (kind == GLASS) return refract(m, s, at);
  set(s, O, get(s, P));
  set(s, O + 1, get(s, P + 1));
  set(s, O + 2, get(s, P + 2));
  if (kind == METAL) {
    dim(m, s, at + COLOUR);
    return mirror(s, get(m, at + ROUGH));
  }
  if (kind == COATED && coat(s, get(m, at + F0))) return mirror(s, get(m, at + ROUGH));
  dim(m, s, at + COLOUR);
  return scatter(m, s);
}

/** Far away the ground goes over into the horizon. */
function turnOnGround(m: usize, s: usize): bool {
  const x = get(s, P);
  const z = get(s, P + 2);
  const far = (x * x + z * z) / (x * x + z * z + get(m, FADE));
  gather(s, far * get(m, HORIZON), far * get(m, HORIZON + 1), far * get(m, HORIZON + 2));
  set(s, THROUGH, get(s, THROUGH) * (1 - far));
  set(s, O, get(s, P));
  set(s, THROUGH + 1, get(s, THROUGH + 1) * (1 - far));
  set(s, THROUGH + 2, get(s, THROUGH + 2) * (1 - far));
  set(s, O + 2, get(s, P + 2));
  set(s, O + 1, 0);
  set(s, N, 0);
  set(s, N + 1, 1);
  set(s, N + 2, 0);
  set(s, INCIDENCE, -get(s, D + 1));
  if (coat(s, get(m, GROUND_F0))) return mirror(s, get(m, GROUND_ROUGH));
  const square = get(m, SQUARE);
  const even = square == 0 || isEven(Math.floor(x / square) + Math.floor(z / square));
  dim(m, s, even ? GROUND : GROUND_OTHER);
  return scatter(m, s);
}

/** Of a whole number of any size: near the horizon they are too large for 32 bits. */
function isEven(whole: f64): bool {
  return whole - 2 * Math.floor(whole / 2) == 0;
}

/** Takes the colour at `at` of what the path brings. */
function dim(m: usize, s: usize, at: i32): void {
  set(s, THROUGH, get(s, THROUGH) * get(m, at));
  set(s, THROUGH + 1, get(s, THROUGH + 1) * get(m, at + 1));
  set(s, THROUGH + 2, get(s, THROUGH + 2) * get(m, at + 2));
}

function weaken(s: usize, by: f64): void {
  set(s, THROUGH, get(s, THROUGH) * by);
  set(s, THROUGH + 1, get(s, THROUGH + 1) * by);
  set(s, THROUGH + 2, get(s, THROUGH + 2) * by);
}

/** How much is mirrored at this incidence (Schlick's approximation). */
function mirrored(f0: f64, cos: f64): f64 {
  const g = 1 - cos;
  const gg = g * g;
  return f0 + (1 - f0) * gg * gg * g;
}

/** Whether the path is mirrored by the coat rather than let through to the colour below. */
function coat(s: usize, f0: f64): bool {
  if (f0 == 0) return false;
  return mirrors(s, mirrored(f0, get(s, INCIDENCE)));
}

/** Chance decides; where it is seen directly the mirror has more weight than its share: what it shows is bright and small. */
function mirrors(s: usize, share: f64): bool {
  pair(s, CHOICE_PAIR);
  const chance = get(s, DEPTH) == 0 ? 0.25 + 0.7 * share : share;
  const yes = get(s, U) < chance;
  weaken(s, yes ? share / chance : (1 - share) / (1 - chance));
  return yes;
}

/** Mirrors the ray at `N`, more or less sharply. */
function mirror(s: usize, rough: f64): bool {
  const twice = 2 * get(s, INCIDENCE);
  set(s, W, get(s, D) + twice * get(s, N));
  set(s, W + 1, get(s, D + 1) + twice * get(s, N + 1));
  set(s, W + 2, get(s, D + 2) + twice * get(s, N + 2));
  // Light that a mirror throws on something matte comes in rare bright specks: that much is left out.
  set(s, SEES, 1 - get(s, SOFT));
  if (rough > 0) {
    pair(s, TURN_PAIR);
    const down = rough * get(s, U);
    tilt(s, 1 - down, Math.sqrt(down * (2 - down)), get(s, V));
  }
  if (dot(s, W, s, N) <= 0) return false;
  aim(s);
  return true;
}

/** Asks the lights, then goes on by chance, likelier where more light would come from. */
function scatter(m: usize, s: usize): bool {
  pair(s, LIGHT_PAIR);
  askLights(m, s);
  pair(s, TURN_PAIR);
  set(s, W, get(s, N));
  set(s, W + 1, get(s, N + 1));
  set(s, W + 2, get(s, N + 2));
  tilt(s, Math.sqrt(1 - get(s, U)), Math.sqrt(get(s, U)), get(s, V));
  set(s, SEES, 0);
  set(s, SOFT, 1);
  aim(s);
  return true;
}

/** The ray goes along `W` from now on; its length, which roundings move, is set to 1. */
function aim(s: usize): void {
  const by = 1 / Math.sqrt(dot(s, W, s, W));
  set(s, D, get(s, W) * by);
  set(s, D + 1, get(s, W + 1) * by);
  set(s, D + 2, get(s, W + 2) * by);
}

/** Into glass or out of it, or mirrored at it. */
function refract(m: usize, s: usize, at: i32): bool {
  const inside = get(s, INCIDENCE) < 0;
  if (inside) {
    set(s, INCIDENCE, -get(s, INCIDENCE));
    set(s, N, -get(s, N));
    set(s, N + 1, -get(s, N + 1));
    set(s, N + 2, -get(s, N + 2));
  }
  set(s, O, get(s, P));
  set(s, O + 1, get(s, P + 1));
  set(s, O + 2, get(s, P + 2));
  const index = get(m, at + F0);
  const ratio = inside ? index : 1 / index;
  const cos = get(s, INCIDENCE);
  const under = 1 - ratio * ratio * (1 - cos * cos);
  if (under <= 0) return mirror(s, 0);
  const through = Math.sqrt(under);
  const f = (index - 1) / (index + 1);
  if (mirrors(s, mirrored(f * f, inside ? through : cos))) return mirror(s, 0);
  const along = ratio * cos - through;
  set(s, W, ratio * get(s, D) + along * get(s, N));
  set(s, W + 1, ratio * get(s, D + 1) + along * get(s, N + 1));
  set(s, W + 2, ratio * get(s, D + 2) + along * get(s, N + 2));
  dim(m, s, at + COLOUR);
  set(s, SEES, 1);
  aim(s);
  return true;
}
