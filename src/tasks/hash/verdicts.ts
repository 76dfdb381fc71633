import { pairNames, plainPath } from './names.ts';
import type { Algorithm } from './part.ts';
import type { SumLine, Sums } from './sums.ts';

/** A file to check: its path, and its digest (64 lower-case hex digits) once it is known. */
export interface CheckedFile {
  readonly name: string;
  readonly digest: string | null;
}

export interface FileVerdict {
  readonly verdict: 'match' | 'mismatch' | 'not listed' | 'pending';
  /** The line of the list that decided, or `null`. */
  readonly line: number | null;
}

export interface LineVerdict {
  readonly line: SumLine;
  /** `missing`: there is no such file. `not checked`: the line is of the other algorithm. */
  readonly verdict: 'match' | 'mismatch' | 'missing' | 'pending' | 'not checked';
  /** Index of the file that it was compared with, or `null`. */
  readonly file: number | null;
}

export interface Verdicts {
  /** One for each file, in order. */
  readonly files: readonly FileVerdict[];
  /** One for each line of the list, in order. */
  readonly lines: readonly LineVerdict[];
}

/**
 * Compares files with a checksum list. Lines without a name are compared with the only file, or, where there
 * are several, match any file that has the digest. Lines that name another algorithm than the one given are
 * left out; `null` compares them all.
 */
export function verdicts(
  sums: Sums,
  files: readonly CheckedFile[],
  algorithm: Algorithm | null = null,
): Verdicts {
  const usable = sums.lines.filter((line) => isUsable(line, algorithm));
  const bare = usable.filter((line) => line.name === null);
  const filesOfLine = namedFiles(usable, files);
  const linesOfFile = files.map((): SumLine[] => []);
  for (const [line, indexes] of filesOfLine) {
    for (const file of indexes) linesOfFile[file]?.push(line);
  }
  return {
    files: files.map((file, i) => fileVerdict(file, linesOfFile[i] ?? [], bare, files.length === 1)),
    lines: sums.lines.map((line) => {
      if (!isUsable(line, algorithm)) return { line, verdict: 'not checked', file: null };
      if (line.name === null) return bareVerdict(line, files);
      return lineVerdict(line, filesOfLine.get(line) ?? [], files);
    }),
  };
}

function isUsable(line: SumLine, algorithm: Algorithm | null): boolean {
  return algorithm === null || line.algorithm === null || line.algorithm === algorithm;
}

/** The files that each named line means. Two files may have one path: then it means both. */
function namedFiles(lines: readonly SumLine[], files: readonly CheckedFile[]): Map<SumLine, number[]> {
  const byPath = new Map<string, number[]>();
  files.forEach((file, i) => {
    const path = plainPath(file.name);
    byPath.set(path, [...(byPath.get(path) ?? []), i]);
  });
  const named = lines.flatMap((line) => (line.name === null ? [] : [{ line, name: plainPath(line.name) }]));
  const pairs = pairNames(
    named.map(({ name }) => name),
    byPath.keys(),
  );
  return new Map(named.map(({ line, name }) => [line, byPath.get(pairs.get(name) ?? '') ?? []]));
}

/** A file listed twice matches only if both lines do; without a name one equal digest is enough. */
function fileVerdict(
  { digest }: CheckedFile,
  named: readonly SumLine[],
  bare: readonly SumLine[],
  alone: boolean,
): FileVerdict {
  const listed = named[0] ?? (alone ? bare[0] : undefined);
  if (digest === null)
    return said(listed !== undefined || bare.length > 0 ? 'pending' : 'not listed', listed);
  const wrong = named.find((line) => line.digest !== digest);
  if (wrong !== undefined) return said('mismatch', wrong);
  const equal = named[0] ?? bare.find((line) => line.digest === digest);
  if (equal !== undefined) return said('match', equal);
  return said(listed === undefined ? 'not listed' : 'mismatch', listed);
}

function said(verdict: FileVerdict['verdict'], line: SumLine | undefined): FileVerdict {
  return { verdict, line: line?.line ?? null };
}

function lineVerdict(line: SumLine, indexes: readonly number[], files: readonly CheckedFile[]): LineVerdict {
  const digestOf = (file: number): string | null => files[file]?.digest ?? null;
  const [first] = indexes;
  if (first === undefined) return { line, verdict: 'missing', file: null };
  const wrong = indexes.find((file) => ![null, line.digest].includes(digestOf(file)));
  if (wrong !== undefined) return { line, verdict: 'mismatch', file: wrong };
  const pending = indexes.find((file) => digestOf(file) === null);
  return { line, verdict: pending === undefined ? 'match' : 'pending', file: pending ?? first };
}

function bareVerdict(line: SumLine, files: readonly CheckedFile[]): LineVerdict {
  const equal = files.findIndex((file) => file.digest === line.digest);
  if (equal >= 0) return { line, verdict: 'match', file: equal };
  const pending = files.findIndex((file) => file.digest === null);
  if (pending >= 0) return { line, verdict: 'pending', file: files.length === 1 ? 0 : null };
  return files.length === 1
    ? { line, verdict: 'mismatch', file: 0 }
    : { line, verdict: 'missing', file: null };
}
