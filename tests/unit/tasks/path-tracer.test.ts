import { describe, expect, it } from 'vitest';
import {
  COS,
  LIGHT,
  PATH_NUMBERS,
  SAMPLE,
  SEED,
  SIN,
  TOTAL,
  U,
  V,
} from '../../../src/tasks/path-tracer/layout.ts';
import { pathTracerInfo, SCENE_IDS, type PathTracerParams } from '../../../src/tasks/path-tracer/info.ts';
import { makePath, QUANTA, samplePixel } from '../../../src/tasks/path-tracer/path.ts';
import { pathTracer } from '../../../src/tasks/path-tracer/path-tracer.ts';
import { develop, planPass, planPasses, SUMS } from '../../../src/tasks/path-tracer/passes.ts';
import { evenPair, mix, plainPair, reversed, sinCos } from '../../../src/tasks/path-tracer/sampling.ts';
import { packScene, type Scene } from '../../../src/tasks/path-tracer/scene.ts';
import { sceneOf } from '../../../src/tasks/path-tracer/scenes.ts';
import { tone } from '../../../src/tasks/path-tracer/tone.ts';
import { runPlan } from '../../support/tasks/run-task.ts';

function pairsOf(count: number, draw: (s: Float64Array, purpose: number) => void): [number, number][] {
  const s = new Float64Array(PATH_NUMBERS);
  s[SEED] = mix(99);
  return Array.from({ length: count }, (_, sample) => {
    s[SAMPLE] = sample;
    draw(s, 3);
    return [s[U] as number, s[V] as number];
  });
}

describe('random numbers', () => {
  it('are spread evenly: 16 pairs fill each way of cutting the square into 16 equal boxes', () => {
    const pairs = pairsOf(16, evenPair);
    for (const columns of [1, 2, 4, 8, 16]) {
      const boxes = pairs.map(([u, v]) => Math.floor(u * columns) * 100 + Math.floor((v * 16) / columns));
      expect(new Set(boxes).size).toBe(16);
    }
  });

  it('by chance lie in [0, 1) and have the mean of such', () => {
    const numbers = pairsOf(4000, plainPair).flat();
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('depend on the pixel', () => {
    const s = new Float64Array(PATH_NUMBERS);
    const seen = [1, 2, 3].map((pixel) => {
      s[SEED] = mix(pixel);
      evenPair(s, 1);
      return s[U];
    });
    expect(new Set(seen).size).toBe(3);
  });

  it('reverses bits', () => {
    expect(reversed(1) >>> 0).toBe(0x80000000);
    expect(reversed(reversed(0x12345678))).toBe(0x12345678);
  });
});

it('sine and cosine are those of Math to nine digits', () => {
  const s = new Float64Array(PATH_NUMBERS);
  for (let i = 0; i < 1000; i++) {
    sinCos(s, i / 1000);
    expect(s[SIN]).toBeCloseTo(Math.sin((i / 1000) * 2 * Math.PI), 8);
    expect(s[COS]).toBeCloseTo(Math.cos((i / 1000) * 2 * Math.PI), 8);
  }
});

/** A room of one colour all round, and one ball in it. */
function furnace(material: Scene['spheres'][number]['material']): Scene {
  return {
    ...sceneOf('marbles'),
    horizon: [0.5, 0.5, 0.5],
    zenith: [0.5, 0.5, 0.5],
    glow: [0, 0, 0],
    window: null,
    eye: [0, 50, 6],
    target: [0, 50, 0],
    sharp: [0, 50, 0],
    spheres: [{ at: [0, 50, 0], radius: 1, material }],
  };
}

describe('light is neither made nor lost', () => {
  it.each([
    ['matte white', { kind: 0, colour: [1, 1, 1] as const }],
    ['coated white', { kind: 1, colour: [1, 1, 1] as const, f0: 0.05 }],
    ['a white mirror', { kind: 2, colour: [1, 1, 1] as const }],
    ['clear glass', { kind: 3, colour: [1, 1, 1] as const, f0: 1.5 }],
  ])('%s can’t be seen where all around is equally bright', (_, material) => {
    const scene = packScene(furnace(material), 32, 32);
    // The ground, far below, is as bright as the sky too.
    scene.fill(1, 48, 54);
    scene[54] = 0;
    scene[55] = 0;
    const s = makePath();
    let sum = 0;
    for (let x = 8; x < 24; x++) {
      samplePixel(scene, s, { x, y: 16, from: 0, to: 256 });
      sum += (s[TOTAL] as number) / QUANTA / 256;
    }
    expect(sum / 16).toBeGreaterThan(0.48);
    expect(sum / 16).toBeLessThan(0.52);
  });
});

describe('the picture', () => {
  const params = pathTracerInfo.parse({ width: '20', height: '14', tile: '8', samples: '5' });

  it('doesn’t depend on tiles, nor on how samples are shared out', () => {
    const results = ['4', '8', '20'].map((tile) =>
      Buffer.from(pictureOf(pathTracerInfo.parse({ ...asText(params), tile }))).toString('hex'),
    );
    expect(new Set(results).size).toBe(1);
  });

  it('is a picture: opaque, with dark and light in it', () => {
    const picture = pictureOf(params);
    expect(picture).toHaveLength(20 * 14 * 4);
    const alphas = picture.filter((_, i) => i % 4 === 3);
    expect(alphas.every((alpha) => alpha === 255)).toBe(true);
    expect(Math.max(...picture.filter((_, i) => i % 4 === 0))).toBeGreaterThan(150);
    expect(Math.min(...picture.filter((_, i) => i % 4 === 0))).toBeLessThan(80);
  });

  it.each(SCENE_IDS)('%s gets less grainy by more samples', (scene) => {
    const at = (samples: string, from: string): Uint8Array =>
      pictureOf(pathTracerInfo.parse({ ...asText(params), scene, samples, tile: from }));
    const best = at('192', '8');
    const error = (picture: Uint8Array): number =>
      picture.reduce((sum, byte, i) => sum + (byte - (best[i] as number)) ** 2, 0);
    expect(error(at('32', '8'))).toBeLessThan(error(at('2', '8')) / 2);
  });

  it('can be gone on with: passes by hand come to the same sums', () => {
    const s = makePath();
    const scene = packScene(sceneOf('pyramid'), 20, 14);
    const totals = (from: number, to: number): number[] => {
      samplePixel(scene, s, { x: 9, y: 7, from, to });
      return [...s.subarray(TOTAL, TOTAL + SUMS)];
    };
    const whole = totals(0, 9);
    const [first, second] = [totals(0, 4), totals(4, 9)];
    expect(first.map((sum, c) => sum + (second[c] ?? 0))).toEqual(whole);
    expect(Number.isFinite(s[LIGHT])).toBe(true);
  });
});

function pictureOf(params: PathTracerParams): Uint8Array {
  return develop(runPlan({ task: pathTracer, params, shape: {}, input: new Uint8Array(0) }), params);
}

function asText(params: object): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

describe('the plan', () => {
  const params = pathTracerInfo.parse({ width: '50', height: '30', tile: '16', samples: '21' });

  it('takes each sample of each pixel once, in outputs that touch and don’t overlap', () => {
    const { parts, outputBytes } = planPasses(params);
    let end = 0;
    const taken = new Uint8Array(50 * 30 * 21);
    for (const [i, part] of parts.entries()) {
      expect(part.index).toBe(i);
      expect(part.output.start).toBe(end);
      end = part.output.end;
      for (let y = part.top; y < part.top + part.height; y++)
        for (let x = part.left; x < part.left + part.width; x++)
          for (let n = part.from; n < part.to; n++)
            taken[(y * 50 + x) * 21 + n] = (taken[(y * 50 + x) * 21 + n] ?? 0) + 1;
    }
    expect(end).toBe(outputBytes);
    expect(taken.every((times) => times === 1)).toBe(true);
  });

  it('shows every tile once before any a second time', () => {
    const { parts } = planPasses(params);
    expect(parts.slice(0, 8).every(({ from, to }) => from === 0 && to === 1)).toBe(true);
    expect(parts[8]).toMatchObject({ left: 0, top: 0, from: 1, to: 4 });
  });

  it('of one pass leaves out the tiles that have their samples', () => {
    const { parts } = planPass(params, ({ left }) => (left === 0 ? 8 : 3), 8);
    expect(parts).toHaveLength(6);
    expect(
      parts.every(({ left, from, to }, i) => left > 0 && from === 3 && to === 8 && parts[i]?.index === i),
    ).toBe(true);
  });
});

describe('tone', () => {
  const byteOf = (light: number, samples = 1): number => {
    const out = new Uint8Array(4);
    tone(new Uint32Array([light * QUANTA * samples, 0, 0]), samples, 1, out);
    return out[0] as number;
  };

  it('goes from black to white, never down', () => {
    const bytes = Array.from({ length: 200 }, (_, i) => byteOf(i / 20));
    expect(bytes[0]).toBe(0);
    expect(bytes.at(-1)).toBe(255);
    expect(bytes.every((byte, i) => i === 0 || byte >= (bytes[i - 1] ?? 0))).toBe(true);
  });

  it('is that of the mean, however many samples', () => {
    expect(byteOf(0.25, 64)).toBe(byteOf(0.25));
  });

  it('is put together from passes in any order', () => {
    const params = pathTracerInfo.parse({ width: '7', height: '5', tile: '4', samples: '4' });
    const { outputBytes } = planPasses(params);
    const sums = new Uint32Array(outputBytes / 4).fill(1000);
    const picture = develop(new Uint8Array(sums.buffer), params);
    expect(new Set(picture.filter((_, i) => i % 4 === 1)).size).toBe(1);
  });
});

describe('parameters', () => {
  it('have defaults', () => {
    expect(pathTracerInfo.parse({})).toEqual({
      scene: 'marbles',
      samples: 16,
      width: 480,
      height: 360,
      tile: 40,
    });
  });

  it.each([
    [{ scene: 'teapot' }, 'scene must be one of marbles, lanterns, pyramid.'],
    [{ samples: '0' }, 'samples must be a whole number from 1 to 1024.'],
    [{ width: '1.5' }, 'width must be a whole number from 1 to 1920.'],
    [{ height: '5000' }, 'height must be a whole number from 1 to 1920.'],
    [{ tile: '2' }, 'tile must be a whole number from 4 to 512.'],
  ])('%j is refused in a sentence', (raw, sentence) => {
    expect(() => pathTracerInfo.parse(raw as Record<string, string>)).toThrow(sentence);
  });
});
