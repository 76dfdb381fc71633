import { isAbort } from '../../async/abort.ts';
import { entryOf, type InputKind } from '../model/catalog.ts';
import { InputError } from '../model/input.ts';
import type { Options } from '../model/options.ts';
import type { Preparer, Prepared } from './prepare.ts';

export type InputStatus =
  | { readonly status: 'loading'; readonly name: string }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly title: string; readonly sentence: string };

/** The input that is ready to run, and what is being made ready. A failure keeps what was there before. */
export class PreparedInput {
  #status = $state.raw<InputStatus>({ status: 'ready' });
  #prepared = $state.raw<Prepared | null>(null);
  /** The person's own files, by what they are for: a picture stays while files are hashed. */
  readonly #files: Partial<Record<InputKind, readonly File[]>> = {};
  #controller = new AbortController();
  #work: Promise<void> = Promise.resolve();
  readonly #preparer: Preparer;

  constructor(preparer: Preparer) {
    this.#preparer = preparer;
  }

  get status(): InputStatus {
    return this.#status;
  }

  get prepared(): Prepared | null {
    return this.#prepared;
  }

  /** Resolves when nothing is being prepared any more. */
  async settled(): Promise<void> {
    for (let work: Promise<void> | null = null; work !== this.#work;) {
      work = this.#work;
      await work;
    }
  }

  /** Prepares anew; what was being prepared is dropped. `files` undefined: the same ones again. */
  prepare(options: Options, chosen?: readonly File[]): Promise<void> {
    const kind = entryOf(options.task).input;
    const files = chosen ?? this.#files[kind] ?? [];
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#status = { status: 'loading', name: nameOf(files) };
    this.#work = this.#run(options, kind, files);
    return this.#work;
  }

  /** Stops what is being prepared; what was there before stays. */
  cancel(): void {
    this.#controller.abort();
    if (this.#status.status === 'loading') this.#status = { status: 'ready' };
  }

  /** Puts an error away. */
  dismiss(): void {
    this.#status = { status: 'ready' };
  }

  async #run(options: Options, kind: InputKind, files: readonly File[]): Promise<void> {
    const { signal } = this.#controller;
    try {
      const prepared = await this.#preparer.prepare(options, files, signal, (trial) => {
        // Something to see at once; the real one follows.
        if (!signal.aborted && this.#prepared?.input.kind !== 'picture') this.#prepared = trial;
      });
      if (signal.aborted) return;
      this.#prepared = prepared;
      this.#files[kind] = files;
      this.#status = { status: 'ready' };
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      this.#status = { status: 'failed', ...describe(error) };
    }
  }
}

function nameOf(files: readonly File[]): string {
  const [first] = files;
  if (first === undefined) return 'the sample';
  return files.length === 1 ? first.name : `${String(files.length)} files`;
}

export function describe(error: unknown): { title: string; sentence: string } {
  if (error instanceof InputError) return { title: error.title, sentence: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { title: 'This could not be prepared', sentence: message };
}
