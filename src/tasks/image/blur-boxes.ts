import type { Line, LineBlur } from './blur-line.ts';

/** Splits a pixel into two pairs of channels, each channel with 16 bits to grow in. */
const PAIR = 0x00ff00ff;

/** Three box filters that together look like a Gaussian: two of width `twice`, one of width `once`, both odd. */
export interface Boxes {
  readonly twice: number;
  readonly once: number;
}

/** The widths may differ by this much: more, and the three no longer look like a bell. */
const MAX_DIFFERENCE = 4;

/**
 * The widths whose variance is nearest to the Gaussian's. A box of width w has the variance (w² − 1)/12 and
 * variances add up, so 2·twice² + once² should be 12σ² + 3. For σ = 8: 17, 17, 13, which has a σ of 7.87.
 */
export function boxesFor(sigma: number): Boxes {
  const target = 12 * sigma * sigma + 3;
  const middle = 2 * Math.floor(Math.sqrt(target / 3) / 2) + 1;
  let best: Boxes = { twice: middle, once: middle };
  for (let twice = Math.max(1, middle - 4); twice <= middle + 4; twice += 2) {
    for (let once = Math.max(1, twice - MAX_DIFFERENCE); once <= twice + MAX_DIFFERENCE; once += 2) {
      if (miss({ twice, once }, target) < miss(best, target)) best = { twice, once };
    }
  }
  return best;
}

function miss({ twice, once }: Boxes, target: number): number {
  return Math.abs(2 * twice * twice + once * once - target);
}

/** How far the three boxes together look to either side. */
export function boxesHalo({ twice, once }: Boxes): number {
  return twice - 1 + (once - 1) / 2;
}

/** A blur whose cost doesn't depend on σ. */
export function boxBlur(boxes: Boxes): LineBlur {
  return {
    halo: boxesHalo(boxes),
    lead: 2 * boxes.twice + boxes.once,
    pixelsPerStep: 1 << 13,
    run: (line) => {
      runBoxes(boxes, line);
    },
  };
}

/**
 * Three boxes at once by third-order running sums. A box of width w is (1 − z⁻ʷ)/(1 − z⁻¹), so three of them
 * are one difference with six taps, (1 − z⁻ᵗ)²(1 − z⁻ᵒ), and three sums of it. All integers: exact wherever
 * one starts, hence the same bytes however the picture is cut. Scaled and rounded once, at the end; the
 * largest sum, 255·101³ for σ = 50, fits 31 bits.
 *
 * The taps work on two channels at once (`PAIR`): a difference stays within ±1020 and so in its 16 bits.
 */
function runBoxes({ twice, once }: Boxes, line: Line): void {
  const { pixels, out } = line;
  const tap3 = 2 * twice;
  const tap4 = twice + once;
  const tap5 = tap3 + once;
  const weight = twice * twice * once;
  const scale = 1 / weight;
  const edge = pixels[line.start] as number;
  // Before the line all pixels are alike: no differences, and the last sum is that pixel's full weight.
  let [r1, g1, b1, a1, r2, g2, b2, a2] = [0, 0, 0, 0, 0, 0, 0, 0];
  let r3 = (edge & 255) * weight;
  let g3 = ((edge >>> 8) & 255) * weight;
  let b3 = ((edge >>> 16) & 255) * weight;
  let a3 = (edge >>> 24) * weight;
  const behind = boxesHalo({ twice, once });
  const wanted = line.start + line.first + behind;
  const end = wanted + line.count;
  let o = line.outStart + line.start - wanted;
  for (let p = line.start; p < end; p++, o++) {
    const x0 = pixels[p] as number;
    const x1 = pixels[p - twice] as number;
    const x2 = pixels[p - once] as number;
    const x3 = pixels[p - tap3] as number;
    const x4 = pixels[p - tap4] as number;
    const x5 = pixels[p - tap5] as number;
    const rb = (pair(x0) - (pair(x1) << 1) - pair(x2) + pair(x3) + (pair(x4) << 1) - pair(x5)) | 0;
    const ga =
      (pair(x0 >>> 8) -
        (pair(x1 >>> 8) << 1) -
        pair(x2 >>> 8) +
        pair(x3 >>> 8) +
        (pair(x4 >>> 8) << 1) -
        pair(x5 >>> 8)) |
      0;
    r3 = (r3 + (r2 = (r2 + (r1 = (r1 + ((rb << 16) >> 16)) | 0)) | 0)) | 0;
    b3 = (b3 + (b2 = (b2 + (b1 = (b1 + ((rb + 0x8000) >> 16)) | 0)) | 0)) | 0;
    g3 = (g3 + (g2 = (g2 + (g1 = (g1 + ((ga << 16) >> 16)) | 0)) | 0)) | 0;
    a3 = (a3 + (a2 = (a2 + (a1 = (a1 + ((ga + 0x8000) >> 16)) | 0)) | 0)) | 0;
    if (p < wanted) continue;
    out[o] =
      (r3 * scale + 0.5) |
      0 |
      (((g3 * scale + 0.5) | 0) << 8) |
      (((b3 * scale + 0.5) | 0) << 16) |
      (((a3 * scale + 0.5) | 0) << 24);
  }
}

function pair(pixel: number): number {
  return pixel & PAIR;
}
