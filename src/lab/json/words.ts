import type { Counts, Summary } from '../../tasks/json/summary.ts';
import { formatBytes, formatCount, formatMs, formatSeconds } from '../../ui/format.ts';
import type { WayHome } from './homeward.svelte.ts';

const figure = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 });

/** A number of the document, no longer than a column is wide. */
export function formatFound(value: number | null): string {
  if (value === null) return 'too large';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e12 || size < 1e-4)) return value.toExponential(3);
  return Number.isInteger(value) ? formatCount(value) : figure.format(value);
}

const NAMES: Readonly<Record<keyof Counts, string>> = {
  objects: 'Objects',
  arrays: 'Arrays',
  strings: 'Strings',
  numbers: 'Numbers',
  booleans: 'true and false',
  nulls: 'null',
};

export function valuesOf({ counts }: Summary): number {
  const { objects, arrays, strings, numbers, booleans, nulls } = counts;
  return objects + arrays + strings + numbers + booleans + nulls;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The summary's rows: values by type, then what there is to know of depth, keys and strings. */
export function summaryRows(summary: Summary): Row[] {
  const { counts, depth, keys, longest, common } = summary;
  const types = (Object.keys(NAMES) as (keyof Counts)[])
    .filter((type) => counts[type] > 0)
    .map((type) => ({ label: NAMES[type], value: formatCount(counts[type]), note: '' }));
  const often = common.slice(0, 5).map(({ name }) => `“${name}”`);
  return [
    ...types,
    { label: 'Depth', value: formatCount(depth), note: '' },
    {
      label: 'Keys',
      value: formatCount(keys.all),
      note:
        keys.distinct === 0 ? '' : `${formatCount(keys.distinct)} different; most often ${often.join(', ')}`,
    },
    ...(longest === null
      ? []
      : [
          {
            label: 'Longest string',
            value: `${formatCount(longest.length)} characters`,
            note: `“${longest.start}${longest.length > longest.start.length ? '…' : ''}”`,
          },
        ]),
  ];
}

const long = (ms: number): string =>
  ms < 1000 ? formatMs(ms < 10 ? ms : Math.round(ms)) : formatSeconds(ms);

/** "Summary home: 0.4 ms; whole tree home: 1.64 s." */
export function homeRows(way: WayHome, summaryBytes: number, values: number): Row[] {
  return [
    { label: 'Summary home', value: long(way.summaryMs), note: formatBytes(summaryBytes) },
    {
      label: 'Whole tree home',
      value: long(way.treeMs),
      note: `all ${formatCount(values)} values; the worker packed for ${long(way.packedMs)}`,
    },
    { label: 'Page stood still', value: long(way.heldMs), note: 'at most, while the tree was unpacked' },
  ];
}

/** Why an answer should be small, from what was measured. */
export function homeSentence({ summaryMs, treeMs, heldMs }: WayHome): string {
  const times = treeMs / Math.max(summaryMs, 0.01);
  if (treeMs < 50) return 'So small a document comes home at once either way. Try a larger one.';
  const more = `The whole tree took ${formatCount(times < 100 ? times : Number(times.toPrecision(2)))} times as long to come home as its summary`;
  return heldMs < 50
    ? `${more}.`
    : `${more}, and the page’s own thread had to unpack it: there the worker no longer helps.`;
}
