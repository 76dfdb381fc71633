import type { SortParams } from '../../tasks/sort/info.ts';
import { stagesOf } from '../../strategies/deal.ts';
import type { Plan } from '../../tasks/contract.ts';
import { formatPlural } from '../../ui/format.ts';
import { numbersInWords } from './count.ts';

const ORDER_WORDS: Readonly<Record<SortParams['order'], string>> = {
  random: 'in random order',
  nearly: 'nearly sorted, one in 16 astray',
  reversed: 'in reverse order',
};

/** "4.2 million numbers in random order: 32 runs, then five rounds of merges." */
export function jobSentence({ count, order }: SortParams, plan: Plan): string {
  const [first, ...rounds] = stagesOf(plan);
  const runs = formatPlural(first === undefined ? 0 : first.end - first.start, 'run');
  const then = rounds.length === 0 ? '' : `, then ${formatPlural(rounds.length, 'round')} of merges`;
  return `${numbersInWords(count)} ${ORDER_WORDS[order]}: ${runs}${then}.`;
}

/** Which stage is on the picture. */
export function stageWords(stage: number, stages: number): string {
  if (stage === 0) return stages === 1 ? 'one run' : 'runs';
  return `round ${String(stage)} of ${String(stages - 1)}`;
}

export const MERGES_NOTE =
  'Cut: every merge is shared out, so all workers have parts to the end. Whole: a merge is one part, and the last one has one thread.';

/** The picture in words; what is on it while a run goes on is told by the progress and the results. */
export function pictureLabel(params: SortParams | null): string {
  const order = params === null ? '' : ` ${ORDER_WORDS[params.order]}`;
  return `The array, a bar a number${order}; during a run each bar shows which thread wrote it last`;
}
