import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/tasks/contract.ts';
import { READ_BYTES, ReadAhead } from '../../../src/tasks/read-ahead.ts';

/** A file of so many bytes that remembers what was read of it. */
function fileOf(size: number) {
  const reads: Span[] = [];
  const read = (span: Span): Promise<Uint8Array> => {
    reads.push(span);
    return Promise.resolve(new Uint8Array(span.end - span.start).fill(span.start));
  };
  return { reads, source: new ReadAhead({ read, close: () => undefined }, size) };
}

const span = (start: number, end: number): Span => ({ start, end });

describe('reading ahead', () => {
  it('starts the next read when one has come, and gives what it read', async () => {
    const { reads, source } = fileOf(10);
    expect(await source.read(span(0, 4))).toEqual(new Uint8Array(4).fill(0));
    expect(reads).toEqual([span(0, 4), span(4, 8)]);
    expect(await source.read(span(4, 8))).toEqual(new Uint8Array(4).fill(4));
    expect(reads).toEqual([span(0, 4), span(4, 8), span(8, 10)]);
    expect(await source.read(span(8, 10))).toEqual(new Uint8Array(2).fill(8));
    expect(reads).toHaveLength(3);
  });

  it('reads again what it guessed wrong', async () => {
    const { reads, source } = fileOf(10);
    await source.read(span(0, 4));
    expect(await source.read(span(6, 9))).toEqual(new Uint8Array(3).fill(6));
    expect(reads).toEqual([span(0, 4), span(4, 8), span(6, 9), span(9, 10)]);
  });

  it('reads one at a time, also where it guessed wrong', async () => {
    const open = new Set<Span>();
    let most = 0;
    const read = async (span: Span): Promise<Uint8Array> => {
      most = Math.max(most, open.add(span).size);
      await new Promise((resolve) => setTimeout(resolve, 1));
      open.delete(span);
      return new Uint8Array(span.end - span.start);
    };
    const source = new ReadAhead({ read, close: () => undefined }, 10);
    await source.read(span(0, 4));
    await source.read(span(6, 9));
    await source.read(span(9, 10));
    expect(most).toBe(1);
  });

  it('begins with the first read, as long as kernels ask for', async () => {
    const { reads, source } = fileOf(READ_BYTES + 1);
    source.begin();
    expect(reads).toEqual([span(0, READ_BYTES)]);
    await source.read(span(0, READ_BYTES));
    expect(reads).toEqual([span(0, READ_BYTES), span(READ_BYTES, READ_BYTES + 1)]);
  });

  it('of an empty file reads nothing ahead', () => {
    const { reads, source } = fileOf(0);
    source.begin();
    expect(reads).toEqual([]);
  });

  it('tells a failure to whoever asks for the bytes, and to nobody else', async () => {
    const read = () => Promise.reject<Uint8Array>(new Error('gone'));
    const fails = new ReadAhead({ read, close: () => undefined }, 10);
    fails.begin();
    await expect(fails.read(span(0, 10))).rejects.toThrow('gone');
  });
});
