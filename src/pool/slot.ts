import { releaseProxy, transfer, wrap, type Endpoint, type Remote } from 'comlink';
import { WorkerDiedError } from './errors.ts';
import type { AbortMessage, ComputeApi, WorkerMessage } from './protocol.ts';

/** One worker as the pool sees it: an endpoint to call, a way to hear of its death, a way to end it. */
export interface WorkerLink {
  readonly endpoint: Endpoint;
  /** Name of a Web Lock that the worker holds while it lives, or `null` where there are no locks. */
  readonly lock: string | null;
  /** Calls back once, with a reason, when the worker can no longer answer. */
  onDeath(listener: (reason: string) => void): void;
  /** Called when the worker has answered for the first time, so that its lock is held. */
  watch(): void;
  terminate(): void;
}

export type Spawn = (index: number) => WorkerLink;

export type PartsListener = (message: Extract<WorkerMessage, { type: 'parts' }>) => void;

/**
 * A live worker and the calls it holds. Comlink never settles a call to a worker that died
 * (https://github.com/GoogleChromeLabs/comlink/issues/601), so every call is kept here and rejected on death.
 */
export class Slot {
  readonly index: number;
  /** The worker's clock minus ours, in ms: add to nothing, subtract from its times. */
  clockOffset = 0;
  onParts: PartsListener | null = null;
  readonly #link: WorkerLink;
  readonly #proxy: Remote<ComputeApi>;
  /** The same object: all of `ComputeApi` is asynchronous already, and `Remote` would split unions of answers. */
  readonly #api: ComputeApi;
  readonly #control: MessagePort;
  readonly #theirControl: MessagePort;
  readonly #pending = new Set<(error: Error) => void>();
  readonly #onGone: (slot: Slot, reason: string) => void;
  #dead: WorkerDiedError | null = null;

  constructor(index: number, spawn: Spawn, onGone: (slot: Slot, reason: string) => void) {
    this.index = index;
    this.#onGone = onGone;
    this.#link = spawn(index);
    this.#proxy = wrap<ComputeApi>(this.#link.endpoint);
    this.#api = this.#proxy as unknown as ComputeApi;
    const { port1, port2 } = new MessageChannel();
    this.#control = port1;
    this.#theirControl = port2;
    port1.onmessage = (event: MessageEvent<WorkerMessage>) => {
      this.#hear(event.data);
    };
    this.#link.onDeath((reason) => {
      this.#die(reason);
    });
  }
  get dead(): boolean {
    return this.#dead !== null;
  }

  get busy(): boolean {
    return this.#pending.size > 0;
  }

  /** The first call: hands over the control port and compares clocks at the middle of the round trip. */
  async connect(now: () => number, limitMs: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#die(`it did not answer within ${String(limitMs / 1000)} seconds`);
    }, limitMs);
    try {
      const sent = now();
      const port = transfer(this.#theirControl, [this.#theirControl]);
      const theirs = await this.call((api) => api.connect(port, this.#link.lock));
      this.clockOffset = theirs - (sent + now()) / 2;
      this.#link.watch();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Calls the worker; rejects when it dies instead of answering. */
  call<T>(run: (api: ComputeApi) => Promise<T>): Promise<T> {
    if (this.#dead !== null) return Promise.reject(this.#dead);
    return new Promise<T>((resolve, reject) => {
      this.#pending.add(reject);
      run(this.#api)
        .then(resolve, reject)
        .finally(() => this.#pending.delete(reject));
    });
  }

  /** Asks the worker to stop a run between two steps. */
  abort(runId: number): void {
    const message: AbortMessage = { type: 'abort', runId };
    this.#control.postMessage(message);
  }

  /** Ends the worker for good; whatever it held is rejected. */
  kill(reason: string): void {
    this.#die(reason);
  }

  #hear(message: WorkerMessage): void {
    if (message.type === 'parts') this.onParts?.(message);
    else if (message.type === 'fault') this.#die(message.message);
    else this.#die('it closed itself');
  }

  /** Reject what it held, release the proxy, terminate, drop references: in this order. */
  #die(reason: string): void {
    if (this.#dead !== null) return;
    const error = new WorkerDiedError(this.index, reason);
    this.#dead = error;
    for (const reject of this.#pending) reject(error);
    this.#pending.clear();
    this.onParts = null;
    this.#proxy[releaseProxy]();
    this.#control.onmessage = null;
    this.#control.close();
    this.#link.terminate();
    this.#onGone(this, reason);
  }
}
