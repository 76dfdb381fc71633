import type { PathTracerParams, SceneId } from '../../tasks/path-tracer/info.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';

export const SCENE_NAMES: Readonly<Record<SceneId, string>> = {
  marbles: 'Marbles',
  lanterns: 'Lanterns',
  pyramid: 'Pyramid',
};

/** What to look at. */
export const SCENE_NOTES: Readonly<Record<SceneId, string>> = {
  marbles: 'Glass, brass and enamel by the light of one window: look at the window in each of them.',
  lanterns: 'Fifteen small lamps at dusk: the far ones are out of focus and become discs.',
  pyramid: 'Thirty balls that mirror one another: most paths are turned many times.',
};

/** As fine as refining goes: the grain is gone, and twice as fine would take four times as long. */
export const FINEST = 256;

export const HELD = 'While a run is measured its tiles appear here, and get finer.';

/** "480 × 360, 16 samples a pixel". */
export function progressWords({ width, height }: PathTracerParams, samples: number): string {
  const size = `${String(width)} × ${String(height)}`;
  return samples === 0 ? size : `${size}, ${formatPlural(samples, 'sample')} a pixel`;
}

/** "Marbles, drawn with 16 samples a pixel". */
export function pictureWords(params: PathTracerParams, samples: number): string {
  const name = SCENE_NAMES[params.scene];
  return samples === 0 ? name : `${name}, drawn with ${formatPlural(samples, 'sample')} a pixel`;
}

/** "unblocked-marbles-256.png" */
export function pictureName({ scene }: PathTracerParams, samples: number, extension = 'png'): string {
  return `${scene}-${formatCount(samples).replace(/\D/g, '')}-samples.${extension}`;
}
