import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Digests, type DigestFeed } from '../../../src/lab/files/digests.svelte.ts';
import type { Prepared } from '../../../src/lab/input/prepare.ts';
import type { PartListener } from '../../../src/lab/lab.svelte.ts';
import type { FilesInput } from '../../../src/lab/model/input.ts';
import type { Job } from '../../../src/strategies/contract.ts';
import { mandelbrot } from '../../../src/tasks/mandelbrot/mandelbrot.ts';
import { hash } from '../../../src/tasks/hash/hash.ts';
import type { Algorithm } from '../../../src/tasks/hash/part.ts';

/** Above the size that groups files, so that each file is a part. */
const SIZE = 2 << 20;

class FakeLab implements DigestFeed {
  input: { prepared: Prepared | null } = { prepared: null };
  listener: PartListener = () => undefined;

  onPart(listener: PartListener): () => void {
    this.listener = listener;
    return () => undefined;
  }

  /** Makes files ready, the very same ones unless told to take others. */
  prepare(algorithm: Algorithm, of: FilesInput = inputOf(3)): FilesInput {
    const [params, shape] = [{ algorithm }, { sizes: of.files.map(({ size }) => size) }];
    const draft = { task: hash, params, shape, plan: hash.plan(params, shape), source: of.source };
    this.input.prepared = { input: of, draft, params: { algorithm }, forecastMs: null };
    return of;
  }

  run(): Job {
    if (this.input.prepared === null) throw new Error('Nothing is prepared.');
    const { draft } = this.input.prepared;
    return { ...draft, output: new ArrayBuffer(draft.plan.outputBytes) };
  }

  end(job: Job, index: number, byte: number): void {
    const part = job.plan.parts[index];
    if (part === undefined) throw new Error('There is no such part.');
    new Uint8Array(job.output, part.output.start, 32).fill(byte);
    this.listener({ part, thread: 0, start: 0, end: 1 }, job);
  }
}

function inputOf(count: number): FilesInput {
  const files = Array.from({ length: count }, (_, i) => ({ name: `f${i}`, size: SIZE }));
  return { kind: 'files', sample: true, files, totalBytes: count * SIZE, source: { kind: 'none' } };
}

const hex = (byte: string): string => byte.repeat(32);

describe('digests of a run', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('arrive together, not one by one, and outlive the output that is cleared', () => {
    const lab = new FakeLab();
    lab.prepare('sha256');
    const digests = new Digests(lab);
    const job = lab.run();
    lab.end(job, 2, 0xab);
    lab.end(job, 0, 0xcd);
    new Uint8Array(job.output).fill(0);
    expect(digests.known).toBe(0);
    vi.runAllTimers();
    expect(digests.all).toEqual([hex('cd'), null, hex('ab')]);
    expect(digests.known).toBe(2);
    expect(digests.of(2)).toBe(hex('ab'));
  });

  it('stay through the next run of the same files, and are told anew by it', () => {
    const lab = new FakeLab();
    lab.prepare('sha256');
    const digests = new Digests(lab);
    lab.end(lab.run(), 0, 0x11);
    vi.runAllTimers();
    const second = lab.run();
    lab.end(second, 1, 0x22);
    vi.runAllTimers();
    expect(digests.all).toEqual([hex('11'), hex('22'), null]);
    lab.end(second, 0, 0x33);
    vi.runAllTimers();
    expect(digests.of(0)).toBe(hex('33'));
    expect(digests.known).toBe(2);
  });

  it('are gone with other files or another algorithm', () => {
    const lab = new FakeLab();
    const files = lab.prepare('sha256');
    const digests = new Digests(lab);
    lab.end(lab.run(), 0, 0x11);
    vi.runAllTimers();
    lab.prepare('sha256', files);
    expect(digests.known).toBe(1);
    lab.prepare('blake3', files);
    expect(digests.all).toEqual([null, null, null]);
    lab.prepare('sha256', inputOf(2));
    expect(digests.all).toEqual([null, null]);
    expect(digests.of(0)).toBeNull();
  });

  it('come of other tasks’ parts never', () => {
    const lab = new FakeLab();
    lab.prepare('sha256');
    const digests = new Digests(lab);
    lab.end({ ...lab.run(), task: mandelbrot }, 0, 0x11);
    vi.runAllTimers();
    expect(digests.known).toBe(0);
  });
});
