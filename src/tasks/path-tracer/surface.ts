/** What a surface does to the path: scatter, mirror, refract. */
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
} from './layout.ts';
import { askLights, gather, tilt } from './light.ts';
import { dot } from './meet.ts';
import { CHOICE_PAIR, evenPair, LIGHT_PAIR, PAIRS, plainPair, TURN_PAIR } from './sampling.ts';

/** So many turns of a path have evenly spread numbers. */
const EVEN_TURNS = 4;

function pair(s: Float64Array, purpose: number): void {
  const depth = s[DEPTH] as number;
  const number = purpose + depth * PAIRS;
  if (depth < EVEN_TURNS) evenPair(s, number);
  else plainPair(s, number);
}

/** Goes on from what was hit. False: the path ends here. */
export function turn(m: Float64Array, s: Float64Array): boolean {
  const t = s[T] as number;
  for (let c = 0; c < 3; c++) s[P + c] = (s[O + c] as number) + t * (s[D + c] as number);
  if (s[HIT] === THE_GROUND) return turnOnGround(m, s);
  const n = m[COUNT] as number;
  const i = s[HIT] as number;
  const scale = m[SPHERES + 4 * n + i] as number;
  for (let c = 0; c < 3; c++) {
    s[N + c] = ((s[P + c] as number) - (m[SPHERES + c * n + i] as number)) * scale;
  }
  const at = (m[MATERIALS_AT] as number) + (m[SPHERES + 5 * n + i] as number) * MATERIAL;
  return turnBy(m, s, at);
}

function turnBy(m: Float64Array, s: Float64Array, at: number): boolean {
  const kind = m[at] as number;
  if (kind === LAMP) {
    if (s[SEES] === 1)
      gather(s, m[at + COLOUR] as number, m[at + COLOUR + 1] as number, m[at + COLOUR + 2] as number);
    return false;
  }
  s[INCIDENCE] = -dot(s, D, s, N);
  if (kind === GLASS) return refract(m, s, at);
  for (let c = 0; c < 3; c++) s[O + c] = s[P + c] as number;
  if (kind === METAL) {
    dim(m, s, at + COLOUR);
    return mirror(s, m[at + ROUGH] as number);
  }
  if (kind === COATED && coat(s, m[at + F0] as number)) return mirror(s, m[at + ROUGH] as number);
  dim(m, s, at + COLOUR);
  return scatter(m, s);
}

/** Far away the ground goes over into the horizon. */
function turnOnGround(m: Float64Array, s: Float64Array): boolean {
  const x = s[P] as number;
  const z = s[P + 2] as number;
  const far = (x * x + z * z) / (x * x + z * z + (m[FADE] as number));
  gather(s, far * (m[HORIZON] as number), far * (m[HORIZON + 1] as number), far * (m[HORIZON + 2] as number));
  for (let c = 0; c < 3; c++) {
    s[THROUGH + c] = (s[THROUGH + c] as number) * (1 - far);
    s[O + c] = s[P + c] as number;
    s[N + c] = c === 1 ? 1 : 0;
  }
  s[O + 1] = 0;
  s[INCIDENCE] = -(s[D + 1] as number);
  if (coat(s, m[GROUND_F0] as number)) return mirror(s, m[GROUND_ROUGH] as number);
  const square = m[SQUARE] as number;
  const even = square === 0 || isEven(Math.floor(x / square) + Math.floor(z / square));
  dim(m, s, even ? GROUND : GROUND_OTHER);
  return scatter(m, s);
}

/** Of a whole number of any size: near the horizon they are too large for 32 bits. */
function isEven(whole: number): boolean {
  return whole - 2 * Math.floor(whole / 2) === 0;
}

/** Takes the colour at `at` of what the path brings. */
function dim(m: Float64Array, s: Float64Array, at: number): void {
  for (let c = 0; c < 3; c++) s[THROUGH + c] = (s[THROUGH + c] as number) * (m[at + c] as number);
}

function weaken(s: Float64Array, by: number): void {
  for (let c = 0; c < 3; c++) s[THROUGH + c] = (s[THROUGH + c] as number) * by;
}

/** How much is mirrored at this incidence (Schlick's approximation). */
function mirrored(f0: number, cos: number): number {
  const g = 1 - cos;
  const gg = g * g;
  return f0 + (1 - f0) * gg * gg * g;
}

/** Whether the path is mirrored by the coat rather than let through to the colour below. */
function coat(s: Float64Array, f0: number): boolean {
  if (f0 === 0) return false;
  return mirrors(s, mirrored(f0, s[INCIDENCE] as number));
}

/** Chance decides; where it is seen directly the mirror has more weight than its share: what it shows is bright and small. */
function mirrors(s: Float64Array, share: number): boolean {
  pair(s, CHOICE_PAIR);
  const chance = s[DEPTH] === 0 ? 0.25 + 0.7 * share : share;
  const yes = (s[U] as number) < chance;
  weaken(s, yes ? share / chance : (1 - share) / (1 - chance));
  return yes;
}

/** Mirrors the ray at `N`, more or less sharply. */
function mirror(s: Float64Array, rough: number): boolean {
  const twice = 2 * (s[INCIDENCE] as number);
  for (let c = 0; c < 3; c++) s[W + c] = (s[D + c] as number) + twice * (s[N + c] as number);
  // Light that a mirror throws on something matte comes in rare bright specks: that much is left out.
  s[SEES] = 1 - (s[SOFT] as number);
  if (rough > 0) {
    pair(s, TURN_PAIR);
    const down = rough * (s[U] as number);
    tilt(s, 1 - down, Math.sqrt(down * (2 - down)), s[V] as number);
  }
  if (dot(s, W, s, N) <= 0) return false;
  aim(s);
  return true;
}

/** Asks the lights, then goes on by chance, likelier where more light would come from. */
function scatter(m: Float64Array, s: Float64Array): boolean {
  pair(s, LIGHT_PAIR);
  askLights(m, s);
  pair(s, TURN_PAIR);
  for (let c = 0; c < 3; c++) s[W + c] = s[N + c] as number;
  tilt(s, Math.sqrt(1 - (s[U] as number)), Math.sqrt(s[U] as number), s[V] as number);
  s[SEES] = 0;
  s[SOFT] = 1;
  aim(s);
  return true;
}

/** The ray goes along `W` from now on; its length, which roundings move, is set to 1. */
function aim(s: Float64Array): void {
  const by = 1 / Math.sqrt(dot(s, W, s, W));
  for (let c = 0; c < 3; c++) s[D + c] = (s[W + c] as number) * by;
}

/** Into glass or out of it, or mirrored at it. */
function refract(m: Float64Array, s: Float64Array, at: number): boolean {
  const inside = (s[INCIDENCE] as number) < 0;
  if (inside) {
    s[INCIDENCE] = -(s[INCIDENCE] as number);
    for (let c = 0; c < 3; c++) s[N + c] = -(s[N + c] as number);
  }
  for (let c = 0; c < 3; c++) s[O + c] = s[P + c] as number;
  const index = m[at + F0] as number;
  const ratio = inside ? index : 1 / index;
  const cos = s[INCIDENCE] as number;
  const under = 1 - ratio * ratio * (1 - cos * cos);
  if (under <= 0) return mirror(s, 0);
  const through = Math.sqrt(under);
  const f = (index - 1) / (index + 1);
  if (mirrors(s, mirrored(f * f, inside ? through : cos))) return mirror(s, 0);
  const along = ratio * cos - through;
  for (let c = 0; c < 3; c++) s[W + c] = ratio * (s[D + c] as number) + along * (s[N + c] as number);
  dim(m, s, at + COLOUR);
  s[SEES] = 1;
  aim(s);
  return true;
}
