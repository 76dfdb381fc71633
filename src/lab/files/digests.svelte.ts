import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import { DigestProgress, type FileDigest } from '../../tasks/hash/digests.ts';
import type { HashParams, HashPart } from '../../tasks/hash/part.ts';
import type { Plan } from '../../tasks/contract.ts';
import type { Prepared } from '../input/prepare.ts';
import type { PartListener } from '../lab.svelte.ts';
import type { FilesInput } from '../model/input.ts';

/** What the digests need of the lab. */
export interface DigestFeed {
  readonly input: { readonly prepared: Prepared | null };
  onPart(listener: PartListener): () => void;
}

/** A file's digest as one row shows it: only this row hears when it changes. */
class DigestCell {
  digest = $state.raw<string | null>(null);
}

/** Between two looks at what has arrived, in ms … */
const FLUSH_MS = 100;
/** … and more where there are many files: to count them all over takes a moment. */
const FILES_PER_MS = 100;
/** What one look may cost, in ms, and when the next one follows where it wasn't enough. */
const BUDGET_MS = 4;
const NEXT_MS = 30;

/** The run that digests are taken from: its job, and the parts that have ended since the last flush. */
interface Source {
  readonly job: Job;
  readonly progress: DigestProgress;
  /** The output as far as it is known: the job's own is cleared between runs. */
  readonly copy: Uint8Array;
  readonly ended: number[];
  /** How many of them have been told. */
  told: number;
}

/**
 * The digests of the files that are ready to be hashed, as runs tell them. They stay from run to run, until
 * other files or the other algorithm are chosen. While a run is measured, a part costs a copy of 32 bytes a
 * file; text is made of it ten times a second at most.
 */
export class Digests {
  readonly #feed: DigestFeed;
  /** Which input and which params the digests are of. */
  #of = $state.raw<Prepared | null>(null);
  #digests: (string | null)[] = [];
  #known = $state.raw(0);
  #version = $state.raw(0);
  #cells: readonly DigestCell[] = [];
  #source: Source | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(feed: DigestFeed) {
    this.#feed = feed;
    feed.onPart((done, job) => {
      if (job.task.id === 'hash') this.#partDone(done, job);
    });
  }

  /** One a file, `null` where it isn't known yet. The same array is filled as digests arrive. */
  get all(): readonly (string | null)[] {
    const version = this.#version;
    return version >= 0 && this.#current ? this.#digests : this.#none();
  }

  /** How many are known. */
  get known(): number {
    const known = this.#known;
    return this.#current ? known : 0;
  }

  /** One file's; whoever asks hears only of this one. */
  of(file: number): string | null {
    return this.#current ? (this.#cells[file]?.digest ?? null) : null;
  }

  /** Whether the digests are those of what is prepared now. */
  get #current(): boolean {
    return same(this.#of, this.#feed.input.prepared);
  }

  #none(): readonly null[] {
    const input = filesOf(this.#feed.input.prepared);
    return Array.from({ length: input?.files.length ?? 0 }, () => null);
  }

  #partDone({ part }: PartDone, job: Job): void {
    const source = this.#source?.job === job ? this.#source : this.#begin(job);
    source.copy.set(partOutput(job, part), part.output.start);
    source.ended.push(part.index);
    this.#later(Math.max(FLUSH_MS, this.#digests.length / FILES_PER_MS));
  }

  /** A run has begun: digests of the same files are kept until they are told anew. */
  #begin(job: Job): Source {
    this.#flush();
    const { prepared } = this.#feed.input;
    if (!same(this.#of, prepared)) {
      this.#digests = [...this.#none()];
      // Here and not when first asked for: state that a derived value makes itself doesn't wake it up.
      this.#cells = this.#digests.map(() => new DigestCell());
      this.#known = 0;
    }
    this.#of = prepared;
    // The job is the hash task's (see the constructor), so its plan is of its parts.
    const progress = new DigestProgress(job.plan as Plan<HashPart>);
    this.#source = { job, progress, copy: new Uint8Array(job.plan.outputBytes), ended: [], told: 0 };
    return this.#source;
  }

  /** Makes text of what has arrived, for as long as a frame can spare, and goes on in the next one. */
  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const source = this.#source;
    if (source === null) return;
    const until = performance.now() + BUDGET_MS;
    while (source.told < source.ended.length && performance.now() < until) this.#tellNext(source);
    if (source.told < source.ended.length) this.#later(NEXT_MS);
    this.#version += 1;
  }

  #tellNext(source: Source): void {
    const { job, progress, copy, ended } = source;
    const index = ended[source.told] as number;
    source.told += 1;
    const { start, end } = job.plan.parts[index]?.output ?? { start: 0, end: 0 };
    for (const found of progress.partDone(index, copy.subarray(start, end))) this.#tell(found);
  }

  #later(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, ms);
  }

  #tell({ file, digest }: FileDigest): void {
    if (this.#digests[file] === null) this.#known += 1;
    this.#digests[file] = digest;
    const cell = this.#cells[file];
    if (cell !== undefined) cell.digest = digest;
  }
}

export function filesOf(prepared: Prepared | null): FilesInput | null {
  return prepared?.input.kind === 'files' ? prepared.input : null;
}

export function paramsOf(prepared: Prepared | null): HashParams | null {
  return prepared?.draft.task.id === 'hash' ? (prepared.draft.params as HashParams) : null;
}

/** The same files and the same algorithm: their digests are the same. */
function same(a: Prepared | null, b: Prepared | null): boolean {
  if (a === b) return true;
  return filesOf(a) === filesOf(b) && paramsOf(a)?.algorithm === paramsOf(b)?.algorithm;
}
