import type { RunSource } from '../../strategies/contract.ts';

/** A picture, decoded to RGBA. */
export interface PictureInput {
  readonly kind: 'picture';
  readonly name: string;
  readonly sample: boolean;
  readonly width: number;
  readonly height: number;
  readonly pixels: ArrayBuffer | SharedArrayBuffer;
  readonly preview: ImageBitmap;
  /** A sentence to say with it: that it was scaled down. */
  readonly note: string | null;
}

export interface FileEntry {
  /** Path as chosen, `/` between folders. */
  readonly name: string;
  readonly size: number;
}

/** Files, in memory where they are few bytes, else read as they are needed. */
export interface FilesInput {
  readonly kind: 'files';
  readonly sample: boolean;
  readonly files: readonly FileEntry[];
  readonly totalBytes: number;
  readonly source: RunSource;
}

export interface PhotoEntry {
  /** Path as chosen, `/` between folders. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Small. */
  readonly preview: ImageBitmap;
}

/** A file that is no photo, or none that can be used. */
export interface PhotoProblem {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
}

/** Many photos. A run works on those that fit into memory together; saving works on all the files, a few at a time. */
export interface PhotosInput {
  readonly kind: 'photos';
  readonly sample: boolean;
  /** Those that were decoded, in the order of their pixels. */
  readonly photos: readonly PhotoEntry[];
  readonly problems: readonly PhotoProblem[];
  /** All that were chosen. */
  readonly files: readonly File[];
  readonly totalBytes: number;
  readonly source: RunSource;
}

/** The task makes its own work. */
export interface NoInput {
  readonly kind: 'none';
}

/** Bytes in memory whose meaning only the task and its own panel know. */
export interface DataInput {
  readonly kind: 'data';
  readonly sample: boolean;
  /** As sentences call it: "64 candidates". */
  readonly name: string;
  readonly totalBytes: number;
  /** What the task knows of it before it reads it: plain data. */
  readonly shape: unknown;
  readonly source: RunSource;
}

export type LabInput = PictureInput | FilesInput | PhotosInput | DataInput | NoInput;

/** Input that could not be used: a heading and one sentence, both to be shown as they are. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    readonly title: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

export function unreadable(name: string): InputError {
  return new InputError(
    `${name} could not be read`,
    'It was moved, changed or deleted after you chose it, or this browser may not read it. Choose it again.',
  );
}
