import type { ImageShape } from '../../../src/tasks/image/shape.ts';

/**
 * Image filters as a textbook writes them, to compare with: one number at a time, no sharing, no packing.
 */

export interface Picture extends ImageShape {
  readonly bytes: Uint8Array;
}

type Channels = Float64Array;
type Direction = 'across' | 'down';

type Look = (x: number, y: number, channel: number) => number;

/** Reads a pixel's channel, the picture's edges repeated outwards. */
function looker({ width, height }: ImageShape, values: ArrayLike<number>): Look {
  return (x, y, channel) => {
    const column = Math.min(width - 1, Math.max(0, x));
    const row = Math.min(height - 1, Math.max(0, y));
    return values[(row * width + column) * 4 + channel] ?? NaN;
  };
}

function eachChannel({ width, height }: ImageShape, value: Look): Channels {
  return Float64Array.from({ length: width * height * 4 }, (_, i) => {
    const pixel = Math.floor(i / 4);
    return value(pixel % width, Math.floor(pixel / width), i % 4);
  });
}

/** Weighs neighbours along one direction; `kernel[middle]` belongs to the pixel itself. */
function convolve(
  shape: ImageShape,
  values: ArrayLike<number>,
  kernel: readonly number[],
  way: Direction,
): Channels {
  const middle = (kernel.length - 1) / 2;
  const look = looker(shape, values);
  return eachChannel(shape, (x, y, channel) =>
    kernel.reduce((sum, weight, i) => {
      const away = i - middle;
      const seen = way === 'across' ? look(x + away, y, channel) : look(x, y + away, channel);
      return sum + weight * seen;
    }, 0),
  );
}

/** A Gaussian without any rounding. */
export function naiveGaussian(picture: Picture, sigma: number): Channels {
  const reach = Math.ceil(6 * sigma);
  const bell = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = bell.reduce((a, b) => a + b, 0);
  const kernel = bell.map((weight) => weight / sum);
  return convolve(picture, convolve(picture, picture.bytes, kernel, 'down'), kernel, 'across');
}

/**
 * Three boxes one after another in each direction, rounded once at each direction's end. The picture's edge is
 * repeated once and for all before the first box, so the line is widened first.
 */
export function naiveBoxes(picture: Picture, widths: readonly number[]): Uint8Array {
  const kernel = widths.reduce<number[]>(
    (sofar, width) => convolution(sofar, new Array<number>(width).fill(1)),
    [1],
  );
  const weight = widths.reduce((a, b) => a * b, 1);
  const round = (values: Channels): Uint8Array =>
    Uint8Array.from(values, (value) => Math.round(value / weight));
  const down = round(convolve(picture, picture.bytes, kernel, 'down'));
  return round(convolve(picture, down, kernel, 'across'));
}

function convolution(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: a.length + b.length - 1 }, (_, n) =>
    a.reduce((sum, value, i) => sum + value * (b[n - i] ?? 0), 0),
  );
}

export function naiveMedian(picture: Picture, radius: number): Uint8Array {
  const look = looker(picture, picture.bytes);
  return Uint8Array.from(
    eachChannel(picture, (x, y, channel) => {
      if (channel === 3) return look(x, y, 3);
      const seen: number[] = [];
      for (let dy = -radius; dy <= radius; dy++) {
        for (let dx = -radius; dx <= radius; dx++) seen.push(look(x + dx, y + dy, channel));
      }
      return seen.sort((a, b) => a - b)[(seen.length - 1) / 2] ?? NaN;
    }),
  );
}

const ACROSS = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const DOWN = [-1, -2, -1, 0, 0, 0, 1, 2, 1];

export function naiveSobel(picture: Picture): Uint8Array {
  const look = looker(picture, picture.bytes);
  const luma = (x: number, y: number): number => {
    const channel = (c: number): number => look(x, y, c);
    return Math.floor((77 * channel(0) + 150 * channel(1) + 29 * channel(2) + 128) / 256);
  };
  const weigh = (kernel: readonly number[], x: number, y: number): number =>
    kernel.reduce((sum, weight, i) => sum + weight * luma(x - 1 + (i % 3), y - 1 + Math.floor(i / 3)), 0);
  return Uint8Array.from(
    eachChannel(picture, (x, y, channel) => {
      if (channel === 3) return 255;
      return Math.min(255, Math.round(Math.hypot(weigh(ACROSS, x, y), weigh(DOWN, x, y))));
    }),
  );
}
