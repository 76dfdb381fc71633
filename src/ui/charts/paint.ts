import type { Attachment } from 'svelte/attachments';
import { createSubscriber } from 'svelte/reactivity';
import { pixelRatio } from '../pixel-ratio.ts';
import { turn } from '../turn.ts';
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

/** Of the page, and of each dark part of it. To read one styles an element once for each role: it is kept until the theme changes. */
let palettes = new WeakMap<Element, Palette>();
let following = false;

type Size = Pick<Surface, 'width' | 'height' | 'dpr'>;

/** A canvas's box: whoever is told of it in an effect is told again when it changes. */
interface Box {
  /** In CSS pixels, and device pixels to each. `null` until the page was laid out with the canvas in it. */
  size: Size | null;
  readonly watch: () => void;
}

const boxes = new WeakMap<HTMLCanvasElement, Box>();

function sizeOf(canvas: HTMLCanvasElement): Size {
  return { width: canvas.clientWidth, height: canvas.clientHeight, dpr: pixelRatio(canvas) };
}

function isSame(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height && a.dpr === b.dpr;
}

/**
 * Looked at when the browser has laid the page out anyway, which is before that is seen: asked for when the canvas is
 * made, a page of six charts would be laid out six times while it is made (10 ms of a laptop's first visit, measured).
 */
function boxOf(canvas: HTMLCanvasElement): Box {
  const known = boxes.get(canvas);
  if (known !== undefined) return known;
  const box: Box = {
    size: null,
    watch: createSubscriber((changed) => {
      const observer = new ResizeObserver(() => {
        const { size } = box;
        const found = sizeOf(canvas);
        if (size !== null && isSame(size, found)) return;
        box.size = found;
        // Each chart of a new page is drawn in a turn of its own.
        if (size === null) void turn().then(changed);
        else changed();
      });
      observer.observe(canvas);
      return () => {
        observer.disconnect();
      };
    }),
  };
  boxes.set(canvas, box);
  return box;
}

/**
 * Draws a canvas at the screen's own resolution, again when what `draw` read changes, when its box or the theme
 * changes, and once the page's font has come. Never by itself, and never per frame.
 */
export function painted(draw: (surface: Surface) => void): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const box = boxOf(canvas);
    box.watch();
    const { size } = box;
    if (size === null) return undefined;
    const repaint = () => {
      paintOnce(canvas, size, draw);
    };
    // In the effect itself, so that Svelte learns what it depends on.
    repaint();
    const forgetTheme = onThemeChange(repaint);
    document.fonts.addEventListener('loadingdone', repaint);
    return () => {
      forgetTheme();
      document.fonts.removeEventListener('loadingdone', repaint);
    };
  };
}

/** The colours are the same all over it. */
function groundOf(canvas: HTMLCanvasElement): Element {
  return canvas.closest('.scope') ?? document.documentElement;
}

/** From the first canvas on, and before any canvas itself: the theme may change while none is on the page. */
function followTheme(): void {
  if (following) return;
  following = true;
  onThemeChange(() => {
    palettes = new WeakMap();
  });
}

function paletteOf(canvas: HTMLCanvasElement): Palette {
  const ground = groundOf(canvas);
  followTheme();
  const palette = palettes.get(ground) ?? readPalette(canvas);
  palettes.set(ground, palette);
  return palette;
}

function paintOnce(canvas: HTMLCanvasElement, size: Size, draw: (surface: Surface) => void): void {
  const { width, height, dpr } = size;
  showStill(canvas, { width: width * dpr, height: height * dpr }, (context) => {
    context.scale(dpr, dpr);
    draw({ context, ...size, palette: paletteOf(canvas) });
  });
}

/** The page's font for canvas text: weight and size in CSS pixels. */
export function canvasFont(weight: number, sizePx: number): string {
  return `${String(weight)} ${String(sizePx)}px Overpass, system-ui, sans-serif`;
}
