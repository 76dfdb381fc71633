/** What a key does before a class. Presenter remotes send PageUp, PageDown, often a full stop, and Escape. Pure. */
import type { StrategyId } from '../../tasks/ids.ts';

export type Slide = 'ready' | 'running' | 'result' | 'why' | 'picture';

export interface Scene {
  readonly slide: Slide;
  /** All three were compared: 1 2 3 show one of them alone. */
  readonly compared: boolean;
  /** One is shown alone. */
  readonly alone: boolean;
  /** There is something to look at: what the runs made. */
  readonly pictured: boolean;
  /** Something covers the slide: the large code, or a black screen. */
  readonly cover: 'code' | 'black' | null;
}

export type Command =
  | { readonly does: 'start' | 'cancel' | 'leave' | 'ready' | 'result' | 'why' | 'picture' | 'all' }
  | { readonly does: 'code' | 'black' | 'uncover' | 'full screen' }
  | { readonly does: 'run' | 'alone'; readonly strategy: StrategyId };

const NEXT = ['PageDown', 'ArrowRight', 'ArrowDown', 'n'];
const BACK = ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace', 'p'];
const START = [' ', 'Enter'];
const LEAVE = ['Escape'];
const BLACK = ['.', 'b'];
const DIGITS: Readonly<Record<string, StrategyId>> = { '1': 'blocking', '2': 'chunked', '3': 'pool' };

/** `null`: the key is none of ours, and the browser's. */
export function commandOf(name: string, scene: Scene): Command | null {
  const key = name.length === 1 ? name.toLowerCase() : name;
  if (scene.cover !== null) return uncover(key, scene.cover);
  // While a run is measured nothing on the slide may change but by the run itself.
  if (scene.slide === 'running') return isStop(key) ? { does: 'cancel' } : null;
  return everywhere(key) ?? onSlide(key, scene);
}

function everywhere(key: string): Command | null {
  if (key === 'q') return { does: 'code' };
  if (key === 'f') return { does: 'full screen' };
  return BLACK.includes(key) ? { does: 'black' } : null;
}

function onSlide(key: string, scene: Scene): Command | null {
  const strategy = DIGITS[key];
  if (strategy !== undefined) return digit(strategy, scene);
  if (START.includes(key)) return { does: 'start' };
  if (NEXT.includes(key)) return next(scene);
  return isStop(key) ? back(scene, key) : null;
}

function isStop(key: string): boolean {
  return BACK.includes(key) || LEAVE.includes(key);
}

function uncover(key: string, cover: 'code' | 'black'): Command | null {
  const closes = cover === 'black' || key === 'q' || NEXT.includes(key) || isStop(key);
  return closes ? { does: 'uncover' } : null;
}

function digit(strategy: StrategyId, { slide, compared }: Scene): Command {
  return { does: slide === 'result' && compared ? 'alone' : 'run', strategy };
}

/** Ready, run, result, why, what came out, and ready again: a remote with two keys gets everywhere. */
function next({ slide, alone, pictured }: Scene): Command {
  if (slide === 'ready') return { does: 'start' };
  if (slide === 'why' && pictured) return { does: 'picture' };
  if (slide === 'why' || slide === 'picture') return { does: 'ready' };
  return alone ? { does: 'all' } : { does: 'why' };
}

function back({ slide, alone }: Scene, key: string): Command | null {
  if (slide === 'ready') return LEAVE.includes(key) ? { does: 'leave' } : null;
  if (slide === 'picture') return { does: 'why' };
  if (slide === 'why') return { does: 'result' };
  return alone ? { does: 'all' } : { does: 'ready' };
}
