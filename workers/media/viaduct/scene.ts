import { inkOf } from '../raster.ts';
import { viaduct } from './arches.ts';
import { engine } from './engine.ts';
import { drawFir, type Fir } from './firs.ts';
import { drawForest, plantForests, type Forest } from './forest.ts';
import { plantForeground, skirts } from './foreground.ts';
import { masts, railing, track } from './line.ts';
import { mountains, RANGE, type Layer } from './mountains.ts';
import { mist, sky, SKY_BOTTOM, wisps } from './sky.ts';
import { roughImage, roughTile, TILE } from './texture.ts';
import { coaches } from './train.ts';
import { meadow, stream } from './valley.ts';
import { WORLD, type Frame, type View } from './world.ts';

/** The most columns that the massif is worked out for: beyond that it is drawn larger, and roughened. */
const MASSIF_COLUMNS = 2000;

/** Everything that is the same for all bands of one picture. */
export interface Props {
  readonly clouds: OffscreenCanvas;
  readonly massif: OffscreenCanvas;
  readonly layer: Layer;
  readonly rough: Float32Array;
  readonly roughCanvas: OffscreenCanvas;
  readonly forests: readonly Forest[];
  readonly firs: readonly Fir[];
}

function canvasOf(image: ImageData): OffscreenCanvas {
  const ink = inkOf(image);
  ink.putImageData(image, 0, 0);
  return ink.canvas;
}

export function gatherProps(frame: Frame): Props {
  const columns = Math.min(MASSIF_COLUMNS, Math.max(200, Math.round(WORLD.width * frame.scale)));
  const layer = mountains(columns);
  const rough = roughTile();
  return {
    layer,
    rough,
    clouds: canvasOf(wisps()),
    massif: canvasOf(layer.image),
    roughCanvas: canvasOf(roughImage(rough)),
    forests: plantForests(),
    firs: plantForeground(),
  };
}

/** Sky and mountains. */
export function backdrop(view: View, props: Props): void {
  const { ink } = view;
  sky(view);
  ink.drawImage(props.clouds, 0, 0, WORLD.width, SKY_BOTTOM);
  ink.drawImage(props.massif, 0, RANGE.top, WORLD.width, RANGE.bottom - RANGE.top);
}

/** Everything in front of the mountains, from back to front. */
export function stage(view: View, props: Props): void {
  mist(view);
  for (const forest of props.forests) drawForest(view, forest);
  meadow(view);
  stream(view);
  const rough = view.ink.createPattern(props.roughCanvas, 'repeat');
  if (rough === null) throw new Error(`no pattern of ${TILE}`);
  railing(view);
  viaduct(view, rough);
  track(view);
  masts(view);
  coaches(view);
  engine(view);
  skirts(view);
  for (const fir of props.firs) drawFir(view, fir);
}
