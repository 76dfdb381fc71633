/**
 * The files to hash, by length in bytes. The input of the whole job is all files laid end to end, in this
 * order; a part's `input` span is relative to that.
 */
export interface FilesShape {
  readonly sizes: readonly number[];
}
