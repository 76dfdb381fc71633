/** A picture's size. Pixels are RGBA, 8 bits a channel, rows top to bottom, no padding. */
export interface ImageShape {
  readonly width: number;
  readonly height: number;
}

export const BYTES_PER_PIXEL = 4;
