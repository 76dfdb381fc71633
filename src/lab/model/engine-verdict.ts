/** Sentences about two engines: a better kernel, or more threads? */
import type { SummaryRow } from '../../results/report.ts';
import { compareWalls } from '../../results/summary.ts';
import { formatMs, formatPlural, formatSpeedup, sentenceCase } from '../../ui/format.ts';
import type { Verdict } from './verdict.ts';

type Rows = readonly SummaryRow[];

function rowOf(rows: Rows, strategy: string, engine: string): SummaryRow | null {
  return rows.find((row) => row.strategy === strategy && row.engine === engine) ?? null;
}

function wallOf(row: SummaryRow | null): number | null {
  return row?.wallMs?.median ?? null;
}

/** How many times as fast as `before`; `null` where that isn't known or the runs say both. */
function gain(row: SummaryRow | null, before: SummaryRow | null): string | null {
  const [ms, otherMs] = [wallOf(row), wallOf(before)];
  if (row === null || before === null || ms === null || otherMs === null || ms === 0) return null;
  if (compareWalls(row, before) === 'no clear difference') return null;
  return formatSpeedup(otherMs / ms);
}

function kernelSentence(before: SummaryRow | null, after: SummaryRow | null): string {
  const [ts, wasm] = [wallOf(before), wallOf(after)];
  if (ts === null || wasm === null) return 'No run counts this time.';
  const found = gain(after, before);
  if (found === null) return 'The better kernel made no clear difference.';
  const times = `${formatMs(Math.round(wasm))} instead of ${formatMs(Math.round(ts))}`;
  return `The kernel in WebAssembly: ${found}, ${times}.`;
}

function threadsSentence(rows: Rows, workers: number): string | null {
  const blocking = rowOf(rows, 'blocking', 'ts');
  const pool = rowOf(rows, 'pool', 'ts');
  if (wallOf(blocking) === null || wallOf(pool) === null) return null;
  const who = sentenceCase(formatPlural(workers, 'worker'));
  const found = gain(pool, blocking);
  const alone = found === null ? `${who}: no clear difference` : `${who}: ${found}`;
  const both = gain(rowOf(rows, 'pool', 'wasm'), blocking);
  return both === null ? `${alone}.` : `${alone}. Both: ${both}.`;
}

/** `null` where only one engine was run. */
export function engineVerdict(rows: Rows, workers: number): Verdict | null {
  const strategies = ['blocking', 'chunked', 'pool'] as const;
  const compared = strategies.find(
    (strategy) => rowOf(rows, strategy, 'ts') !== null && rowOf(rows, strategy, 'wasm') !== null,
  );
  if (compared === undefined) return null;
  const kernel = kernelSentence(rowOf(rows, compared, 'ts'), rowOf(rows, compared, 'wasm'));
  const threads = threadsSentence(rows, workers);
  const sentences = threads === null ? [kernel] : [kernel, threads];
  return {
    sentences,
    short: sentences,
    why:
      'The WebAssembly kernel works on several numbers with one instruction, on one thread. ' +
      'It is soon done, yet while it blocks, the page stands still all the same: only slices or workers keep it free.',
  };
}
