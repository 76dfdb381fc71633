import type { Part, Span } from '../contract.ts';

/** Names of the algorithms, the default first. */
export const ALGORITHMS = ['sha256', 'blake3'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface HashParams {
  readonly algorithm: Algorithm;
}

/** A run of whole files, one after the other. Its output is their digests in the same order, 32 bytes each. */
export interface FilesPart extends Part {
  readonly kind: 'files';
  /** Index of the first file in the shape. */
  readonly firstFile: number;
  /** Where each file lies in the part's input; they follow each other without gaps. */
  readonly files: readonly Span[];
}

/** One of several pieces of a file (BLAKE3 only). Its output is the piece's chaining value, 32 bytes. */
export interface PiecePart extends Part {
  readonly kind: 'piece';
  /** Index of the file in the shape. */
  readonly file: number;
  /** Which piece of the file this is, from 0, and of how many. */
  readonly piece: number;
  readonly pieces: number;
  /** Where the piece starts in its file, in chunks of 1024 bytes. */
  readonly firstChunk: number;
}

export type HashPart = FilesPart | PiecePart;
