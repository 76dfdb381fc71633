import type { TaskInfo } from '../contract.ts';
import { readNumber } from '../params.ts';
import { RULES, type MandelbrotParams } from './view.ts';

export const mandelbrotInfo: TaskInfo<MandelbrotParams> = {
  id: 'mandelbrot',
  engines: ['ts', 'wasm'],
  paramNames: Object.keys(RULES),
  parse: (raw) => ({
    x: readNumber(raw, RULES.x),
    y: readNumber(raw, RULES.y),
    scale: readNumber(raw, RULES.scale),
    iterations: readNumber(raw, RULES.iterations),
    width: readNumber(raw, RULES.width),
    height: readNumber(raw, RULES.height),
    tile: readNumber(raw, RULES.tile),
  }),
};
