import type { MandelbrotParams } from '../../tasks/mandelbrot/view.ts';
import { formatCount } from '../../ui/format.ts';

/** As many digits after the point as the depth deserves: a hundredth of the picture's width. */
function digitsFor(scale: number): number {
  return Math.min(16, Math.max(2, Math.ceil(-Math.log10(scale)) + 2));
}

function formatPart(value: number, scale: number): string {
  return value.toFixed(digitsFor(scale)).replace('-', '−');
}

/** 3 → "3", 0.00012 → "1.2 × 10⁻⁴". */
export function formatScale(scale: number): string {
  if (scale >= 0.01) return String(Number(scale.toPrecision(2)));
  const [digits = '', exponent = '0'] = scale.toExponential(1).split('e');
  return `${digits} × 10${superscript(exponent)}`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(exponent: string): string {
  const digits = exponent.replace(/[+-]/, '').replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
  return exponent.startsWith('-') ? `⁻${digits}` : digits;
}

/** Where one is: "−0.65 + 0.00 i, 3 across, 500 iterations". */
export function whereabouts({ x, y, scale, iterations }: MandelbrotParams): string {
  const sign = y < 0 ? '−' : '+';
  const number = `${formatPart(x, scale)} ${sign} ${formatPart(Math.abs(y), scale)} i`;
  return `${number}, ${formatScale(scale)} across, ${formatCount(iterations)} iterations`;
}

export const LIMIT =
  'This is as deep as doubles go: any deeper, and neighbouring pixels would be the same number.';
export const HELD = 'The picture stays here while a run is measured.';
export const SHARING =
  'Static: every worker gets an equal share beforehand. Dynamic: a free worker takes the next tile.';
export const KEYS = 'Drag or arrow keys move, wheel, pinch or + and − zoom, 0 goes home.';
