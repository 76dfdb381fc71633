import { Caller, type WorkerLink } from './caller.ts';
import type {
  BatchMessage,
  CallMessage,
  ComputeApi,
  PageMessage,
  RunMessage,
  RunSetup,
  WorkerMessage,
} from './protocol.ts';

export type Spawn = (index: number) => WorkerLink;

export type RunListener = (message: RunMessage) => void;

const CLOCK_TRIPS = 5;

/**
 * A compute worker: its calls, its clock, and messages beside Comlink's for batches of parts, aborts and progress. All
 * take the worker's own channel, so that all come in order; a `MessagePort` takes a tenth longer in Chromium (measured).
 */
export class Slot {
  /** From 1. */
  readonly index: number;
  /** The worker's clock minus the page's, in ms. */
  clockOffset = 0;
  readonly #listeners = new Map<number, RunListener>();
  readonly #link: WorkerLink;
  readonly #caller: Caller<ComputeApi>;
  /** The run whose set-up the worker knows. */
  #knownRun = -1;

  constructor(index: number, spawn: Spawn, onGone: (slot: Slot, reason: string) => void) {
    this.index = index;
    this.#link = spawn(index);
    const { endpoint } = this.#link;
    const hear = (event: Event): void => {
      this.#hear((event as MessageEvent<WorkerMessage | CallMessage>).data);
    };
    endpoint.addEventListener('message', hear);
    this.#caller = new Caller(`Worker ${String(index)}`, this.#link, (reason) => {
      this.#listeners.clear();
      endpoint.removeEventListener('message', hear);
      onGone(this, reason);
    });
  }

  get dead(): boolean {
    return this.#caller.dead;
  }

  get busy(): boolean {
    return this.#caller.busy;
  }

  /** The first call; then compares clocks. */
  async connect(now: () => number, limitMs: number): Promise<void> {
    const timer = setTimeout(() => {
      this.kill(`it did not answer within ${String(limitMs / 1000)} seconds`);
    }, limitMs);
    try {
      await this.call((api) => api.connect(this.#link.lock));
      this.#link.watch();
      await this.#compareClocks(now);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Takes the worker's clock at the middle of the quickest of some round trips (Cristian 1989,
   * https://doi.org/10.1007/BF01784024): the first call's would hold the worker's whole start-up.
   */
  async #compareClocks(now: () => number): Promise<void> {
    let quickest = Infinity;
    for (let i = 0; i < CLOCK_TRIPS; i += 1) {
      const sent = now();
      const theirs = await this.call((api) => api.clock());
      const trip = now() - sent;
      if (trip >= quickest) continue;
      quickest = trip;
      this.clockOffset = theirs - (sent + trip / 2);
    }
  }

  /** Calls the worker; rejects with a WorkerDiedError when it dies instead of answering. */
  call<T>(run: (api: ComputeApi) => Promise<T>): Promise<T> {
    return this.#caller.call(run);
  }

  /** What the worker tells of a run. */
  listen(runId: number, listener: RunListener): void {
    this.#listeners.set(runId, listener);
  }

  unlisten(runId: number): void {
    this.#listeners.delete(runId);
  }

  /** As `Caller.hold`: for batches, which are no calls. */
  hold(onDeath: (error: Error) => void): void {
    this.#caller.hold(onDeath);
  }

  release(onDeath: (error: Error) => void): void {
    this.#caller.release(onDeath);
  }

  /**
   * Hands over parts of a run; `moved` goes with them. The answers come to the run's listener. Beside Comlink, whose
   * bookkeeping for each call costs about as much as a message.
   */
  send(
    setup: RunSetup,
    batch: Pick<BatchMessage, 'parts' | 'sources' | 'earlier'>,
    moved: Transferable[],
  ): void {
    const { runId } = setup;
    const { parts, sources, earlier } = batch;
    const news = this.#knownRun === runId ? null : setup;
    this.#post({ type: 'batch', runId, setup: news, parts, sources, earlier }, moved);
    this.#knownRun = runId;
  }

  /** Asks the worker to stop a run between two steps, or only its parts after one of them. */
  abort(runId: number, after = -1): void {
    this.#post({ type: 'abort', runId, after });
  }

  /** Ends the worker for good; whatever it held is rejected. */
  kill(reason: string): void {
    this.#caller.die(reason);
  }

  #post(message: PageMessage, moved: Transferable[] = []): void {
    this.#link.endpoint.postMessage(message, moved);
  }

  #hear(message: WorkerMessage | CallMessage): void {
    if (message.type === 'fault') this.kill(message.message);
    else if (message.type === 'closing') this.kill('it closed itself');
    else if ('runId' in message) this.#listeners.get(message.runId)?.(message);
  }
}
