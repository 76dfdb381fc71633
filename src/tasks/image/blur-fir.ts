import type { Line, LineBlur } from './blur-line.ts';

/** Weights are whole numbers that add up to this, so that sums are exact and a flat picture stays as it is. */
const ONE = 1 << 16;
/** Beyond this many σ less than 0.05 % of the bell is left. */
const REACH = 3.5;
/** Two channels share one double: the second is held this much higher, above the first one's 24 bits. */
const HIGH = 2 ** 26;

export function firHalo(sigma: number): number {
  return Math.ceil(REACH * sigma);
}

/** A Gaussian's weights from the middle outwards; the middle counted once and the others twice make 65536. */
export function firWeights(sigma: number): Float64Array {
  const bell = Float64Array.from({ length: firHalo(sigma) + 1 }, (_, i) =>
    Math.exp(-(i * i) / (2 * sigma * sigma)),
  );
  const sum = 2 * bell.reduce((total, w) => total + w, 0) - (bell[0] as number);
  const weights = bell.map((w) => Math.round((w * ONE) / sum));
  weights[0] = ONE - 2 * weights.subarray(1).reduce((total, w) => total + w, 0);
  return weights;
}

/** The Gaussian itself, tap by tap: for a σ so small that boxes are a poor likeness. `longest`: of the lines, with pads. */
export function firBlur(sigma: number, longest: number): LineBlur {
  const halo = firHalo(sigma);
  const weights = firWeights(sigma);
  const redBlue = new Float64Array(longest);
  const greenAlpha = new Float64Array(longest);
  return {
    halo,
    lead: halo,
    pixelsPerStep: Math.ceil((1 << 16) / (halo + 4)),
    run: (line) => {
      spread(line, halo, redBlue, greenAlpha);
      const from = line.first + halo;
      for (let i = 0; i < line.count; i++) {
        const ga = weigh(weights, greenAlpha, from + i);
        line.out[line.outStart + i] = weigh(weights, redBlue, from + i) | (ga << 8);
      }
    },
  };
}

/** Takes the channels apart, two to a double: adding and multiplying such pairs is exact up to 53 bits. */
function spread(line: Line, halo: number, redBlue: Float64Array, greenAlpha: Float64Array): void {
  const begin = line.start - halo;
  const count = line.length + 2 * halo;
  for (let i = 0; i < count; i++) {
    const pixel = line.pixels[begin + i] as number;
    redBlue[i] = (pixel & 255) + ((pixel >>> 16) & 255) * HIGH;
    greenAlpha[i] = ((pixel >>> 8) & 255) + (pixel >>> 24) * HIGH;
  }
}

/** The weighted sum around `middle`, rounded once; the two channels 16 bits apart. */
function weigh(weights: Float64Array, values: Float64Array, middle: number): number {
  let sum = (values[middle] as number) * (weights[0] as number) + (ONE / 2) * (HIGH + 1);
  for (let k = 1; k < weights.length; k++) {
    sum += ((values[middle - k] as number) + (values[middle + k] as number)) * (weights[k] as number);
  }
  const high = (sum / HIGH) | 0;
  return ((sum - high * HIGH) >>> 16) | (high & 0xff0000);
}
