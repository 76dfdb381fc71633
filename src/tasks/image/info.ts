import type { TaskInfo } from '../contract.ts';
import { readNumber, type NumberRule } from '../params.ts';
import { REPEAT } from './repeat.ts';

export interface BlurParams {
  /** The Gaussian's standard deviation in pixels. */
  readonly sigma: number;
  /** How often the filter runs over the same picture (see `REPEAT`). */
  readonly repeat: number;
}

export const SIGMA: NumberRule = { name: 'sigma', min: 0.5, max: 50, fallback: 8 };

export interface EdgesParams {
  /** How often the filter runs over the same picture (see `REPEAT`). */
  readonly repeat: number;
}

export interface DenoiseParams {
  /** 1: the median of 3×3 pixels, 2: of 5×5. */
  readonly radius: number;
  /** How often the filter runs over the same picture (see `REPEAT`). */
  readonly repeat: number;
}

export const RADIUS: NumberRule = { name: 'radius', min: 1, max: 2, fallback: 2, whole: true };

export const blurInfo: TaskInfo<BlurParams> = {
  id: 'blur',
  engines: ['ts', 'wasm'],
  paramNames: [SIGMA.name, REPEAT.name],
  parse: (raw) => ({ sigma: readNumber(raw, SIGMA), repeat: readNumber(raw, REPEAT) }),
};

export const edgesInfo: TaskInfo<EdgesParams> = {
  id: 'edges',
  engines: ['ts', 'wasm'],
  paramNames: [REPEAT.name],
  parse: (raw) => ({ repeat: readNumber(raw, REPEAT) }),
};

export const denoiseInfo: TaskInfo<DenoiseParams> = {
  id: 'denoise',
  engines: ['ts', 'wasm'],
  paramNames: [RADIUS.name, REPEAT.name],
  parse: (raw) => ({ radius: readNumber(raw, RADIUS), repeat: readNumber(raw, REPEAT) }),
};
