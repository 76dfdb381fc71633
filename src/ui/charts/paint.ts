import type { Attachment } from 'svelte/attachments';
import { pixelRatio } from '../pixel-ratio.ts';
import { showStill, type Pen } from '../still.ts';
import { onThemeChange, readPalette, type Palette } from './palette.ts';

export interface Surface {
  readonly context: Pen;
  /** CSS pixels: the context is already scaled. */
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
  readonly palette: Palette;
}

/** To read one styles the canvas once for each role: it is kept until the theme changes. */
const palettes = new WeakMap<HTMLCanvasElement, Palette>();

/**
 * Draws a canvas at the screen's own resolution, again when what `draw` read changes, when its box or the theme
 * changes, and once the page's font has come. Never by itself, and never per frame.
 */
export function painted(draw: (surface: Surface) => void): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let drawn = '';
    const repaint = () => {
      drawn = boxOf(canvas);
      paintOnce(canvas, draw);
    };
    // A first draw in the effect itself, so that Svelte learns what it depends on.
    repaint();
    // It also tells the box that is there when it begins to watch.
    const observer = new ResizeObserver(() => {
      if (boxOf(canvas) !== drawn) repaint();
    });
    observer.observe(canvas);
    const forgetTheme = onThemeChange(() => {
      palettes.delete(canvas);
      repaint();
    });
    document.fonts.addEventListener('loadingdone', repaint);
    return () => {
      observer.disconnect();
      forgetTheme();
      document.fonts.removeEventListener('loadingdone', repaint);
    };
  };
}

function boxOf(canvas: HTMLCanvasElement): string {
  return [canvas.clientWidth, canvas.clientHeight, pixelRatio(canvas)].join(' ');
}

function paletteOf(canvas: HTMLCanvasElement): Palette {
  const palette = palettes.get(canvas) ?? readPalette(canvas);
  palettes.set(canvas, palette);
  return palette;
}

function paintOnce(canvas: HTMLCanvasElement, draw: (surface: Surface) => void): void {
  const dpr = pixelRatio(canvas);
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  showStill(canvas, { width: width * dpr, height: height * dpr }, (context) => {
    context.scale(dpr, dpr);
    draw({ context, width, height, dpr, palette: paletteOf(canvas) });
  });
}

/** The page's font for canvas text: weight and size in CSS pixels. */
export function canvasFont(weight: number, sizePx: number): string {
  return `${String(weight)} ${String(sizePx)}px Overpass, system-ui, sans-serif`;
}
