/** A colour as three numbers, 0…255. */
export type Rgb = readonly [number, number, number];

export function blend(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Brighter (`by` > 1) or darker. */
export function shade(colour: Rgb, by: number): Rgb {
  return [colour[0] * by, colour[1] * by, colour[2] * by];
}

export function css(colour: Rgb, alpha = 1): string {
  const channels = `${String(Math.round(colour[0]))} ${String(Math.round(colour[1]))} ${String(Math.round(colour[2]))}`;
  return alpha === 1 ? `rgb(${channels})` : `rgb(${channels} / ${alpha.toFixed(3)})`;
}

export function clamp01(t: number): number {
  return t < 0 ? 0 : t > 1 ? 1 : t;
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smooth(low: number, high: number, value: number): number {
  const t = clamp01((value - low) / (high - low));
  return t * t * (3 - 2 * t);
}
