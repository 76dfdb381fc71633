/** What a ray meets. */
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
} from './layout.ts';

/** Closer than this is where the ray starts. */
export const NEAR = 1e-7;
const FAR = 1e30;

/** The nearest thing along the path's ray, into `HIT` and `T`. */
export function nearest(m: Float64Array, s: Float64Array): void {
  s[T] = FAR;
  s[HIT] = NOTHING;
  nearestSphere(m, s);
  meetGround(s);
  if ((m[WINDOW_AREA] as number) > 0) meetWindow(m, s);
}

function nearestSphere(m: Float64Array, s: Float64Array): void {
  const ox = s[O] as number;
  const oy = s[O + 1] as number;
  const oz = s[O + 2] as number;
  const dx = s[D] as number;
  const dy = s[D + 1] as number;
  const dz = s[D + 2] as number;
  const n = (m[COUNT] as number) | 0;
  let best = FAR;
  let hit = NOTHING;
  for (let i = 0; i < n; i++) {
    const x = (m[SPHERES + i] as number) - ox;
    const y = (m[SPHERES + n + i] as number) - oy;
    const z = (m[SPHERES + 2 * n + i] as number) - oz;
    const b = x * dx + y * dy + z * dz;
    const d = b * b - (x * x + y * y + z * z) + (m[SPHERES + 3 * n + i] as number);
    if (d < 0) continue;
    const root = Math.sqrt(d);
    const t = b - root > NEAR ? b - root : b + root;
    if (t > NEAR && t < best) {
      best = t;
      hit = i;
    }
  }
  s[T] = best;
  s[HIT] = hit;
}

function meetGround(s: Float64Array): void {
  const dy = s[D + 1] as number;
  if (dy >= 0) return;
  const t = -(s[O + 1] as number) / dy;
  if (t <= NEAR || t >= (s[T] as number)) return;
  s[T] = t;
  s[HIT] = THE_GROUND;
}

/** The window is seen from where it faces alone, and its bars don't shine: they are as good as not there. */
function meetWindow(m: Float64Array, s: Float64Array): void {
  const facing = dot(m, WINDOW_N, s, D);
  if (facing >= 0) return;
  const x = (m[WINDOW_AT] as number) - (s[O] as number);
  const y = (m[WINDOW_AT + 1] as number) - (s[O + 1] as number);
  const z = (m[WINDOW_AT + 2] as number) - (s[O + 2] as number);
  const t =
    (x * (m[WINDOW_N] as number) + y * (m[WINDOW_N + 1] as number) + z * (m[WINDOW_N + 2] as number)) /
    facing;
  if (t <= NEAR || t >= (s[T] as number)) return;
  s[W] = t * (s[D] as number) - x;
  s[W + 1] = t * (s[D + 1] as number) - y;
  s[W + 2] = t * (s[D + 2] as number) - z;
  const u = dot(m, WINDOW_U, s, W) * (m[WINDOW_UU] as number);
  const v = dot(m, WINDOW_V, s, W) * (m[WINDOW_VV] as number);
  if (!isPane(m[BARS] as number, u, v)) return;
  s[T] = t;
  s[HIT] = THE_WINDOW;
}

/** Whether a place of the window (−1 … 1 both ways) is glass; there are two panes by three. */
export function isPane(bars: number, u: number, v: number): boolean {
  if (u < -1 || u > 1 || v < -1 || v > 1) return false;
  const third = Math.abs(Math.abs(v) - 1 / 3);
  return Math.abs(u) >= bars && third >= bars;
}

export function dot(a: Float64Array, at: number, b: Float64Array, bt: number): number {
  return (
    (a[at] as number) * (b[bt] as number) +
    (a[at + 1] as number) * (b[bt + 1] as number) +
    (a[at + 2] as number) * (b[bt + 2] as number)
  );
}

/** Whether a sphere other than `lamp` stands between the hit place (`O`) and `distance` along `W`. */
export function shadowed(m: Float64Array, s: Float64Array, distance: number, lamp: number): boolean {
  const ox = s[O] as number;
  const oy = s[O + 1] as number;
  const oz = s[O + 2] as number;
  const dx = s[W] as number;
  const dy = s[W + 1] as number;
  const dz = s[W + 2] as number;
  const n = (m[COUNT] as number) | 0;
  for (let i = 0; i < n; i++) {
    const x = (m[SPHERES + i] as number) - ox;
    const y = (m[SPHERES + n + i] as number) - oy;
    const z = (m[SPHERES + 2 * n + i] as number) - oz;
    const b = x * dx + y * dy + z * dz;
    const d = b * b - (x * x + y * y + z * z) + (m[SPHERES + 3 * n + i] as number);
    if (d < 0 || i === lamp) continue;
    const root = Math.sqrt(d);
    const t = b - root > NEAR ? b - root : b + root;
    if (t > NEAR && t < distance) return true;
  }
  return false;
}
