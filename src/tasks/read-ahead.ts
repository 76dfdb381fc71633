import type { Span } from './contract.ts';
import type { AsyncSource } from './drive.ts';

/** Kernels ask for as much of a file at a time, from its start to its end; the last read is shorter. */
export const READ_BYTES = 8 << 20;

interface Guess {
  readonly span: Span;
  readonly bytes: Promise<Uint8Array>;
}

/**
 * Reads ahead: while a kernel works on what it was given, what it will ask for next is on its way. No more than one
 * read is ahead, so that a part holds two at most.
 */
export class ReadAhead implements AsyncSource {
  readonly #source: AsyncSource;
  readonly #size: number;
  #guess: Guess | null = null;

  /** `size`: of the part's input, in bytes. */
  constructor(source: AsyncSource, size: number) {
    this.#source = source;
    this.#size = size;
  }

  /** Starts the first read before it is asked for: another part may still be at work. */
  begin(): void {
    this.#ahead(0, READ_BYTES);
  }

  async read(span: Span): Promise<Uint8Array> {
    const guess = this.#guess;
    this.#guess = null;
    const known = guess?.span.start === span.start && guess.span.end === span.end;
    const bytes = await (known ? guess.bytes : this.#readAfter(guess, span));
    this.#ahead(span.end, span.end - span.start);
    return bytes;
  }

  /** One read at a time: what was guessed wrong comes first, whatever becomes of it. */
  async #readAfter(wrong: Guess | null, span: Span): Promise<Uint8Array> {
    await wrong?.bytes.catch(() => undefined);
    return this.#source.read(span);
  }

  close(): void {
    this.#guess = null;
    this.#source.close();
  }

  #ahead(start: number, length: number): void {
    const span = { start, end: Math.min(start + length, this.#size) };
    if (span.end <= span.start) return;
    const bytes = this.#source.read(span);
    // Whoever asks for it hears of a failure; after an abort nobody does.
    bytes.catch(() => undefined);
    this.#guess = { span, bytes };
  }
}
