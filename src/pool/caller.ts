import { releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import { WorkerDiedError } from './errors.ts';

/** One worker as the page sees it: an endpoint to call, a way to hear of its death, a way to end it. */
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

/**
 * Calls to one worker. Comlink never settles a call to a worker that died
 * (https://github.com/GoogleChromeLabs/comlink/issues/601), so every call is kept here and rejected on death.
 */
export class Caller<Api extends object> {
  readonly #name: string;
  readonly #link: WorkerLink;
  readonly #proxy: Remote<Api>;
  /** How to tell each call, and whoever else holds the worker, of its death. */
  readonly #pending = new Set<(error: Error) => void>();
  readonly #onGone: (reason: string) => void;
  #dead: WorkerDiedError | null = null;

  constructor(name: string, link: WorkerLink, onGone: (reason: string) => void) {
    this.#name = name;
    this.#link = link;
    this.#proxy = wrap<Api>(link.endpoint);
    this.#onGone = onGone;
    link.onDeath((reason) => {
      this.die(reason);
    });
  }

  get dead(): boolean {
    return this.#dead !== null;
  }

  get busy(): boolean {
    return this.#pending.size > 0;
  }

  /**
   * Calls the worker; rejects with a WorkerDiedError when it dies instead of answering. Every method of `Api`
   * must be asynchronous: then the proxy has the same type (`Remote` would split unions of answers).
   */
  call<T>(run: (api: Api) => Promise<T>): Promise<T> {
    if (this.#dead !== null) return Promise.reject(this.#dead);
    return new Promise<T>((resolve, reject) => {
      this.#pending.add(reject);
      run(this.#proxy as Api).then(
        (value) => {
          this.#pending.delete(reject);
          resolve(value);
        },
        (error: unknown) => {
          this.#pending.delete(reject);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  /**
   * Counts the worker as busy with something that is no call: `onDeath` hears when it dies before `release` is given
   * the same function.
   */
  hold(onDeath: (error: Error) => void): void {
    if (this.#dead !== null) onDeath(this.#dead);
    else this.#pending.add(onDeath);
  }

  release(onDeath: (error: Error) => void): void {
    this.#pending.delete(onDeath);
  }

  /** Reject what it held, release the proxy, terminate, drop references: in this order. */
  die(reason: string): void {
    if (this.#dead !== null) return;
    const error = new WorkerDiedError(this.#name, reason);
    this.#dead = error;
    for (const reject of this.#pending) reject(error);
    this.#pending.clear();
    this.#proxy[releaseProxy]();
    this.#link.terminate();
    this.#onGone(reason);
  }
}
