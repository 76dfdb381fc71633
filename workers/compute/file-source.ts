import { BlobReads } from '../../src/async/blob-reads.ts';
import type { AsyncSource } from '../../src/tasks/drive.ts';
import { ReadAhead } from '../../src/tasks/read-ahead.ts';

/** A file that is read piece by piece, the first one from now on. */
export function openFile(blob: Blob): AsyncSource {
  const ahead = new ReadAhead(new BlobReads(blob), blob.size);
  ahead.begin();
  return ahead;
}
