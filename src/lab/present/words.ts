/** What a class reads. Pure. */
import type { StrategyId, TaskId } from '../../tasks/ids.ts';
import type { Options } from '../model/options.ts';
import { LABELS } from '../model/catalog.ts';
import type { Command, Scene } from './keys.ts';

/** "Same blur, three ways. Which one will freeze?" */
export function question(task: TaskId, main: StrategyId | 'all'): string {
  const job = LABELS[task].toLowerCase().replace('hash files', 'hashes');
  if (main === 'all') return `Same ${job}, three ways. Which one will freeze?`;
  return `${LABELS[task]}, ${main}. Will the page freeze?`;
}

export function workersInWords({ workers }: Options): string {
  return `${String(workers)} ${workers === 1 ? 'worker' : 'workers'}`;
}

export interface KeyHint {
  readonly keys: string;
  readonly words: string;
  /** What a press on it does; `null`: several keys in one. */
  readonly command: Command | null;
}

const CODE: KeyHint = { keys: 'Q', words: 'QR code', command: { does: 'code' } };

const LEAVE: KeyHint = { keys: 'Esc', words: 'leave', command: { does: 'leave' } };

function readyHints(start: KeyHint): KeyHint[] {
  const full: KeyHint = { keys: 'F', words: 'full screen', command: { does: 'full screen' } };
  return [
    { keys: '1 2 3', words: 'run one', command: null },
    start,
    { ...CODE, words: 'code, full screen' },
    full,
    LEAVE,
  ];
}

function resultHints(start: KeyHint, { compared, alone }: Scene): KeyHint[] {
  const all: Command = { does: 'all' };
  return [
    { keys: '→', words: alone ? 'all three' : 'why', command: alone ? all : { does: 'why' } },
    { keys: '1 2 3', words: compared ? 'one lane' : 'run one', command: null },
    compared ? { ...start, words: 'again' } : start,
    CODE,
    { keys: 'Esc', words: 'back', command: alone ? all : { does: 'ready' } },
  ];
}

/** The keys of a slide. */
export function hintsOf(scene: Scene, main: StrategyId | 'all'): KeyHint[] {
  const words = main === 'all' ? 'compare all' : `run ${main}`;
  const start: KeyHint = { keys: 'Space', words, command: { does: 'start' } };
  if (scene.slide === 'ready') return readyHints(start);
  if (scene.slide === 'result') return resultHints(start, scene);
  if (scene.slide === 'running') return [{ ...LEAVE, words: 'cancel', command: { does: 'cancel' } }];
  const onward: KeyHint =
    scene.slide === 'why' && scene.pictured
      ? { keys: '→', words: 'what came out', command: { does: 'picture' } }
      : { keys: '→', words: 'another run', command: { does: 'ready' } };
  const back: Command = { does: scene.slide === 'picture' ? 'why' : 'result' };
  return [onward, { ...start, words: 'again' }, CODE, { ...LEAVE, words: 'back', command: back }];
}
