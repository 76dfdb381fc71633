/**
 * How figures are written, once for the whole page. `null` is "not available", never 0.
 * British English everywhere: the page's words are, whatever the browser's language.
 */

/** Between the digits where a comma belongs, from the right. */
const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/**
 * With commas, and so many decimals. Not by `Intl`, whose first formatter takes 12 ms of a laptop's first paint, and four
 * times as long on a phone (measured).
 */
function decimal(value: number, least: number, most: number): string {
  const [digits = '', decimals = ''] = Math.abs(value).toFixed(most).split('.');
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  const text = digits.replace(THOUSANDS, ',') + (kept === '' ? '' : `.${kept}`);
  return value < 0 ? `-${text}` : text;
}

const whole = (value: number): string => decimal(value, 0, 0);
const one = (value: number): string => decimal(value, 1, 1);
const upToOne = (value: number): string => decimal(value, 0, 1);
const two = (value: number): string => decimal(value, 2, 2);

const NOT_AVAILABLE = 'not available';

const WORDS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** 2050 → "2,050". */
export function formatCount(count: number | null): string {
  return count === null ? NOT_AVAILABLE : whole(count);
}

/** Milliseconds without their unit, for a column that names it: 2049.7 → "2,050", 3.42 → "3.4", 0.04 → "0.0". */
export function formatMsFigure(ms: number | null): string {
  if (ms === null) return NOT_AVAILABLE;
  return ms < 9.95 && !Number.isInteger(ms) ? one(ms) : whole(ms);
}

/** 2049.7 → "2,050 ms". */
export function formatMs(ms: number | null): string {
  return ms === null ? NOT_AVAILABLE : `${formatMsFigure(ms)} ms`;
}

/** 2049.7 → "2.05 s". Above a minute: "1 min 20 s". */
export function formatSeconds(ms: number | null): string {
  if (ms === null) return NOT_AVAILABLE;
  const seconds = Math.round(ms / 1000);
  if (ms < 59_995) return `${two(ms / 1000)} s`;
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}

/** A time a person waits for, no more exact than it can be known: 680 → "0.7 s", 2040 → "2 s", 15400 → "15 s". */
export function formatRoughSeconds(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 0.95) return `${one(Math.max(0.1, seconds))} s`;
  return formatDurationWords(seconds);
}

function formatDurationWords(seconds: number): string {
  if (seconds < 59.5) return `${seconds < 9.5 ? upToOne(Math.round(seconds * 2) / 2) : whole(seconds)} s`;
  return `${whole(seconds / 60)} min`;
}

/** 4032, 3024 → "12.2 megapixels"; below a hundredth of one: "1,024 pixels". */
export function formatMegapixels(width: number, height: number): string {
  const pixels = width * height;
  if (pixels < 10_000) return `${whole(pixels)} ${pixels === 1 ? 'pixel' : 'pixels'}`;
  const mega = pixels / 1e6;
  const text = mega < 0.1 ? two(mega) : upToOne(mega);
  return `${text} ${text === '1' ? 'megapixel' : 'megapixels'}`;
}

const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** Decimal units, as files are listed: 999 → "999 bytes", 4613734 → "4.6 MB". */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return NOT_AVAILABLE;
  if (bytes < 1000) return `${whole(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  let value = bytes / 1000;
  let unit = 0;
  // 999.95 would be written "1,000.0": it belongs to the next unit
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 99.95 ? upToOne(value) : whole(value)} ${UNITS[unit] ?? ''}`;
}

/** Counts up to twelve are words: 2 → "two", 35 → "35". Zero is "none". */
export function formatCountWord(count: number): string {
  return WORDS[count] ?? whole(count);
}

/** "one worker", "seven workers", "35 parts". */
export function formatPlural(count: number, singular: string, plural = `${singular}s`): string {
  return `${count === 0 ? 'no' : formatCountWord(count)} ${count === 1 ? singular : plural}`;
}

/** 4.1 → "4.10×". */
export function formatSpeedup(factor: number | null): string {
  return factor === null ? NOT_AVAILABLE : `${two(factor)}×`;
}

/** 0.664 → "66 %". */
export function formatPercent(fraction: number): string {
  return `${whole(fraction * 100)} %`;
}

/** A median's interval: 2012, 2081 → "2,012–2,081". */
export function formatSpread(low: number, high: number): string {
  return `${formatMsFigure(low)}–${formatMsFigure(high)}`;
}

/** First letter large: "seven workers" → "Seven workers". */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
