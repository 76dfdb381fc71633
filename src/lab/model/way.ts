/** What a strategy does with the job at hand, in words: a job in one piece can be neither cut nor shared out. */
import type { Nature } from '../../tasks/contract.ts';
import { formatPlural } from '../../ui/format.ts';
import type { Strategy } from '../../ui/strategy.ts';
import { slicesInWords } from './slice.ts';

export interface Way {
  readonly strategy: Strategy;
  readonly nature: Nature;
  /** As set; `null`: their length follows the page. */
  readonly slice: number | null;
  /** Those that will have something to do. */
  readonly workers: number;
}

/** "In short slices, with a pause after each". */
export function wayInFull(way: Way): string {
  if (way.strategy === 'blocking') return 'All at once, on the page’s own thread';
  if (way.strategy === 'pool') return `Shared out to ${formatPlural(way.workers, 'worker')}`;
  if (way.nature === 'indivisible') return 'One call that can’t be cut: no pause before its end';
  return `In ${slicesInWords(way)}, with a pause after each`;
}

/** The same in a few words, where a row is narrow, or read from afar. */
export function wayInShort(way: Way): string {
  if (way.strategy === 'blocking') return 'all at once';
  if (way.strategy === 'pool') return `on ${String(way.workers)} ${way.workers === 1 ? 'worker' : 'workers'}`;
  return way.nature === 'indivisible' ? 'can’t be cut: freezes too' : `in ${slicesInWords(way)}`;
}
