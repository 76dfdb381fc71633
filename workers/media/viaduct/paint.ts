import { inkOf } from '../raster.ts';
import { RANGE } from './mountains.ts';
import { backdrop, gatherProps, stage, type Props } from './scene.ts';
import { grain, roughen } from './texture.ts';
import { frameFor, WORLD, type Frame, type View } from './world.ts';

/** A band holds at most so many pixels: memory stays bounded however large the picture is. */
const BAND_PIXELS = 3_200_000;

/** Paints the viaduct, RGBA, into `out` (width × height × 4 bytes). The same bytes every time. */
export function paintViaduct(out: Uint8Array, width: number, height: number): void {
  const frame = frameFor(width, height);
  const props = gatherProps(frame);
  const skyline = skylineFor(props, frame, width);
  const rows = Math.max(1, Math.min(height, Math.floor(BAND_PIXELS / width)));
  const band = { width, height: rows };
  const ink = inkOf(band, { alpha: false });
  const layer = inkOf(band);
  for (let first = 0; first < height; first += rows) {
    const count = Math.min(rows, height - first);
    const view = aim({ ink, layer }, frame, { first, count, width });
    backdrop(view, props);
    if (view.upper < RANGE.bottom && view.lower > RANGE.top) {
      const image = ink.getImageData(0, 0, width, count);
      roughen({ pixels: image.data, width, first }, frame, props.rough, skyline);
      ink.putImageData(image, 0, 0);
    }
    stage(view, props);
    const image = ink.getImageData(0, 0, width, count);
    grain({ pixels: image.data, width, first });
    out.set(image.data, first * width * 4);
  }
}

interface Strip {
  readonly first: number;
  readonly count: number;
  readonly width: number;
}

/** Points the canvases at a strip of the picture: from here on everything is drawn in world units. */
function aim(inks: Pick<View, 'ink' | 'layer'>, frame: Frame, { first, count, width }: Strip): View {
  const { scale, left, top } = frame;
  for (const ink of [inks.ink, inks.layer]) {
    ink.setTransform(scale, 0, 0, scale, -left * scale, -top * scale - first);
  }
  const right = left + width / scale;
  return { ...frame, ...inks, right, upper: top + first / scale, lower: top + (first + count) / scale };
}

/** The massif's skyline, in rows of this picture. */
function skylineFor({ layer }: Props, frame: Frame, width: number): Int32Array {
  const columns = layer.image.width;
  const perUnit = columns / WORLD.width;
  return Int32Array.from({ length: width }, (_, x) => {
    const column = Math.floor((x / frame.scale + frame.left) * perUnit);
    const row = layer.skyline[Math.min(columns - 1, Math.max(0, column))] ?? 0;
    return Math.ceil((RANGE.top + row / perUnit - frame.top) * frame.scale) + 1;
  });
}
