/** Light: what the path gathers, the sky, and the lights that a matte place asks directly. */
import {
  BARS,
  CHANCES,
  COLOUR,
  COUNT,
  D,
  DEPTH,
  GLOW,
  GLOW_AT,
  HORIZON,
  LAMPS,
  LAMPS_AT,
  LIGHT,
  MATERIAL,
  MATERIALS_AT,
  N,
  O,
  SPHERES,
  THROUGH,
  U,
  V,
  W,
  WINDOW,
  WINDOW_AREA,
  WINDOW_AT,
  WINDOW_N,
  WINDOW_U,
  WINDOW_V,
  ZENITH,
  SIN,
  COS,
} from './layout.ts';
import { dot, isPane, shadowed } from './meet.ts';
import { sinCos } from './sampling.ts';

const PI = 3.141592653589793;
/** The most that light from the second turn on may bring: a rare bright path would be a white speck for long. */
const MOST = 3;

/** Adds light of this colour, dimmed by what the path has met. */
export function gather(s: Float64Array, red: number, green: number, blue: number): void {
  const r = red * (s[THROUGH] as number);
  const g = green * (s[THROUGH + 1] as number);
  const b = blue * (s[THROUGH + 2] as number);
  const peak = Math.max(r, Math.max(g, b));
  const by = (s[DEPTH] as number) > 0 && peak > MOST ? MOST / peak : 1;
  s[LIGHT] = (s[LIGHT] as number) + r * by;
  s[LIGHT + 1] = (s[LIGHT + 1] as number) + g * by;
  s[LIGHT + 2] = (s[LIGHT + 2] as number) + b * by;
}

/** The sky where the ray goes: from the horizon's colour to the zenith's, and a soft glow. */
export function gatherSky(m: Float64Array, s: Float64Array): void {
  const up = Math.max(0, s[D + 1] as number);
  const high = up * (2 - up);
  const g1 = Math.max(0, dot(m, GLOW_AT, s, D));
  const g2 = g1 * g1;
  const g4 = g2 * g2;
  const glow = g4 * g4;
  gather(s, skyPart(m, 0, high, glow), skyPart(m, 1, high, glow), skyPart(m, 2, high, glow));
}

function skyPart(m: Float64Array, c: number, high: number, glow: number): number {
  const low = m[HORIZON + c] as number;
  return low + ((m[ZENITH + c] as number) - low) * high + (m[GLOW + c] as number) * glow;
}

/**
 * Asks one light how much of it arrives at `O`, where the surface faces `N`; `THROUGH` has the surface's colour
 * already. Which light is chance, the stronger the likelier. Uses up `U` and `V`.
 */
export function askLights(m: Float64Array, s: Float64Array): void {
  const lamps = (m[LAMPS] as number) | 0;
  let total = windowChance(m, s);
  s[CHANCES] = total;
  for (let k = 0; k < lamps; k++) {
    const chance = lampChance(m, s, m[(m[LAMPS_AT] as number) + k] as number);
    s[CHANCES + 1 + k] = chance;
    total += chance;
  }
  if (total <= 0) return;
  let left = (s[U] as number) * total;
  let k = 0;
  while (k < lamps && left >= (s[CHANCES + k] as number)) {
    left -= s[CHANCES + k] as number;
    k++;
  }
  const chance = s[CHANCES + k] as number;
  if (chance <= 0) return;
  // What is left of the number is as good as a new one.
  s[U] = Math.min(left / chance, 0.9999999);
  if (k === 0) askWindow(m, s, total / chance);
  else askLamp(m, s, m[(m[LAMPS_AT] as number) + k - 1] as number, total / chance);
}

function brightness(m: Float64Array, at: number): number {
  return (m[at] as number) + (m[at + 1] as number) + (m[at + 2] as number);
}

function windowChance(m: Float64Array, s: Float64Array): number {
  const area = m[WINDOW_AREA] as number;
  if (area === 0) return 0;
  const x = (m[WINDOW_AT] as number) - (s[O] as number);
  const y = (m[WINDOW_AT + 1] as number) - (s[O + 1] as number);
  const z = (m[WINDOW_AT + 2] as number) - (s[O + 2] as number);
  return (brightness(m, WINDOW) * area) / (x * x + y * y + z * z + area);
}

function lampChance(m: Float64Array, s: Float64Array, i: number): number {
  const n = m[COUNT] as number;
  const x = (m[SPHERES + i] as number) - (s[O] as number);
  const y = (m[SPHERES + n + i] as number) - (s[O + 1] as number);
  const z = (m[SPHERES + 2 * n + i] as number) - (s[O + 2] as number);
  const rr = m[SPHERES + 3 * n + i] as number;
  const dd = x * x + y * y + z * z;
  const height = x * (s[N] as number) + y * (s[N + 1] as number) + z * (s[N + 2] as number);
  const radius = rr * (m[SPHERES + 4 * n + i] as number);
  if (height + radius <= 0 || dd <= rr) return 0;
  return (brightness(m, lampColour(m, i)) * rr * (height + radius)) / (dd * Math.sqrt(dd));
}

function lampColour(m: Float64Array, i: number): number {
  const material = m[SPHERES + 5 * (m[COUNT] as number) + i] as number;
  return (m[MATERIALS_AT] as number) + material * MATERIAL + COLOUR;
}

function askWindow(m: Float64Array, s: Float64Array, weight: number): void {
  const u = 2 * (s[U] as number) - 1;
  const v = 2 * (s[V] as number) - 1;
  if (!isPane(m[BARS] as number, u, v)) return;
  for (let c = 0; c < 3; c++) {
    s[W + c] =
      (m[WINDOW_AT + c] as number) +
      u * (m[WINDOW_U + c] as number) +
      v * (m[WINDOW_V + c] as number) -
      (s[O + c] as number);
  }
  const dd = dot(s, W, s, W);
  const d = Math.sqrt(dd);
  for (let c = 0; c < 3; c++) s[W + c] = (s[W + c] as number) / d;
  const here = dot(s, N, s, W);
  const there = -dot(m, WINDOW_N, s, W);
  if (here <= 0 || there <= 0 || shadowed(m, s, d, -1)) return;
  gatherFrom(m, s, WINDOW, (weight * here * there * (m[WINDOW_AREA] as number)) / (dd * PI));
}

/** A direction in the cone under which the lamp is seen, each as likely. */
function askLamp(m: Float64Array, s: Float64Array, i: number, weight: number): void {
  const n = m[COUNT] as number;
  for (let c = 0; c < 3; c++) s[W + c] = (m[SPHERES + c * n + i] as number) - (s[O + c] as number);
  const dd = dot(s, W, s, W);
  const d = Math.sqrt(dd);
  for (let c = 0; c < 3; c++) s[W + c] = (s[W + c] as number) / d;
  const ss = (m[SPHERES + 3 * n + i] as number) / dd;
  // 1 − cos of the cone's half angle, without losing digits where the lamp is small.
  const cap = ss / (1 + Math.sqrt(1 - ss));
  const down = (s[U] as number) * cap;
  tilt(s, 1 - down, Math.sqrt(down * (2 - down)), s[V] as number);
  const here = dot(s, N, s, W);
  if (here <= 0 || shadowed(m, s, d, i)) return;
  gatherFrom(m, s, lampColour(m, i), weight * here * 2 * cap);
}

function gatherFrom(m: Float64Array, s: Float64Array, at: number, by: number): void {
  gather(s, by * (m[at] as number), by * (m[at + 1] as number), by * (m[at + 2] as number));
}

/**
 * Turns the direction `W` away from itself by an angle of this cosine and sine, towards a side that `turns` tells.
 * The two sides by Duff et al. 2017, https://jcgt.org/published/0006/01/01/.
 */
export function tilt(s: Float64Array, cos: number, sin: number, turns: number): void {
  sinCos(s, turns);
  const x = s[W] as number;
  const y = s[W + 1] as number;
  const z = s[W + 2] as number;
  const sign = z >= 0 ? 1 : -1;
  const a = -1 / (sign + z);
  const b = x * y * a;
  const u = sin * (s[COS] as number);
  const v = sin * (s[SIN] as number);
  s[W] = u * (1 + sign * x * x * a) + v * b + cos * x;
  s[W + 1] = u * sign * b + v * (sign + y * y * a) + cos * y;
  s[W + 2] = -u * sign * x - v * y + cos * z;
}
