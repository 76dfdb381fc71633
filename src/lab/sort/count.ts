import { formatCount } from '../../ui/format.ts';

/** 4200000 → "4.2 million numbers", 16384 → "16,384 numbers". */
export function numbersInWords(count: number): string {
  if (count < 1_000_000) return `${formatCount(count)} numbers`;
  return `${String(Number((count / 1_000_000).toPrecision(3)))} million numbers`;
}
