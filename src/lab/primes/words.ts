import type { PrimesParams } from '../../tasks/primes/info.ts';
import { binsOf, binWidth } from '../../tasks/primes/plan.ts';
import { binCounts, totals } from '../../tasks/primes/totals.ts';
import { formatCount } from '../../ui/format.ts';

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** What was counted, and beside it what the simplest estimate says. */
export function figuresOf(result: Uint8Array, { limit }: PrimesParams): Figure[] {
  const { primes, twins } = totals(result);
  const estimate = limit / Math.log(limit);
  const apart = primes / estimate - 1;
  return [
    {
      label: 'Primes',
      value: formatCount(primes),
      note: `N / ln N says ${formatCount(estimate)}; there are ${(100 * Math.abs(apart)).toFixed(1)} % ${apart < 0 ? 'fewer' : 'more'}`,
    },
    {
      label: 'Twin pairs',
      value: formatCount(twins),
      note: `one pair for every ${formatCount(primes / Math.max(1, twins))} primes`,
    },
  ];
}

/** A line a bin: from, to (both included), primes, twin pairs whose smaller prime lies there. */
export function countsCsv(result: Uint8Array, params: PrimesParams): string {
  const width = binWidth(params);
  const lines = Array.from({ length: binsOf(params) }, (_, bin) => {
    const { primes, twins } = binCounts(result, bin);
    const to = Math.min(params.limit, (bin + 1) * width - 1);
    return [bin * width, to, primes, twins].join(',');
  });
  return ['from,to,primes,twin_pairs', ...lines, ''].join('\n');
}
