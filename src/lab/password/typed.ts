import { toHex } from '../../tasks/hash/hex.ts';

/** What a person typed: candidates, their salt, and the key that is looked for. It never leaves this page's memory. */
export interface Typed {
  readonly words: readonly string[];
  readonly salt: string;
  /** 64 hex digits; `null`: no key is looked for. */
  readonly target: string | null;
}

export const MOST_WORDS = 1000;
/** Characters of a candidate or a salt. */
const MOST_CHARACTERS = 1000;
const HEX_KEY = /^[0-9a-f]{64}$/i;

export interface Draft {
  /** A candidate a line. */
  readonly list: string;
  readonly salt: string;
  readonly target: string;
}

/** What a draft holds, or the sentence that says what is wrong with it. */
export function readDraft({ list, salt, target }: Draft): Typed | string {
  const words = list.split(/\r\n|\n|\r/).filter((word) => word !== '');
  const key = target.replace(/[\s:]/g, '').toLowerCase();
  if (words.length === 0) return 'Type at least one candidate, one a line.';
  if (words.length > MOST_WORDS)
    return `There are ${String(words.length)} candidates; ${String(MOST_WORDS)} is the most.`;
  if ([salt, ...words].some((word) => word.length > MOST_CHARACTERS))
    return `A candidate or the salt is longer than ${String(MOST_CHARACTERS)} characters.`;
  if (key !== '' && !HEX_KEY.test(key)) return wrongKey(key);
  return { words, salt, target: key === '' ? null : key };
}

function wrongKey(key: string): string {
  return /[^0-9a-f]/.test(key)
    ? 'The key must be hex digits, 0 to 9 and a to f.'
    : `The key must have 64 hex digits, 32 bytes; this one has ${String(key.length)}.`;
}

/** Candidates end to end, as UTF-8, and how long each is. */
export function encodeWords(words: readonly string[]): { bytes: Uint8Array; lengths: number[] } {
  const encoder = new TextEncoder();
  const each = words.map((word) => encoder.encode(word));
  const lengths = each.map((word) => word.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const word of each) {
    bytes.set(word, at);
    at += word.length;
  }
  return { bytes, lengths };
}

export function keyAt(keys: Uint8Array, index: number): string {
  return toHex(keys.subarray(32 * index, 32 * (index + 1)));
}

const ADJECTIVES = [
  'amber',
  'brisk',
  'calm',
  'dusty',
  'early',
  'faint',
  'grand',
  'heavy',
  'iron',
  'jolly',
] as const;
const NOUNS = [
  'anchor',
  'bridge',
  'cradle',
  'depot',
  'engine',
  'ferry',
  'girder',
  'harbour',
  'island',
  'junction',
] as const;
/** Neither even nor a multiple of 5: it walks through all pairs. */
const STRIDE = 37;

/** Candidates that this page makes up: all different, the same each time. */
export function sampleWords(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const pick = (i * STRIDE) % (ADJECTIVES.length * NOUNS.length);
    const adjective = ADJECTIVES[pick % ADJECTIVES.length] ?? '';
    const noun = NOUNS[Math.floor(pick / ADJECTIVES.length)] ?? '';
    return `${adjective}-${noun}-${String(10 + i)}`;
  });
}

/** Which of the sample's candidates is looked for: neither the first nor the last. */
export function samplePick(count: number): number {
  return Math.floor(count * 0.7);
}
