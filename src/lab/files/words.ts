/** What the page says of files, their digests and how these compare with a list. */
import type { Algorithm } from '../../tasks/hash/part.ts';
import type { Sums } from '../../tasks/hash/sums.ts';
import { formatBytes, formatCount, formatCountWord, sentenceCase } from '../../ui/format.ts';
import type { IconName } from '../../ui/icons.ts';
import type { FilesInput } from '../model/input.ts';
import type { Tally, Verdict } from './check.ts';

export const ALGORITHM_NAMES: Readonly<Record<Algorithm, string>> = { sha256: 'SHA-256', blake3: 'BLAKE3' };
/** What a list of the algorithm's digests is called. */
export const LIST_NAMES: Readonly<Record<Algorithm, string>> = { sha256: 'SHA256SUMS', blake3: 'B3SUMS' };

export interface VerdictWords {
  readonly word: string;
  readonly icon: IconName | null;
}

export const VERDICT_WORDS: Readonly<Record<Verdict | 'missing', VerdictWords>> = {
  match: { word: 'match', icon: 'check' },
  differs: { word: 'differs', icon: 'cross' },
  'not listed': { word: 'not listed', icon: 'info' },
  missing: { word: 'not here', icon: 'question' },
  waits: { word: 'waits', icon: null },
};

function count(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** "12 files, 34 MB" or "200 sample files, 210 MB, made by this page". */
export function summaryOf({ files, totalBytes, sample }: FilesInput): string {
  const size = formatBytes(totalBytes);
  if (!sample) return `${count(files.length, 'file')}, ${size}`;
  return `${count(files.length, 'sample file')}, ${size}, made by this page`;
}

export interface Standing {
  readonly files: number;
  readonly digests: number;
  /** `null` where there is no list. */
  readonly tally: Tally | null;
}

export interface Headline {
  readonly icon: IconName;
  readonly heading: string;
  /** What else is to be said, or empty. */
  readonly note: string;
}

/** The heading of the table: "1 of 4 files does not match", "All 4 files match", "3 digests". */
export function headlineOf(standing: Standing): Headline {
  const { files, digests, tally } = standing;
  const notes = tally === null ? '' : asideOf(tally, digests);
  if (digests === 0) return { icon: 'hash', heading: `${count(files, 'file')} to hash`, note: notes };
  if (tally !== null && tally.differs.length > 0) {
    return { icon: 'cross', heading: differSentence(tally), note: notes };
  }
  if (digests < files) {
    return { icon: 'hash', heading: `${formatCount(digests)} of ${count(files, 'digest')}`, note: notes };
  }
  if (tally === null) return { icon: 'hash', heading: count(digests, 'digest'), note: '' };
  return { ...checkedHeadline(tally), note: notes };
}

function listedOf({ match, waits, differs, missing }: Tally): number {
  return match + waits + differs.length + missing.length;
}

function differSentence(tally: Tally): string {
  const wrong = tally.differs.length;
  const listed = listedOf(tally);
  const verb = wrong === 1 ? 'does' : 'do';
  if (listed === 1) return 'The file does not match';
  return `${formatCount(wrong)} of ${formatCount(listed)} files ${verb} not match`;
}

/** Every digest is known and none differs. */
function checkedHeadline(tally: Tally): Pick<Headline, 'icon' | 'heading'> {
  const { match, missing } = tally;
  const listed = listedOf(tally);
  if (listed === 0) return { icon: 'info', heading: 'None of these files is listed' };
  if (missing.length > 0) {
    const verb = match === 1 ? 'matches' : 'match';
    return { icon: 'question', heading: `${formatCount(match)} of ${formatCount(listed)} files ${verb}` };
  }
  if (match === 1) return { icon: 'check', heading: 'The file matches' };
  return {
    icon: 'check',
    heading: match === 2 ? 'Both files match' : `All ${formatCount(match)} files match`,
  };
}

/** What the heading doesn't say: files that are not here, and files that nobody listed. */
function asideOf({ missing, notListed, match, differs }: Tally, digests: number): string {
  const sentences: string[] = [];
  const isAre = (n: number): string => `${sentenceCase(formatCountWord(n))} ${n === 1 ? 'is' : 'are'}`;
  if (missing.length > 0) sentences.push(`${isAre(missing.length)} listed but not here.`);
  if (digests > 0 && notListed > 0 && match + differs.length > 0)
    sentences.push(`${isAre(notListed)} not listed.`);
  return sentences.join(' ');
}

/** At most so many lines are named one by one. */
const NAMED_LINES = 5;

/** What is wrong with a list, line by line. */
export function listProblems({ bad }: Sums): readonly string[] {
  const named = bad
    .slice(0, NAMED_LINES)
    .map(({ line, text }) => `Line ${line} is no checksum: “${shorten(text)}”`);
  const more = bad.length - named.length;
  return more > 0 ? [...named, `… and ${count(more, 'more line')}.`] : named;
}

function shorten(text: string): string {
  const plain = text.trim();
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

/** What stands between a list and its check though its lines are good; or `null`. */
export function otherAlgorithmNote(notChecked: number, algorithm: Algorithm): string | null {
  if (notChecked === 0) return null;
  const other = ALGORITHM_NAMES[algorithm === 'sha256' ? 'blake3' : 'sha256'];
  const [verb, them] = notChecked === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${count(notChecked, 'line')} ${verb} about ${other}: choose that algorithm to check ${them}.`;
}

/** The lesson of one file under SHA-256. */
export const ONE_STREAM =
  'One SHA-256 stream can’t be split: a worker frees the page, a second worker changes nothing. ' +
  'BLAKE3 is a tree and can be split.';

/** Beneath the list's field: what may stand in it, or what was found there. */
export function listNote(sums: Sums | null): string {
  if (sums === null) return 'A digest, or the text of a SHA256SUMS file: every line is checked.';
  const { lines } = sums;
  if (lines.length === 1 && lines[0]?.name === null) return 'One digest, checked against the files.';
  return lines.length === 0 ? '' : `${sentenceCase(count(lines.length, 'line'))} to check.`;
}
