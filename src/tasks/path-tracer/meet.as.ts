/** What a ray meets: meet.ts says how. With SIMD two spheres are tried at a time. */
import {
  BARS,
  COUNT,
  D,
  HIT,
  NOTHING,
  O,
  SPHERES,
  T,
  THE_GROUND,
  THE_WINDOW,
  W,
  WINDOW_AREA,
  WINDOW_AT,
  WINDOW_N,
  WINDOW_U,
  WINDOW_UU,
  WINDOW_V,
  WINDOW_VV,
} from './layout.as';
import { get, set } from './numbers.as';

/** Closer than this is where the ray starts. */
export const NEAR: f64 = 1e-7;
const FAR: f64 = 1e30;

/** The nearest thing along the path's ray, into `HIT` and `T`. */
export function nearest(m: usize, s: usize): void {
  set(s, T, FAR);
  set(s, HIT, NOTHING);
  nearestSphere(m, s);
  meetGround(s);
  if (get(m, WINDOW_AREA) > 0) meetWindow(m, s);
}

function nearestSphere(m: usize, s: usize): void {
  const ox = get(s, O);
  const oy = get(s, O + 1);
  const oz = get(s, O + 2);
  const dx = get(s, D);
  const dy = get(s, D + 1);
  const dz = get(s, D + 2);
  const n = <i32>get(m, COUNT);
  const column = (<usize>n) << 3;
  let at = m + ((<usize>SPHERES) << 3);
  let best = FAR;
  let hit = NOTHING;
  if (ASC_FEATURE_SIMD) {
    const oxx = f64x2.splat(ox);
    const oyy = f64x2.splat(oy);
    const ozz = f64x2.splat(oz);
    const dxx = f64x2.splat(dx);
    const dyy = f64x2.splat(dy);
    const dzz = f64x2.splat(dz);
    const none = f64x2.splat(0);
    for (let i = 0; i < n; i += 2, at += 16) {
      const x = f64x2.sub(v128.load(at), oxx);
      const y = f64x2.sub(v128.load(at + column), oyy);
      const z = f64x2.sub(v128.load(at + 2 * column), ozz);
      const b = f64x2.add(f64x2.add(f64x2.mul(x, dxx), f64x2.mul(y, dyy)), f64x2.mul(z, dzz));
      const far = f64x2.add(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)), f64x2.mul(z, z));
      const d = f64x2.add(f64x2.sub(f64x2.mul(b, b), far), v128.load(at + 3 * column));
      // Most pairs are passed by.
      const met = f64x2.ge(d, none);
      if (!v128.any_true(met)) continue;
      const root = f64x2.sqrt(d);
      const first = f64x2.sub(b, root);
      const second = f64x2.add(b, root);
      const t = v128.bitselect(first, second, f64x2.gt(first, f64x2.splat(NEAR)));
      const t0 = f64x2.extract_lane(t, 0);
      if (i64x2.extract_lane(met, 0) != 0 && t0 > NEAR && t0 < best) {
        best = t0;
        hit = i;
      }
      const t1 = f64x2.extract_lane(t, 1);
      if (i64x2.extract_lane(met, 1) != 0 && t1 > NEAR && t1 < best) {
        best = t1;
        hit = i + 1;
      }
    }
  } else {
    for (let i = 0; i < n; i++, at += 8) {
      const x = load<f64>(at) - ox;
      const y = load<f64>(at + column) - oy;
      const z = load<f64>(at + 2 * column) - oz;
      const b = x * dx + y * dy + z * dz;
      const d = b * b - (x * x + y * y + z * z) + load<f64>(at + 3 * column);
      if (d < 0) continue;
      const root = Math.sqrt(d);
      const t = b - root > NEAR ? b - root : b + root;
      if (t > NEAR && t < best) {
        best = t;
        hit = i;
      }
    }
  }
  set(s, T, best);
  set(s, HIT, <f64>hit);
}

function meetGround(s: usize): void {
  const dy = get(s, D + 1);
  if (dy >= 0) return;
  const t = -get(s, O + 1) / dy;
  if (t <= NEAR || t >= get(s, T)) return;
  set(s, T, t);
  set(s, HIT, THE_GROUND);
}

/** The window is seen from where it faces alone, and its bars don't shine: they are as good as not there. */
function meetWindow(m: usize, s: usize): void {
  const facing = dot(m, WINDOW_N, s, D);
  if (facing >= 0) return;
  const x = get(m, WINDOW_AT) - get(s, O);
  const y = get(m, WINDOW_AT + 1) - get(s, O + 1);
  const z = get(m, WINDOW_AT + 2) - get(s, O + 2);
  const t = (x * get(m, WINDOW_N) + y * get(m, WINDOW_N + 1) + z * get(m, WINDOW_N + 2)) / facing;
  if (t <= NEAR || t >= get(s, T)) return;
  set(s, W, t * get(s, D) - x);
  set(s, W + 1, t * get(s, D + 1) - y);
  set(s, W + 2, t * get(s, D + 2) - z);
  const u = dot(m, WINDOW_U, s, W) * get(m, WINDOW_UU);
  const v = dot(m, WINDOW_V, s, W) * get(m, WINDOW_VV);
  if (!isPane(get(m, BARS), u, v)) return;
  set(s, T, t);
  set(s, HIT, THE_WINDOW);
}

/** Whether a place of the window (−1 … 1 both ways) is glass; there are two panes by three. */
export function isPane(bars: f64, u: f64, v: f64): bool {
  if (u < -1 || u > 1 || v < -1 || v > 1) return false;
  const third = Math.abs(Math.abs(v) - <f64>1 / 3);
  return Math.abs(u) >= bars && third >= bars;
}

export function dot(a: usize, at: i32, b: usize, bt: i32): f64 {
  return get(a, at) * get(b, bt) + get(a, at + 1) * get(b, bt + 1) + get(a, at + 2) * get(b, bt + 2);
}

/** Whether a sphere other than `lamp` stands between the hit place (`O`) and `distance` along `W`. */
export function shadowed(m: usize, s: usize, distance: f64, lamp: i32): bool {
  const ox = get(s, O);
  const oy = get(s, O + 1);
  const oz = get(s, O + 2);
  const dx = get(s, W);
  const dy = get(s, W + 1);
  const dz = get(s, W + 2);
  const n = <i32>get(m, COUNT);
  const column = (<usize>n) << 3;
  let at = m + ((<usize>SPHERES) << 3);
  if (ASC_FEATURE_SIMD) {
    const oxx = f64x2.splat(ox);
    const oyy = f64x2.splat(oy);
    const ozz = f64x2.splat(oz);
    const dxx = f64x2.splat(dx);
    const dyy = f64x2.splat(dy);
    const dzz = f64x2.splat(dz);
    const none = f64x2.splat(0);
    for (let i = 0; i < n; i += 2, at += 16) {
      const x = f64x2.sub(v128.load(at), oxx);
      const y = f64x2.sub(v128.load(at + column), oyy);
      const z = f64x2.sub(v128.load(at + 2 * column), ozz);
      const b = f64x2.add(f64x2.add(f64x2.mul(x, dxx), f64x2.mul(y, dyy)), f64x2.mul(z, dzz));
      const far = f64x2.add(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)), f64x2.mul(z, z));
      const d = f64x2.add(f64x2.sub(f64x2.mul(b, b), far), v128.load(at + 3 * column));
      const met = f64x2.ge(d, none);
      if (!v128.any_true(met)) continue;
      const root = f64x2.sqrt(d);
      const first = f64x2.sub(b, root);
      const second = f64x2.add(b, root);
      const t = v128.bitselect(first, second, f64x2.gt(first, f64x2.splat(NEAR)));
      const t0 = f64x2.extract_lane(t, 0);
      if (i64x2.extract_lane(met, 0) != 0 && i != lamp && t0 > NEAR && t0 < distance) return true;
      const t1 = f64x2.extract_lane(t, 1);
      if (i64x2.extract_lane(met, 1) != 0 && i + 1 != lamp && t1 > NEAR && t1 < distance) return true;
    }
    return false;
  }
  for (let i = 0; i < n; i++, at += 8) {
    const x = load<f64>(at) - ox;
    const y = load<f64>(at + column) - oy;
    const z = load<f64>(at + 2 * column) - oz;
    const b = x * dx + y * dy + z * dz;
    const d = b * b - (x * x + y * y + z * z) + load<f64>(at + 3 * column);
    if (d < 0 || i == lamp) continue;
    const root = Math.sqrt(d);
    const t = b - root > NEAR ? b - root : b + root;
    if (t > NEAR && t < distance) return true;
  }
  return false;
}
