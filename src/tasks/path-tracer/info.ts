import { ParamError, type TaskInfo } from '../contract.ts';
import { readNumber, type NumberRule } from '../params.ts';

export const SCENE_IDS = ['marbles', 'lanterns', 'pyramid'] as const;
export type SceneId = (typeof SCENE_IDS)[number];

export interface PathTracerParams {
  readonly scene: SceneId;
  /** Paths of light that are followed for each pixel. */
  readonly samples: number;
  /** The picture's size in pixels. */
  readonly width: number;
  readonly height: number;
  /** The side of a tile in pixels; the tiles at the right and lower edges may be smaller. */
  readonly tile: number;
}

export const RULES = {
  samples: { name: 'samples', min: 1, max: 1024, fallback: 16, whole: true },
  width: { name: 'width', min: 1, max: 1920, fallback: 480, whole: true },
  height: { name: 'height', min: 1, max: 1920, fallback: 360, whole: true },
  tile: { name: 'tile', min: 4, max: 512, fallback: 40, whole: true },
} as const satisfies Record<Exclude<keyof PathTracerParams, 'scene'>, NumberRule>;

export const pathTracerInfo: TaskInfo<PathTracerParams> = {
  id: 'path-tracer',
  engines: ['ts', 'wasm'],
  paramNames: ['scene', ...Object.keys(RULES)],
  parse: (raw) => ({
    scene: readScene(raw['scene']),
    samples: readNumber(raw, RULES.samples),
    width: readNumber(raw, RULES.width),
    height: readNumber(raw, RULES.height),
    tile: readNumber(raw, RULES.tile),
  }),
};

function readScene(text: string = SCENE_IDS[0]): SceneId {
  const scene = SCENE_IDS.find((name) => name === text);
  if (scene !== undefined) return scene;
  throw new ParamError('scene', `scene must be one of ${SCENE_IDS.join(', ')}.`);
}
