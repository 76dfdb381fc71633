import type { Algorithm } from './part.ts';

/** One usable line of a checksum list. */
export interface SumLine {
  /** Where it stands in the text, from 1. */
  readonly line: number;
  /** As written in the list; `null` for a digest without a name (`-`, standard input, is none either). */
  readonly name: string | null;
  /** 64 lower-case hex digits. */
  readonly digest: string;
  /** `null` where the list doesn't say: both algorithms give 64 digits. */
  readonly algorithm: Algorithm | null;
}

/** A line that is neither a checksum of ours, nor blank, nor a comment. */
export interface BadLine {
  readonly line: number;
  readonly text: string;
}

export interface Sums {
  readonly lines: readonly SumLine[];
  readonly bad: readonly BadLine[];
}

/** A line's content without its place. */
type Entry = Omit<SumLine, 'line'>;

/** `digest  name` or `digest *name` (coreutils), also with one blank or a tab between; `digest` alone. */
const PLAIN = /^(?<digest>[0-9a-f]{64})(?:[ \t]*|(?: [ *]|[ \t])(?<name>.+))$/is;
/** `SHA256 (name) = digest` (BSD, coreutils' and b3sum's --tag), `SHA2-256(name)= digest` (OpenSSL). */
const TAGGED = /^(?<tag>SHA256|SHA2-256|BLAKE3) ?\((?<name>.+)\) ?= (?<digest>[0-9a-f]{64})[ \t]*$/is;
const COMMENT = /^[ \t]*(#|$)/;

/**
 * Reads a checksum list: the formats of `sha256sum` and `b3sum`, with and without tags, and bare digests.
 * Blank lines, comments (#), a byte order mark and CRLF are let pass. Never throws.
 * https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html
 */
export function parseSums(text: string): Sums {
  const lines: SumLine[] = [];
  const bad: BadLine[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((raw) => raw.replace(/\r$/, ''))
    .forEach((raw, i) => {
      if (COMMENT.test(raw)) return;
      const entry = readLine(raw.replace(/^[ \t]+/, ''));
      if (entry === null) bad.push({ line: i + 1, text: raw });
      else lines.push({ line: i + 1, ...entry });
    });
  return { lines, bad };
}

function readLine(text: string): Entry | null {
  // A backslash before the line says that the name is escaped.
  const escaped = text.startsWith('\\');
  const entry = readEntry(escaped ? text.slice(1) : text);
  if (entry === null || entry.name === null || !escaped) return entry;
  const name = unescapeName(entry.name);
  return name === null ? null : { ...entry, name };
}

/** The line's fields, the name as it is written. */
function readEntry(text: string): Entry | null {
  const match = PLAIN.exec(text) ?? TAGGED.exec(text);
  if (match === null) return null;
  const { digest, name, tag } = match.groups as { digest: string; name?: string; tag?: string };
  return {
    name: name === undefined || name === '-' ? null : name,
    digest: digest.toLowerCase(),
    algorithm: tag === undefined ? null : algorithmOf(tag),
  };
}

function algorithmOf(tag: string): Algorithm {
  return tag.toUpperCase() === 'BLAKE3' ? 'blake3' : 'sha256';
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
const UNESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };

/** `null` where a backslash stands before something that is never escaped. */
function unescapeName(name: string): string | null {
  if (/\\(?![\\nr])/.test(name.replaceAll('\\\\', ''))) return null;
  return name.replace(/\\[\\nr]/g, (pair) => UNESCAPES[pair] ?? pair);
}

/**
 * Writes a checksum list that `sha256sum -c` accepts (or `b3sum -c`, for BLAKE3): a line a file.
 * Line breaks and backslashes in names are escaped as coreutils does.
 */
export function formatSums(entries: readonly { readonly name: string; readonly digest: string }[]): string {
  return entries.map(({ name, digest }) => formatLine(name, digest)).join('');
}

function formatLine(name: string, digest: string): string {
  // "-" would be taken for standard input, and a name of blanks for none.
  const plain = /^(-|[ \t]+)$/.test(name) ? `./${name}` : name;
  const escaped = plain.replace(/[\\\n\r]/g, (character) => ESCAPES[character] ?? character);
  return `${escaped === plain ? '' : '\\'}${digest}  ${escaped}\n`;
}

/** Digests that people paste by mistake, by their number of hex digits. */
const OTHER_LENGTHS: Readonly<Record<number, string>> = {
  32: 'MD5',
  40: 'SHA-1',
  56: 'SHA-224',
  96: 'SHA-384',
  128: 'SHA-512',
};

/** One sentence that says why nothing can be checked against the list, or `null` where something can. */
export function sumsProblem({ lines, bad }: Sums): string | null {
  if (lines.length > 0) return null;
  if (bad.length === 0) {
    return 'There is no checksum in this text: paste a digest of 64 hex digits or the text of a SHA256SUMS file.';
  }
  const other = bad.map(({ text }) => otherAlgorithm(text)).find((name) => name !== null);
  if (other !== undefined) {
    return `These look like ${other} digests: only SHA-256 and BLAKE3 digests of 64 hex digits can be checked here.`;
  }
  const count =
    bad.length === 1 ? 'The line is no checksum' : `None of the ${bad.length} lines is a checksum`;
  return `${count}: expected is a digest of 64 hex digits, two blanks and a name, as in a SHA256SUMS file.`;
}

function otherAlgorithm(text: string): string | null {
  const digits = /(?<![0-9a-z])[0-9a-f]{32,128}(?![0-9a-z])/i.exec(text)?.[0];
  return digits === undefined ? null : (OTHER_LENGTHS[digits.length] ?? null);
}
