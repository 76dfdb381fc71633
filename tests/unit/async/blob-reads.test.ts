import { afterEach, describe, expect, it } from 'vitest';
import { BlobReads } from '../../../src/async/blob-reads.ts';
import { failing } from '../../support/blobs.ts';

const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7 + (i >>> 8)) & 255);

/** A blob as older browsers have it: its stream gives pieces of its own choice only. */
function plain(blob: Blob): Blob {
  blob.stream = () => new ReadableStream();
  return blob;
}

const open: BlobReads[] = [];
function readsOf(blob: Blob): BlobReads {
  const reads = new BlobReads(blob);
  open.push(reads);
  return reads;
}

afterEach(() => {
  for (const reads of open.splice(0)) reads.close();
});

describe.each([
  ['through a byte stream', () => new Blob([bytes.slice(0, 700), bytes.slice(700)])],
  ['through slices, where there is none', () => plain(new Blob([bytes]))],
])('reading a blob %s', (_, make) => {
  it('gives its bytes, read by read', async () => {
    const reads = readsOf(make());
    expect(await reads.read({ start: 0, end: 1000 })).toEqual(bytes.slice(0, 1000));
    expect(await reads.read({ start: 1000, end: 1001 })).toEqual(bytes.slice(1000, 1001));
    expect(await reads.read({ start: 1001, end: 3000 })).toEqual(bytes.slice(1001));
  });

  it('gives fewer bytes where it ends earlier', async () => {
    const reads = readsOf(make());
    expect(await reads.read({ start: 2000, end: 5000 })).toEqual(bytes.slice(2000));
  });

  it('gives what was asked for out of order', async () => {
    const reads = readsOf(make());
    expect(await reads.read({ start: 1500, end: 1600 })).toEqual(bytes.slice(1500, 1600));
    expect(await reads.read({ start: 10, end: 20 })).toEqual(bytes.slice(10, 20));
    expect(await reads.read({ start: 20, end: 40 })).toEqual(bytes.slice(20, 40));
  });

  it('leaves the bytes of the read before alone', async () => {
    const reads = readsOf(make());
    const first = await reads.read({ start: 0, end: 1000 });
    await reads.read({ start: 1000, end: 2000 });
    expect(first).toEqual(bytes.slice(0, 1000));
  });
});

describe('reading a blob', () => {
  it('reads into the buffer of the read before the last: a long file takes no more memory than two', async () => {
    const reads = readsOf(new Blob([bytes]));
    const first = await reads.read({ start: 0, end: 1000 });
    const second = await reads.read({ start: 1000, end: 2000 });
    await reads.read({ start: 2000, end: 3000 });
    expect(first.byteLength).toBe(0);
    expect(second).toEqual(bytes.slice(1000, 2000));
  });

  it('gives its buffers to the next blob', async () => {
    const reads = readsOf(new Blob([bytes]));
    const first = await reads.read({ start: 0, end: 1000 });
    reads.close();
    await readsOf(new Blob([bytes])).read({ start: 0, end: 10 });
    expect(first.byteLength).toBe(0);
  });

  it('tells why a file can’t be read, which its stream doesn’t', async () => {
    const gone = new Blob([bytes]);
    gone.stream = failing;
    gone.slice = () => {
      const slice = new Blob();
      slice.arrayBuffer = () => Promise.reject(new DOMException('It is gone.', 'NotFoundError'));
      return slice;
    };
    await expect(readsOf(gone).read({ start: 0, end: 10 })).rejects.toThrow('It is gone.');
  });

  it('goes on by slices where only the stream failed', async () => {
    const blob = new Blob([bytes]);
    blob.stream = failing;
    expect(await readsOf(blob).read({ start: 5, end: 1000 })).toEqual(bytes.slice(5, 1000));
  });

  it('ends a read under way when it is closed, with no rejection that nobody hears', async () => {
    const reads = readsOf(new Blob([bytes]));
    const pending = reads.read({ start: 0, end: 3000 });
    reads.close();
    expect([0, 3000]).toContain((await pending).length);
  });

  it('takes a buffer of its own for more than 8 MiB at once', async () => {
    const long = new Uint8Array((8 << 20) + 5).fill(3);
    const read = await readsOf(new Blob([long])).read({ start: 0, end: long.length });
    expect(read.length).toBe(long.length);
    expect(read.at(-1)).toBe(3);
  });
});
