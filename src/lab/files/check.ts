import type { Algorithm } from '../../tasks/hash/part.ts';
import type { SumLine, Sums } from '../../tasks/hash/sums.ts';
import { verdicts } from '../../tasks/hash/verdicts.ts';
import type { FileEntry } from '../model/input.ts';

/** `waits`: it is listed, and its digest isn't known yet. */
export type Verdict = 'match' | 'differs' | 'not listed' | 'waits';

export interface Tally {
  readonly match: number;
  readonly waits: number;
  readonly notListed: number;
  /** Indexes of the files, in their order. */
  readonly differs: readonly number[];
  /** Lines of the list for which there is no file (or, without a name, none that has the digest). */
  readonly missing: readonly SumLine[];
}

/**
 * A list and the files that it is about, paired once: asking for one file's verdict then costs next to
 * nothing, so that thousands of files can be told while a run is measured.
 */
export class Checklist {
  /** Lines that name the other algorithm. */
  readonly notChecked: number;
  readonly #files: number;
  /** What the lines that name a file expect of it. */
  readonly #named: readonly (readonly string[])[];
  /** Lines without a name, by their digest. */
  readonly #bare: ReadonlyMap<string, SumLine>;
  readonly #missing: readonly SumLine[];

  constructor(sums: Sums, files: readonly FileEntry[], algorithm: Algorithm) {
    const unknown = files.map(({ name }) => ({ name, digest: null }));
    const paired = verdicts(sums, unknown, algorithm);
    const digestOf = new Map(
      sums.lines.map(({ line, name, digest }) => [line, name === null ? null : digest]),
    );
    // Files of one path are told by the same first line: they share all that is expected of them.
    const byFirst = new Map<number | null, Set<string>>();
    const expected = paired.files.map(({ line }) => {
      const first = line === null ? null : (digestOf.get(line) ?? null);
      if (first === null) return new Set<string>();
      const digests = byFirst.get(line) ?? new Set([first]);
      byFirst.set(line, digests);
      return digests;
    });
    const bare = new Map<string, SumLine>();
    for (const { line, file, verdict } of paired.lines) {
      if (line.name !== null && file !== null) expected[file]?.add(line.digest);
      if (line.name === null && verdict !== 'not checked') bare.set(line.digest, line);
    }
    this.#files = files.length;
    this.#bare = bare;
    this.#named = expected.map((digests) => [...digests]);
    this.#missing = paired.lines.flatMap(({ line, verdict }) => (verdict === 'missing' ? [line] : []));
    this.notChecked = paired.lines.filter(({ verdict }) => verdict === 'not checked').length;
  }

  verdictOf(file: number, digest: string | null): Verdict {
    const named = this.#named[file] ?? [];
    const listed = named.length > 0 || this.#bare.size > 0;
    if (digest === null) return listed ? 'waits' : 'not listed';
    if (named.some((expected) => expected !== digest)) return 'differs';
    if (named.length > 0 || this.#bare.has(digest)) return 'match';
    // A digest without a name is about the only file, but says nothing of one file among several.
    return listed && this.#files === 1 ? 'differs' : 'not listed';
  }

  tally(digests: readonly (string | null)[]): Tally {
    const counts = { match: 0, waits: 0, 'not listed': 0, differs: 0 };
    const differs: number[] = [];
    const open = new Map(this.#files > 1 ? this.#bare : []);
    digests.forEach((digest, file) => {
      const verdict = this.verdictOf(file, digest);
      counts[verdict] += 1;
      if (verdict === 'differs') differs.push(file);
      if (digest !== null) open.delete(digest);
    });
    const missing = counts.waits > 0 ? this.#missing : [...this.#missing, ...open.values()];
    return { match: counts.match, waits: counts.waits, notListed: counts['not listed'], differs, missing };
  }
}
