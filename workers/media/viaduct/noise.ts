import { mix } from './random.ts';

/** Where a row of noise is taken from: lattice cells per sample, and the lattice's period in cells (a power of two). */
export interface Lattice {
  readonly seed: number;
  readonly stepX: number;
  readonly period: number;
}

/** 64 unit vectors: enough directions that no grain shows. */
const DIRECTIONS = 64;
const COS = Float32Array.from({ length: DIRECTIONS }, (_, i) => Math.cos((i * 2 * Math.PI) / DIRECTIONS));
const SIN = Float32Array.from({ length: DIRECTIONS }, (_, i) => Math.sin((i * 2 * Math.PI) / DIRECTIONS));

/** For one row: the value (`at`) and slope (`rise`) that each lattice column lends to its neighbourhood. */
let at = new Float32Array(0);
let rise = new Float32Array(0);

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function prepareColumns(y: number, lattice: Lattice, count: number): void {
  if (at.length < count) {
    at = new Float32Array(count);
    rise = new Float32Array(count);
  }
  const mask = lattice.period - 1;
  const cell = Math.floor(y);
  const fy = y - cell;
  const v = fade(fy);
  const upper = mix(lattice.seed + (cell & mask) * 0x1f123bb5);
  const lower = mix(lattice.seed + ((cell + 1) & mask) * 0x1f123bb5);
  for (let i = 0; i < count; i++) {
    const column = (i & mask) * 0x5bd1e995;
    const a = mix(upper ^ column) & (DIRECTIONS - 1);
    const b = mix(lower ^ column) & (DIRECTIONS - 1);
    const top = (SIN[a] as number) * fy;
    const topRise = COS[a] as number;
    at[i] = top + v * ((SIN[b] as number) * (fy - 1) - top);
    rise[i] = topRise + v * ((COS[b] as number) - topRise);
  }
}

/**
 * One row of gradient noise (Perlin's, with the fifth-order fade), about −0.7…0.7, written to `out`.
 * A row at a time: what the lattice lends vertically is worked out once per cell, not once per sample.
 */
export function noiseRow(out: Float32Array, y: number, lattice: Lattice): void {
  prepareColumns(y, lattice, Math.floor(out.length * lattice.stepX) + 2);
  for (let i = 0; i < out.length; i++) {
    const x = i * lattice.stepX;
    const cell = x | 0;
    const fx = x - cell;
    const left = (at[cell] as number) + (rise[cell] as number) * fx;
    const right = (at[cell + 1] as number) + (rise[cell + 1] as number) * (fx - 1);
    out[i] = left + fade(fx) * (right - left);
  }
}

/** A rectangle of samples, row after row. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export function field(width: number, height: number): Field {
  return { width, height, values: new Float32Array(width * height) };
}

export interface Octaves {
  readonly seed: number;
  /** Cells across the width, and down the height, of the first octave. */
  readonly across: number;
  readonly down: number;
  readonly count: number;
  /** Loudness of each octave in terms of the one before. */
  readonly gain: number;
  /** The first octave repeats after so many cells (a power of two). */
  readonly period?: number;
}

/** Sum of octaves, each twice as fine; about −1…1. */
export function clouds(width: number, height: number, octaves: Octaves): Field {
  const made = field(width, height);
  const row = new Float32Array(width);
  let loud = 1;
  for (let o = 0; o < octaves.count; o++) {
    const fine = 2 ** o;
    const lattice = {
      seed: octaves.seed + o * 101,
      stepX: (octaves.across * fine) / width,
      period: (octaves.period ?? 4096) * fine,
    };
    for (let y = 0; y < height; y++) {
      noiseRow(row, (y * octaves.down * fine) / height, lattice);
      const start = y * width;
      for (let x = 0; x < width; x++) {
        made.values[start + x] = (made.values[start + x] as number) + loud * (row[x] as number);
      }
    }
    loud *= octaves.gain;
  }
  return made;
}

/**
 * Ridged multifractal (after Musgrave): each octave is folded into a crest and is louder where the octaves
 * before stand high, so that crests carry crags and valleys stay smooth. About 0…2.
 */
export function ridges(width: number, height: number, octaves: Octaves): Field {
  const made = field(width, height);
  const weight = new Float32Array(width * height).fill(1);
  const row = new Float32Array(width);
  let loud = 1;
  for (let o = 0; o < octaves.count; o++) {
    const fine = 2 ** o;
    const lattice = { seed: octaves.seed + o * 57, stepX: (octaves.across * fine) / width, period: 4096 };
    for (let y = 0; y < height; y++) {
      noiseRow(row, (y * octaves.down * fine) / height, lattice);
      addCrests(made.values, weight, { row, start: y * width, loud });
    }
    loud *= octaves.gain;
  }
  return made;
}

interface CrestRow {
  readonly row: Float32Array;
  readonly start: number;
  readonly loud: number;
}

function addCrests(values: Float32Array, weight: Float32Array, { row, start, loud }: CrestRow): void {
  for (let x = 0; x < row.length; x++) {
    const i = start + x;
    const crest = 1 - Math.abs((row[x] as number) * 1.7);
    const signal = crest * crest * (weight[i] as number);
    values[i] = (values[i] as number) + loud * signal;
    weight[i] = Math.min(1, signal * 1.6);
  }
}

/** The value between samples; outside, the border's. */
export function sampleField({ width, height, values }: Field, x: number, y: number): number {
  const cx = Math.min(Math.max(x, 0), width - 1.001);
  const cy = Math.min(Math.max(y, 0), height - 1.001);
  const ix = cx | 0;
  const iy = cy | 0;
  const fx = cx - ix;
  const i = iy * width + ix;
  const top = (values[i] as number) * (1 - fx) + (values[i + 1] as number) * fx;
  const low = (values[i + width] as number) * (1 - fx) + (values[i + width + 1] as number) * fx;
  return top + (cy - iy) * (low - top);
}
