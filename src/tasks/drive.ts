import type { Part, Span, Steps, Task } from './contract.ts';

/** Bytes that must be awaited: a file that is read as it is needed. Offsets are relative to the part. */
export interface AsyncSource {
  /** The bytes are good until the next but one is asked for. */
  read(span: Span): Promise<Uint8Array>;
  /** Nobody reads any more; what was read may be overwritten. */
  close(): void;
}

/** A part's input: in memory, or behind an asynchronous read. */
export type Source = Uint8Array | AsyncSource;

/** Lets go of a source that was, or never came to be, driven. */
export function closeSource(source: Source): void {
  if (!(source instanceof Uint8Array)) source.close();
}

const NOTHING = new Uint8Array(0);

/** What a part reads of the output, as views of it; nothing for most tasks. */
export function earlierOf(
  { task, params, shape }: { readonly task: Task; readonly params: unknown; readonly shape: unknown },
  part: Part,
  output: Uint8Array,
): readonly Uint8Array[] {
  const spans = task.earlier?.(part, output, params, shape) ?? [];
  return spans.map(({ start, end }) => output.subarray(start, end));
}

/**
 * Drives one part's steps over its source. `step()` does one step and returns `true` when the part is done,
 * `false` when there is more, or, where bytes have to be read first, a promise of `false` for just that read.
 */
export class PartDriver {
  readonly #steps: Steps;
  readonly #source: Source;
  #wanted: Span | undefined;
  #bytes: Uint8Array = NOTHING;
  #bytesRead = 0;

  constructor(steps: Steps, source: Source) {
    this.#steps = steps;
    this.#source = source;
  }

  /** Bytes of the part's input that were asked for so far: how far a long part has come. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  step(): boolean | Promise<false> {
    const wanted = this.#wanted;
    if (wanted !== undefined) {
      this.#wanted = undefined;
      this.#bytesRead += wanted.end - wanted.start;
      if (!(this.#source instanceof Uint8Array)) return this.#read(this.#source, wanted);
      this.#bytes = this.#source.subarray(wanted.start, wanted.end);
    }
    const result = this.#steps.next(this.#bytes);
    this.#bytes = NOTHING;
    if (result.done === true) return true;
    this.#wanted = result.value;
    return false;
  }

  /** Lets go of what the part holds, whether it came to its end or not. */
  close(): void {
    this.#steps.return();
    closeSource(this.#source);
  }

  async #read(source: AsyncSource, wanted: Span): Promise<false> {
    this.#bytes = await source.read(wanted);
    return false;
  }
}
