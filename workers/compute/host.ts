import { transfer } from 'comlink';
import { abortError } from '../../src/async/abort.ts';
import { defaultYieldName, makeYield, type Yield, type YieldName } from '../../src/async/yield.ts';
import type {
  AbortMessage,
  ClaimReply,
  ComputeApi,
  Failure,
  Looped,
  PartReply,
  RunSetup,
  SharedSetup,
  WorkerMessage,
} from '../../src/pool/protocol.ts';
import type { Part } from '../../src/tasks/contract.ts';
import { Claim } from './claim.ts';
import { runPart, type Given } from './run-part.ts';

function failure(error: unknown, part: number): Failure {
  const known = error instanceof Error ? error : new Error(String(error));
  return { ok: false, aborted: known.name === 'AbortError', part, name: known.name, message: known.message };
}

/** Loaded when first needed: the fingerprint's kernel weighs more than the rest of this worker. */
const loadBytes = () => import('./bytes.ts');
const loadProbe = () => import('./probe.ts');
const loadDocument = () => import('./document.ts');

/** A worker's side of the pool: runs parts one after the other, hears aborts over its own port. */
export class ComputeHost {
  #control: MessagePort | null = null;
  /** Runs are numbered upwards: everything up to this one has been aborted. */
  #abortedUpTo = -1;
  /** Of this run, the parts after one of them. */
  #cut: Omit<AbortMessage, 'type'> = { runId: -1, after: 0 };
  #lastRead = 0;
  #tail: Promise<unknown> = Promise.resolve();
  readonly #yield: Yield;
  readonly #holdLock: (name: string) => Promise<void>;

  constructor(holdLock: (name: string) => Promise<void>) {
    this.#holdLock = holdLock;
    this.#yield = makeYield(defaultYieldName()) ?? (() => Promise.resolve());
  }

  readonly api: ComputeApi = {
    connect: async (control, lock) => {
      this.#control = control;
      control.onmessage = ({ data }: MessageEvent<AbortMessage>) => {
        if (data.after >= 0) this.#cut = data;
        else this.#abortedUpTo = Math.max(this.#abortedUpTo, data.runId);
      };
      if (lock !== null) await this.#holdLock(lock);
    },
    clock: () => Promise.resolve(performance.now()),
    part: (setup, part, source, earlier) =>
      this.#queue(() => this.#part(setup, part, { source, earlier: earlier ?? [] })),
    claim: (setup) => this.#queue(() => this.#claim(setup)),
    fingerprint: (bytes, of, clear) =>
      this.#queue(async () => (await loadBytes()).fingerprint(bytes, of, clear)),
    copy: (from, bytes, to, at) => this.#queue(async () => (await loadBytes()).copy(from, bytes, to, at)),
    gather: (blob, shared) => this.#queue(async () => (await loadBytes()).gather(blob, shared)),
    noise: (length, seed, shared) => this.#queue(async () => (await loadBytes()).noise(length, seed, shared)),
    document: (length, seed, shared) =>
      this.#queue(async () => (await loadDocument()).makeDocument(length, seed, shared)),
    sendHome: (source, port) => this.#queue(async () => (await loadDocument()).sendHome(source, port)),
    has: async (names) => (await loadProbe()).has(names),
    receive: () => Promise.resolve(performance.now()),
    add: async (memory, times, how) => (await loadProbe()).add(memory, times, how),
    loop: (setup, part, turn) => this.#queue(() => this.#loop(setup, part, turn)),
  };

  fault(message: string): void {
    this.#post({ type: 'fault', message });
  }

  closing(): void {
    this.#post({ type: 'closing' });
  }

  #post(message: WorkerMessage): void {
    this.#control?.postMessage(message);
  }

  /** The pool keeps two parts in flight; they wait here, so that one part runs at a time. */
  #queue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(work);
    this.#tail = next.catch(() => undefined);
    return next;
  }

  async #loop(setup: RunSetup, part: Part, turn: YieldName): Promise<Looped> {
    const start = performance.now();
    const nothing = { source: null, earlier: [] };
    const reply = await this.#part(setup, part, nothing, makeYield(turn) ?? this.#yield);
    if (!reply.ok && !reply.aborted) throw new Error(reply.message);
    return { done: reply.ok, start, end: performance.now() };
  }

  async #part(setup: RunSetup, part: Part, given: Given, breathe = this.#yield): Promise<PartReply> {
    try {
      const { output, time, ended } = await runPart(setup, part, given, {
        aborted: () => this.#aborted(setup.runId, part.index),
        breathe,
        read: (bytes) => {
          this.#tellRead(setup.runId, part.index, bytes);
        },
      });
      if (ended) return transfer({ ok: true, output, time }, [output]);
      return transfer({ ...failure(abortError(), part.index), left: { output, time } }, [output]);
    } catch (error) {
      return failure(error, part.index);
    }
  }

  #aborted(runId: number, part: number): boolean {
    return runId <= this.#abortedUpTo || (runId === this.#cut.runId && part > this.#cut.after);
  }

  /** At most every 100 ms: the page draws a progress bar from it. */
  #tellRead(runId: number, part: number, bytes: number): void {
    const now = performance.now();
    if (now - this.#lastRead < 100) return;
    this.#lastRead = now;
    this.#post({ type: 'read', runId, part, bytes });
  }

  async #claim(setup: SharedSetup): Promise<ClaimReply> {
    const claim = new Claim(setup, (times) => {
      this.#post({ type: 'parts', runId: setup.runId, times });
    });
    try {
      return { ok: true, times: await claim.run() };
    } catch (error) {
      return failure(error, claim.current);
    }
  }
}
