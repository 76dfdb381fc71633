import { COATED, GLASS, LAMP, MATTE, METAL } from './layout.ts';
import { mix } from './sampling.ts';
import type { SceneId } from './info.ts';
import type { Material, Scene, Sphere, Vector } from './scene.ts';

const glass: Material = { kind: GLASS, colour: [0.985, 0.995, 0.99], f0: 1.5 };
const amber: Material = { kind: GLASS, colour: [0.98, 0.72, 0.3], f0: 1.5 };
const sea: Material = { kind: GLASS, colour: [0.5, 0.86, 0.82], f0: 1.5 };
const brass: Material = { kind: METAL, colour: [0.92, 0.71, 0.36], rough: 0.012 };
const copper: Material = { kind: METAL, colour: [0.93, 0.55, 0.42], rough: 0.05 };
const chrome: Material = { kind: METAL, colour: [0.86, 0.88, 0.9] };

const enamel = (colour: Vector): Material => ({ kind: COATED, colour, f0: 0.045 });
const chalk = (colour: Vector): Material => ({ kind: MATTE, colour });
const lamp = (colour: Vector): Material => ({ kind: LAMP, colour });

const porcelain = enamel([0.84, 0.82, 0.77]);
const petrol = enamel([0.015, 0.12, 0.16]);
const vermilion = enamel([0.72, 0.1, 0.035]);
const mustard = enamel([0.78, 0.46, 0.06]);
const rose = chalk([0.72, 0.4, 0.36]);
const sage = chalk([0.35, 0.45, 0.33]);

/** A ball that lies on the ground. */
function ball(x: number, z: number, radius: number, material: Material): Sphere {
  return { at: [x, radius, z], radius, material };
}

/** Small balls scattered about, away from the large ones: the same ones every time. */
function scattered(count: number, materials: readonly Material[], large: readonly Sphere[]): Sphere[] {
  const found: Sphere[] = [];
  for (let i = 1; found.length < count && i < 4000; i++) {
    const chance = (k: number): number => (mix(i * 8 + k) >>> 0) / 4294967296;
    const radius = 0.08 + 0.08 * chance(2);
    const x = (chance(0) - 0.5) * 5.4;
    const z = (chance(1) - 0.4) * 4.4;
    const free = [...large, ...found].every(({ at, radius: other }) => {
      const [dx, dy, dz] = [at[0] - x, at[1] - radius, at[2] - z];
      return dx * dx + dy * dy + dz * dz > (radius + other + 0.05) ** 2;
    });
    const material = materials[Math.floor(chance(3) * materials.length)];
    if (free && material !== undefined) found.push(ball(x, z, radius, material));
  }
  return found;
}

function marbles(): Scene {
  const large = [
    ball(-0.05, 0.1, 0.74, glass),
    ball(-1.66, -0.7, 0.92, petrol),
    ball(1.42, -0.8, 0.8, brass),
    ball(0.82, 0.98, 0.34, porcelain),
    ball(-1.02, 0.95, 0.3, mustard),
    ball(0.2, -2.5, 1.0, vermilion),
    ball(3.0, -2.4, 0.72, rose),
    ball(-3.5, -2.7, 0.8, sage),
    ball(1.95, 0.42, 0.27, sea),
    ball(-0.66, -1.0, 0.24, porcelain),
    ball(0.55, -1.0, 0.22, mustard),
    ball(-2.35, 0.7, 0.24, copper),
  ];
  const small = scattered(20, [porcelain, vermilion, mustard, brass, petrol, amber, chrome, rose], large);
  return {
    eye: [0.5, 1.75, 5.6],
    target: [0.0, 0.48, -0.2],
    zoom: 2.62,
    lens: 0.07,
    sharp: [0, 0.7, 0.6],
    horizon: [0.3, 0.21, 0.17],
    zenith: [0.045, 0.085, 0.13],
    glow: [0.34, 0.13, 0.04],
    glowAt: [0.55, 0.12, -1],
    window: {
      at: [-4.2, 4.6, 3],
      towards: [0, 0.4, 0],
      half: [1.5, 1.9],
      shines: [17, 14.2, 10.8],
      bars: 0.045,
    },
    ground: {
      colour: [0.46, 0.385, 0.31],
      other: [0.36, 0.295, 0.235],
      square: 0.85,
      f0: 0.04,
      rough: 0.006,
      fade: 8,
    },
    spheres: [...large, ...small],
  };
}

function lanterns(): Scene {
  const warm = lamp([6.2, 2.3, 0.5]);
  const gold = lamp([5.6, 3.1, 1]);
  const cold = lamp([0.8, 2.6, 4.6]);
  const lamps: Sphere[] = [
    ball(-0.72, 1.25, 0.17, warm),
    ball(1.28, 0.55, 0.2, gold),
    ball(-2.35, -0.9, 0.26, gold),
    ball(0.5, -1.6, 0.24, warm),
    ball(3.0, -2.2, 0.34, warm),
    { at: [-0.9, 1.9, -5], radius: 0.13, material: gold },
    { at: [1.7, 2.5, -6.5], radius: 0.16, material: warm },
    { at: [-3.2, 2.2, -6], radius: 0.16, material: cold },
    { at: [3.5, 1.7, -5.2], radius: 0.13, material: cold },
    { at: [0.4, 2.7, -8], radius: 0.17, material: warm },
    { at: [-2.2, 3.2, -8.5], radius: 0.18, material: gold },
    { at: [4.9, 3.1, -9], radius: 0.2, material: gold },
    { at: [-5.6, 2.6, -8], radius: 0.19, material: warm },
    { at: [2.6, 1.15, -7.5], radius: 0.13, material: gold },
    { at: [-1.6, 1.1, -7], radius: 0.12, material: warm },
  ];
  const large = [
    ball(0.2, 0.3, 0.66, glass),
    ball(-1.4, 0.1, 0.7, porcelain),
    ball(1.95, -0.7, 0.8, chrome),
    ball(-0.45, -1.35, 0.55, vermilion),
    ball(1.0, 1.45, 0.22, amber),
    ball(-1.65, 1.45, 0.25, sea),
    ball(-3.4, -1.9, 0.85, petrol),
    ball(3.9, -3.4, 0.8, rose),
  ];
  return {
    eye: [0.1, 1.3, 5.4],
    target: [0, 0.72, -0.5],
    zoom: 2.5,
    lens: 0.085,
    sharp: [0, 0.6, 0.6],
    horizon: [0.085, 0.075, 0.13],
    zenith: [0.02, 0.035, 0.085],
    glow: [0.26, 0.09, 0.05],
    glowAt: [-0.3, 0.02, -1],
    window: null,
    ground: { colour: [0.17, 0.17, 0.21], f0: 0.05, rough: 0.003, fade: 9 },
    spheres: [...lamps, ...large, ...scattered(10, [brass, chrome, porcelain, sea], [...large, ...lamps])],
  };
}

function pyramid(): Scene {
  const stone: Material = enamel([0.8, 0.77, 0.7]);
  const layer = (rows: number, y: number): Sphere[] =>
    Array.from({ length: rows * rows }, (_, i) => {
      const off = (rows - 1) / 2;
      const [column, row] = [i % rows, Math.floor(i / rows)];
      const pick = (mix(rows * 31 + i * 7) >>> 0) % 7;
      const material = [stone, petrol, mustard, chrome, vermilion, glass, brass][pick] ?? stone;
      return { at: [(column - off) * 0.9, y, (row - off) * 0.9] as Vector, radius: 0.45, material };
    });
  const rise = 0.9 * Math.SQRT1_2;
  return {
    eye: [3.1, 2.5, 5.6],
    target: [0, 0.98, 0],
    zoom: 2.75,
    lens: 0.04,
    sharp: [0.8, 0.9, 1],
    horizon: [0.36, 0.42, 0.46],
    zenith: [0.16, 0.26, 0.38],
    glow: [0.5, 0.36, 0.2],
    glowAt: [-0.8, 0.35, -0.6],
    window: {
      at: [4.6, 5.4, 1.2],
      towards: [0, 0.8, 0],
      half: [1.2, 1.6],
      shines: [20, 17.5, 14],
      bars: 0.05,
    },
    ground: { colour: [0.62, 0.6, 0.56], f0: 0.035, rough: 0.02, fade: 9 },
    spheres: [
      ...layer(4, 0.45),
      ...layer(3, 0.45 + rise),
      ...layer(2, 0.45 + 2 * rise),
      ...layer(1, 0.45 + 3 * rise),
    ],
  };
}

const MAKERS: Readonly<Record<SceneId, () => Scene>> = { marbles, lanterns, pyramid };

export function sceneOf(id: SceneId): Scene {
  return MAKERS[id]();
}
