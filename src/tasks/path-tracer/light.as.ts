/** Light: light.ts says how. */
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
} from './layout.as';
import { get, set } from './numbers.as';
import { dot, isPane, shadowed } from './meet.as';
import { sinCos } from './sampling.as';

const PI: f64 = 3.141592653589793;
/** The most that light from the second turn on may bring: a rare bright path would be a white speck for long. */
const MOST: f64 = 3;

/** Adds light of this colour, dimmed by what the path has met. */
export function gather(s: usize, red: f64, green: f64, blue: f64): void {
  const r = red * get(s, THROUGH);
  const g = green * get(s, THROUGH + 1);
  const b = blue * get(s, THROUGH + 2);
  const peak = Math.max(r, Math.max(g, b));
  const by = get(s, DEPTH) > 0 && peak > MOST ? MOST / peak : <f64>1;
  set(s, LIGHT, get(s, LIGHT) + r * by);
  set(s, LIGHT + 1, get(s, LIGHT + 1) + g * by);
  set(s, LIGHT + 2, get(s, LIGHT + 2) + b * by);
}

/** The sky where the ray goes: from the horizon's colour to the zenith's, and a soft glow. */
export function gatherSky(m: usize, s: usize): void {
  const up = Math.max(0, get(s, D + 1));
  const high = up * (2 - up);
  const g1 = Math.max(0, dot(m, GLOW_AT, s, D));
  const g2 = g1 * g1;
  const g4 = g2 * g2;
  const glow = g4 * g4;
  gather(s, skyPart(m, 0, high, glow), skyPart(m, 1, high, glow), skyPart(m, 2, high, glow));
}

function skyPart(m: usize, c: i32, high: f64, glow: f64): f64 {
  const low = get(m, HORIZON + c);
  return low + (get(m, ZENITH + c) - low) * high + get(m, GLOW + c) * glow;
}

/**
 * Asks one light how much of it arrives at `O`, where the surface faces `N`; `THROUGH` has the surface's colour
 * already. Which light is chance, the stronger the likelier. Uses up `U` and `V`.
 */
export function askLights(m: usize, s: usize): void {
  const lamps = <i32>get(m, LAMPS);
  const lampsAt = <i32>get(m, LAMPS_AT);
  let total = windowChance(m, s);
  set(s, CHANCES, total);
  for (let k = 0; k < lamps; k++) {
    const chance = lampChance(m, s, <i32>get(m, lampsAt + k));
    set(s, CHANCES + 1 + k, chance);
    total += chance;
  }
  if (total <= 0) return;
  let left = get(s, U) * total;
  let k = 0;
  while (k < lamps && left >= get(s, CHANCES + k)) {
    left -= get(s, CHANCES + k);
    k++;
  }
  const chance = get(s, CHANCES + k);
  if (chance <= 0) return;
  // What is left of the number is as good as a new one.
  set(s, U, Math.min(left / chance, 0.9999999));
  if (k == 0) askWindow(m, s, total / chance);
  else askLamp(m, s, <i32>get(m, lampsAt + k - 1), total / chance);
}

function brightness(m: usize, at: i32): f64 {
  return get(m, at) + get(m, at + 1) + get(m, at + 2);
}

function windowChance(m: usize, s: usize): f64 {
  const area = get(m, WINDOW_AREA);
  if (area == 0) return 0;
  const x = get(m, WINDOW_AT) - get(s, O);
  const y = get(m, WINDOW_AT + 1) - get(s, O + 1);
  const z = get(m, WINDOW_AT + 2) - get(s, O + 2);
  return (brightness(m, WINDOW) * area) / (x * x + y * y + z * z + area);
}

function lampChance(m: usize, s: usize, i: i32): f64 {
  const n = <i32>get(m, COUNT);
  const x = get(m, SPHERES + i) - get(s, O);
  const y = get(m, SPHERES + n + i) - get(s, O + 1);
  const z = get(m, SPHERES + 2 * n + i) - get(s, O + 2);
  const rr = get(m, SPHERES + 3 * n + i);
  const dd = x * x + y * y + z * z;
  const height = x * get(s, N) + y * get(s, N + 1) + z * get(s, N + 2);
  const radius = rr * get(m, SPHERES + 4 * n + i);
  if (height + radius <= 0 || dd <= rr) return 0;
  return (brightness(m, lampColour(m, i)) * rr * (height + radius)) / (dd * Math.sqrt(dd));
}

function lampColour(m: usize, i: i32): i32 {
  const material = <i32>get(m, SPHERES + 5 * <i32>get(m, COUNT) + i);
  return <i32>get(m, MATERIALS_AT) + material * MATERIAL + COLOUR;
}

function askWindow(m: usize, s: usize, weight: f64): void {
  const u = 2 * get(s, U) - 1;
  const v = 2 * get(s, V) - 1;
  if (!isPane(get(m, BARS), u, v)) return;
  set(s, W, get(m, WINDOW_AT) + u * get(m, WINDOW_U) + v * get(m, WINDOW_V) - get(s, O));
  set(s, W + 1, get(m, WINDOW_AT + 1) + u * get(m, WINDOW_U + 1) + v * get(m, WINDOW_V + 1) - get(s, O + 1));
  set(s, W + 2, get(m, WINDOW_AT + 2) + u * get(m, WINDOW_U + 2) + v * get(m, WINDOW_V + 2) - get(s, O + 2));
  const dd = dot(s, W, s, W);
  const d = Math.sqrt(dd);
  set(s, W, get(s, W) / d);
  set(s, W + 1, get(s, W + 1) / d);
  set(s, W + 2, get(s, W + 2) / d);
  const here = dot(s, N, s, W);
  const there = -dot(m, WINDOW_N, s, W);
  if (here <= 0 || there <= 0 || shadowed(m, s, d, -1)) return;
  gatherFrom(m, s, WINDOW, (weight * here * there * get(m, WINDOW_AREA)) / (dd * PI));
}

/** A direction in the cone under which the lamp is seen, each as likely. */
function askLamp(m: usize, s: usize, i: i32, weight: f64): void {
  const n = <i32>get(m, COUNT);
  set(s, W, get(m, SPHERES + i) - get(s, O));
  set(s, W + 1, get(m, SPHERES + n + i) - get(s, O + 1));
  set(s, W + 2, get(m, SPHERES + 2 * n + i) - get(s, O + 2));
  const dd = dot(s, W, s, W);
  const d = Math.sqrt(dd);
  set(s, W, get(s, W) / d);
  set(s, W + 1, get(s, W + 1) / d);
  set(s, W + 2, get(s, W + 2) / d);
  const ss = get(m, SPHERES + 3 * n + i) / dd;
  // 1 − cos of the cone's half angle, without losing digits where the lamp is small.
  const cap = ss / (1 + Math.sqrt(1 - ss));
  const down = get(s, U) * cap;
  tilt(s, 1 - down, Math.sqrt(down * (2 - down)), get(s, V));
  const here = dot(s, N, s, W);
  if (here <= 0 || shadowed(m, s, d, i)) return;
  gatherFrom(m, s, lampColour(m, i), weight * here * 2 * cap);
}

function gatherFrom(m: usize, s: usize, at: i32, by: f64): void {
  gather(s, by * get(m, at), by * get(m, at + 1), by * get(m, at + 2));
}

/**
 * Turns the direction `W` away from itself by an angle of this cosine and sine, towards a side that `turns` tells.
 * The two sides by Duff et al. 2017, https://jcgt.org/published/0006/01/01/.
 */
export function tilt(s: usize, cos: f64, sin: f64, turns: f64): void {
  sinCos(s, turns);
  const x = get(s, W);
  const y = get(s, W + 1);
  const z = get(s, W + 2);
  const sign: f64 = z >= 0 ? 1 : -1;
  const a = -1 / (sign + z);
  const b = x * y * a;
  const u = sin * get(s, COS);
  const v = sin * get(s, SIN);
  set(s, W, u * (1 + sign * x * x * a) + v * b + cos * x);
  set(s, W + 1, u * sign * b + v * (sign + y * y * a) + cos * y);
  set(s, W + 2, -u * sign * x - v * y + cos * z);
}
