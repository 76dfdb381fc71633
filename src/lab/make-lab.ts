import { FrameClock } from '../measure/frame-clock.ts';
import type { Tap } from '../measure/taps.ts';
import { TapMeter } from '../measure/taps.ts';
import { Pool } from '../pool/pool.ts';
import { spawnCompute } from '../pool/spawn.ts';
import { PictureDesk } from './input/picture.ts';
import { Preparer } from './input/prepare.ts';
import { PreparedInput } from './input/prepared.svelte.ts';
import { Lab } from './lab.svelte.ts';
import type { Options } from './model/options.ts';

/** The lab with all that it needs, made once for the page. */
export function makeLab(options: Options, onTap: (tap: Tap) => void): Lab {
  const pool = new Pool(spawnCompute);
  const clock = new FrameClock();
  const taps = new TapMeter({ onTap });
  const desk = new PictureDesk();
  const input = new PreparedInput(new Preparer(pool, desk));
  return new Lab({ pool, clock, taps, desk }, input, options);
}
