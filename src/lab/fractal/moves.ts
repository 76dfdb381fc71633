import { HOME } from '../../tasks/mandelbrot/places.ts';
import { MIN_SCALE, pan, zoomAt, type MandelbrotParams } from '../../tasks/mandelbrot/view.ts';

/** Part of the picture's width that an arrow key moves it by. */
const KEY_PAN = 1 / 8;
/** What a key, a button or a double tap zooms by. */
export const ZOOM = 2;
/** Zoom per unit of a wheel's way, and per unit of a pinch on a trackpad (a wheel event with Ctrl). */
const WHEEL = 0.0015;
const PINCH = 0.01;
/** A wheel that counts in lines or pages, in pixels. https://w3c.github.io/uievents/#dom-wheelevent-deltamode */
const WHEEL_UNITS = [1, 16, 400];

type Wheel = Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>;

export function zoomCentre(view: MandelbrotParams, factor: number): MandelbrotParams {
  return zoomAt(view, view.width / 2, view.height / 2, factor);
}

export function home(view: MandelbrotParams): MandelbrotParams {
  const { x, y, scale } = HOME.view;
  return { ...view, x, y, scale };
}

/** What one sees after a key; `null` where the key means nothing here. */
export function afterKey(view: MandelbrotParams, key: string): MandelbrotParams | null {
  const way = view.width * KEY_PAN;
  switch (key) {
    case 'ArrowLeft':
      return pan(view, way, 0);
    case 'ArrowRight':
      return pan(view, -way, 0);
    case 'ArrowUp':
      return pan(view, 0, way);
    case 'ArrowDown':
      return pan(view, 0, -way);
    default:
      return afterSign(view, key);
  }
}

function afterSign(view: MandelbrotParams, key: string): MandelbrotParams | null {
  if (key === '+' || key === '=') return zoomCentre(view, ZOOM);
  if (key === '-' || key === '−' || key === '_') return zoomCentre(view, 1 / ZOOM);
  return key === '0' ? home(view) : null;
}

export function wheelFactor({ deltaY, deltaMode, ctrlKey }: Wheel): number {
  const way = deltaY * (WHEEL_UNITS[deltaMode] ?? 1);
  return Math.exp(-way * (ctrlKey ? PINCH : WHEEL));
}

export function atLimit({ scale }: Pick<MandelbrotParams, 'scale'>): boolean {
  return scale <= MIN_SCALE * 1.000001;
}

/** The same window on the plane, whatever its size in pixels and its iterations. */
export function sameWindow(a: MandelbrotParams, b: MandelbrotParams): boolean {
  return a.x === b.x && a.y === b.y && a.scale === b.scale;
}

/** The very same picture. */
export function samePicture(a: MandelbrotParams, b: MandelbrotParams): boolean {
  return sameWindow(a, b) && a.iterations === b.iterations && a.width === b.width && a.height === b.height;
}

export interface Transform {
  /** How much larger the picture is drawn, and where its upper left corner lies, in pixels of the new one. */
  readonly factor: number;
  readonly left: number;
  readonly top: number;
}

/** Where the picture of one window lies in another. From differences, which keep their digits when deep. */
export function transformOf(from: MandelbrotParams, to: MandelbrotParams): Transform {
  const unit = to.scale / to.width;
  const factor = from.scale / from.width / unit;
  return {
    factor,
    left: to.width / 2 - (factor * from.width) / 2 + (from.x - to.x) / unit,
    top: to.height / 2 - (factor * from.height) / 2 - (from.y - to.y) / unit,
  };
}
