import { expose, transfer, type Endpoint } from 'comlink';
import { defaultYieldName, makeYield, type Yield, type YieldName } from '../../src/async/yield.ts';
import type {
  AbortMessage,
  BatchMessage,
  CallMessage,
  ClaimReply,
  ComputeApi,
  Looped,
  PageMessage,
  PartReply,
  RunSetup,
  SharedSetup,
  WorkerMessage,
} from '../../src/pool/protocol.ts';
import type { Part } from '../../src/tasks/contract.ts';
import { closeSource } from '../../src/tasks/drive.ts';
import type { TwinTask } from '../../src/wasm/engine.ts';
import { answerOf, failureOf, movedBy } from './answer.ts';
import { Batch } from './batch.ts';
import type { Claim } from './claim.ts';
import { kernelOf } from './kernel.ts';
import { sourceOf, type Ears, type Given } from './run-part.ts';

/** Loaded when first needed, since a first visit has no use for it. */
const loadBytes = () => import('./bytes.ts');
const loadProbe = () => import('./probe.ts');
const loadClaim = () => import('./claim.ts');
const loadDocument = () => import('./document.ts');

/** A worker's side of the pool: answers calls, runs parts one after the other, hears aborts. */
export class ComputeHost {
  /** Runs are numbered upwards: everything up to this one has been aborted. */
  #abortedUpTo = -1;
  /** Of this run, the parts after one of them. */
  #cut: Omit<AbortMessage, 'type'> = { runId: -1, after: 0 };
  /** Of the batches that come next. */
  #run: { readonly setup: RunSetup; readonly kernel: Promise<TwinTask>; readonly ears: Ears } | null = null;
  #lastRead = 0;
  #tail: Promise<unknown> = Promise.resolve();
  readonly #yield: Yield;
  readonly #wire: Endpoint;
  readonly #holdLock: (name: string) => Promise<void>;

  /** Made while the worker's script first runs: what was sent before is only kept until then. */
  constructor(wire: Endpoint, holdLock: (name: string) => Promise<void>) {
    this.#wire = wire;
    this.#holdLock = holdLock;
    this.#yield = makeYield(defaultYieldName()) ?? (() => Promise.resolve());
    wire.addEventListener('message', (event) => {
      this.#hear((event as MessageEvent<PageMessage | CallMessage>).data);
    });
    // Whoever sent it waits for an answer that nobody can give.
    wire.addEventListener('messageerror', () => {
      this.fault('it could not read what it was sent');
    });
    expose(this.#api, wire);
  }

  readonly #api: ComputeApi = {
    connect: async (lock) => {
      if (lock !== null) await this.#holdLock(lock);
    },
    clock: () => Promise.resolve(performance.now()),
    part: (setup, part, from, earlier = []) => {
      const given = { part, source: sourceOf(from), earlier };
      return this.#queue(() => this.#part(setup, given));
    },
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

  #post(message: WorkerMessage, moved: ArrayBuffer[] = []): void {
    this.#wire.postMessage(message, moved);
  }

  #hear(message: PageMessage | CallMessage): void {
    if (message.type === 'batch') this.#batch(message);
    else if (message.type === 'abort') this.#abort(message);
  }

  #abort(asked: AbortMessage): void {
    if (asked.after >= 0) this.#cut = asked;
    else this.#abortedUpTo = Math.max(this.#abortedUpTo, asked.runId);
  }

  #batch(message: BatchMessage): void {
    if (message.setup !== null) this.#begin(message.setup);
    if (this.#run === null) {
      this.fault('parts came without their set-up');
      return;
    }
    const { setup, kernel, ears } = this.#run;
    const batch = new Batch(message, setup, ears, {
      tell: (reply, moved) => {
        this.#post(reply, moved);
      },
      now: () => performance.now(),
    });
    void this.#queue(() => batch.run(kernel));
  }

  #begin(setup: RunSetup): void {
    const kernel = kernelOf(setup, null);
    // The batches hear of it.
    kernel.catch(() => undefined);
    this.#run = { setup, kernel, ears: this.#earsOf(setup) };
  }

  #earsOf({ runId }: RunSetup): Ears {
    return {
      aborted: (part) => this.#aborted(runId, part),
      breathe: this.#yield,
      read: (part, bytes) => {
        this.#tellRead(runId, part, bytes);
      },
    };
  }

  /** The pool keeps two batches in flight; they wait here, so that one part runs at a time. */
  #queue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(work);
    this.#tail = next.catch(() => undefined);
    return next;
  }

  async #loop(setup: RunSetup, part: Part, turn: YieldName): Promise<Looped> {
    const start = performance.now();
    const given = { part, source: sourceOf(null), earlier: [] };
    const reply = await this.#part(setup, given, makeYield(turn) ?? this.#yield);
    if (!reply.ok && !reply.aborted) throw new Error(reply.message);
    return { done: reply.ok, start, end: performance.now() };
  }

  async #part(setup: RunSetup, given: Given, breathe = this.#yield): Promise<PartReply> {
    const ears = { ...this.#earsOf(setup), breathe };
    try {
      const reply = await answerOf(await kernelOf(setup, null), setup, given, ears);
      return transfer(reply, movedBy(reply));
    } catch (error) {
      // The kernel could not be loaded.
      return failureOf(error, given.part.index);
    } finally {
      closeSource(given.source);
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
    let claim: Claim | null = null;
    try {
      const loaded = await loadClaim();
      claim = new loaded.Claim(setup, (times) => {
        this.#post({ type: 'parts', runId: setup.runId, times });
      });
      return { ok: true, times: await claim.run() };
    } catch (error) {
      return failureOf(error, claim?.current ?? -1);
    }
  }
}
