/** What a document holds, small enough to come home at once. */
export interface Summary {
  readonly bytes: number;
  readonly counts: Counts;
  /** How many containers stand in each other at most; a lone value has depth 1. */
  readonly depth: number;
  /** Values at each depth, from 1; those beyond the last are counted in it. */
  readonly levels: readonly number[];
  readonly keys: { readonly all: number; readonly distinct: number };
  /** The most common keys, the first ones first. */
  readonly common: readonly { readonly name: string; readonly count: number }[];
  /** The longest string and how it begins. */
  readonly longest: { readonly length: number; readonly start: string } | null;
  /** Of the keys with the most numbers. `null`: beyond what a number can hold. */
  readonly numbers: readonly NumberKey[];
}

export interface Counts {
  readonly objects: number;
  readonly arrays: number;
  readonly strings: number;
  readonly numbers: number;
  readonly booleans: number;
  readonly nulls: number;
}

/** `name[]`: numbers that stand in an array of that name. */
export interface NumberKey {
  readonly name: string;
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
}

export const LEVELS = 32;
export const COMMON_KEYS = 10;
export const NUMBER_KEYS = 8;
/** Of names and strings, so many characters are told. */
export const SHOWN_CHARACTERS = 60;

/**
 * Bytes that hold any summary: a length, then text. The most there can be: 18 names and a string of 60 characters,
 * six bytes each where they are escaped, and some 120 numbers of at most 24.
 */
export const SUMMARY_BYTES = 12_288;
const LENGTH_BYTES = 4;

/** Writes it as ASCII: everything else is escaped, so that no encoder is needed. */
export function writeSummary(summary: Summary, out: Uint8Array): void {
  const text = JSON.stringify(summary).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  out.fill(0);
  new DataView(out.buffer, out.byteOffset).setUint32(0, text.length);
  for (let i = 0; i < text.length; i++) out[LENGTH_BYTES + i] = text.charCodeAt(i);
}

/** The summary's text: what is left of the output when its empty rest is cut off. */
export function summaryText(out: Uint8Array): Uint8Array {
  const length = new DataView(out.buffer, out.byteOffset).getUint32(0);
  return out.slice(LENGTH_BYTES, LENGTH_BYTES + length);
}

/** The text that `summaryText` gave. It is our own: its type is known. */
export function readSummary(text: Uint8Array): Summary {
  let ascii = '';
  for (const code of text) ascii += String.fromCharCode(code);
  return JSON.parse(ascii) as Summary;
}
