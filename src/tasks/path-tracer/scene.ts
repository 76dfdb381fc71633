/** What a scene is, and how it becomes the array of numbers that kernels read. */
import * as at from './layout.ts';

export type Vector = readonly [x: number, y: number, z: number];

export interface Material {
  readonly kind: number;
  /** What it leaves of red, green and blue; of a lamp: how brightly it shines. */
  readonly colour: Vector;
  /** Of a mirror: 0 sharp, 1 very dull. */
  readonly rough?: number;
  /** How much is mirrored at right angles; of glass: the index of refraction. */
  readonly f0?: number;
}

export interface Sphere {
  readonly at: Vector;
  readonly radius: number;
  readonly material: Material;
}

/** A window that shines towards a place: two panes by three. */
export interface Window {
  readonly at: Vector;
  readonly towards: Vector;
  /** Half its width and height. */
  readonly half: readonly [number, number];
  readonly shines: Vector;
  /** Half the width of the bars, as a share of its side. */
  readonly bars: number;
}

export interface Scene {
  readonly eye: Vector;
  readonly target: Vector;
  /** The focal length; half the picture's height is 1. */
  readonly zoom: number;
  /** The lens' radius, and where it is sharp. */
  readonly lens: number;
  readonly sharp: Vector;
  readonly horizon: Vector;
  readonly zenith: Vector;
  readonly glow: Vector;
  readonly glowAt: Vector;
  readonly window: Window | null;
  readonly ground: {
    readonly colour: Vector;
    readonly other?: Vector;
    readonly square?: number;
    readonly f0: number;
    readonly rough: number;
    /** How far one sees it: there it has gone over into the horizon by half. */
    readonly fade: number;
  };
  readonly spheres: readonly Sphere[];
}

/** The scene as a kernel reads it, for a picture of this size. */
export function packScene(scene: Scene, width: number, height: number): Float64Array {
  const materials = [...new Set(scene.spheres.map(({ material }) => material))];
  const lamps = scene.spheres.flatMap(({ material }, i) => (material.kind === at.LAMP ? [i] : []));
  const count = scene.spheres.length + (scene.spheres.length % 2);
  const lampsAt = at.SPHERES + 6 * count;
  const materialsAt = lampsAt + lamps.length;
  const m = new Float64Array(materialsAt + materials.length * at.MATERIAL);
  m[at.COUNT] = count;
  m[at.WIDTH] = width;
  m[at.HEIGHT] = height;
  m[at.LAMPS] = lamps.length;
  m[at.LAMPS_AT] = lampsAt;
  m[at.MATERIALS_AT] = materialsAt;
  m.set(lamps, lampsAt);
  packEye(m, scene);
  packSurroundings(m, scene);
  if (scene.window !== null) packWindow(m, scene.window);
  materials.forEach(({ kind, colour, rough = 0, f0 = 0 }, i) => {
    m.set([kind, ...colour, rough, f0], materialsAt + i * at.MATERIAL);
  });
  // One more than there are may be needed: its negative r² is one that no ray meets.
  m.fill(-1, at.SPHERES + 3 * count, at.SPHERES + 4 * count);
  scene.spheres.forEach(({ at: [x, y, z], radius, material }, i) => {
    const numbers = [x, y, z, radius * radius, 1 / radius, materials.indexOf(material)];
    numbers.forEach((value, column) => (m[at.SPHERES + column * count + i] = value));
  });
  return m;
}

function packEye(m: Float64Array, { eye, target, zoom, lens, sharp }: Scene): void {
  const forward = unit(minus(target, eye));
  const right = unit(cross(forward, [0, 1, 0]));
  m.set(eye, at.EYE);
  m.set(right, at.RIGHT);
  m.set(cross(right, forward), at.UP);
  m.set(times(forward, zoom), at.FORWARD);
  m[at.LENS] = lens;
  m[at.FOCUS] = scalar(minus(sharp, eye), forward) / zoom;
}

function packSurroundings(m: Float64Array, { horizon, zenith, glow, glowAt, ground }: Scene): void {
  m.set(horizon, at.HORIZON);
  m.set(zenith, at.ZENITH);
  m.set(glow, at.GLOW);
  m.set(unit(glowAt), at.GLOW_AT);
  m.set(ground.colour, at.GROUND);
  m.set(ground.other ?? ground.colour, at.GROUND_OTHER);
  m[at.SQUARE] = ground.square ?? 0;
  m[at.GROUND_F0] = ground.f0;
  m[at.GROUND_ROUGH] = ground.rough;
  m[at.FADE] = ground.fade * ground.fade;
}

function packWindow(m: Float64Array, { at: middle, towards, half, shines, bars }: Window): void {
  const facing = unit(minus(towards, middle));
  const right = unit(cross(facing, [0, 1, 0]));
  const u = times(right, half[0]);
  const v = times(cross(right, facing), half[1]);
  m.set(shines, at.WINDOW);
  m.set(middle, at.WINDOW_AT);
  m.set(u, at.WINDOW_U);
  m.set(v, at.WINDOW_V);
  m.set(facing, at.WINDOW_N);
  m[at.WINDOW_AREA] = 4 * half[0] * half[1];
  m[at.WINDOW_UU] = 1 / scalar(u, u);
  m[at.WINDOW_VV] = 1 / scalar(v, v);
  m[at.BARS] = bars;
}

function scalar(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function times(a: Vector, by: number): Vector {
  return [a[0] * by, a[1] * by, a[2] * by];
}

function minus(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function unit(a: Vector): Vector {
  return times(a, 1 / Math.sqrt(scalar(a, a)));
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
