import type { Shell } from '../../ui/shell.svelte.ts';
import { ask } from './ask.ts';
import type { Kept } from './contract.ts';
import { idle } from './idle.ts';
import { isolationOf, type Isolation } from './isolated.ts';
import { holdPageLock, ownEntry } from './own-version.ts';
import { Updates } from './updates.svelte.ts';

export type OfflineStatus =
  | { readonly status: 'starting' }
  /** `closed`: a private window, or storage that is refused or full. */
  | { readonly status: 'unavailable'; readonly why: 'insecure' | 'unsupported' | 'closed' }
  | { readonly status: 'kept'; readonly kept: Kept; readonly fetching: boolean };

type Connection = EventTarget & { readonly saveData?: boolean };

/** What this device keeps of the app, and which version of it. */
export class Offline {
  #status = $state.raw<OfflineStatus>({ status: 'starting' });
  #isolation = $state.raw<Isolation>(isolationOf(false));
  #updates = $state.raw<Updates | null>(null);
  #shell: Shell | null = null;
  #active: ServiceWorker | null = null;
  #following = false;

  get status(): OfflineStatus {
    return this.#status;
  }

  get isolation(): Isolation {
    return this.#isolation;
  }

  get updates(): Updates | null {
    return this.#updates;
  }

  /** Once a page, when it has come to rest. Never rejects: what can't be done is the status. */
  async start(shell: Shell): Promise<void> {
    this.#shell = shell;
    await shell.free();
    const registration = await this.#register();
    if (registration === null) return;
    holdPageLock();
    const updates = new Updates(registration, shell, () => void this.#offer());
    this.#updates = updates;
    updates.follow();
    navigator.serviceWorker.addEventListener('controllerchange', () => void this.#look(registration));
    addEventListener('online', () => void this.fetchRest());
    await this.#firstOf(registration);
    await this.#look(registration);
    const { connection } = navigator as { connection?: Connection };
    if (connection?.saveData !== true) await this.fetchRest();
  }

  /** Fetches what is missing, a file at a time, when nothing runs and the page has nothing better to do. */
  async fetchRest(): Promise<void> {
    if (this.#following || this.#active === null) return;
    this.#following = true;
    let from: number | null = 0;
    try {
      while (from !== null && this.#missing > 0) {
        await idle();
        await this.#shell?.free();
        from = this.#tell(await ask(this.#active, { ask: 'next', from })).next;
      }
    } catch {
      // It gave no answer: what is missing stays so until the network comes back or the page is loaded again.
    }
    this.#following = false;
    if (this.#status.status === 'kept') this.#tell(this.#status.kept);
  }

  /** Loads the page again, isolated. */
  reload(): void {
    if (this.#shell?.busy === false) location.reload();
  }

  get #missing(): number {
    return this.#status.status === 'kept' ? this.#status.kept.missing.length : 0;
  }

  async #register(): Promise<ServiceWorkerRegistration | null> {
    try {
      if (!isSecureContext) return this.#unavailable('insecure');
      if (!('serviceWorker' in navigator)) return this.#unavailable('unsupported');
      // The file is read anew each time, whatever the host says about caching.
      await navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
      return (await navigator.serviceWorker.getRegistration()) ?? this.#unavailable('closed');
    } catch {
      return this.#unavailable('closed');
    }
  }

  #unavailable(why: 'insecure' | 'unsupported' | 'closed'): null {
    this.#status = { status: 'unavailable', why };
    return null;
  }

  /** The first version may still be on its way, or fail to come. */
  async #firstOf(registration: ServiceWorkerRegistration): Promise<void> {
    const { installing } = registration;
    if (registration.active === null && installing !== null) {
      installing.addEventListener('statechange', () => {
        if (installing.state === 'redundant' && registration.active === null) this.#unavailable('closed');
      });
    }
    await navigator.serviceWorker.ready;
  }

  async #look(registration: ServiceWorkerRegistration): Promise<void> {
    this.#active = registration.active;
    if (this.#active === null) return;
    try {
      const kept = await ask(this.#active, { ask: 'state' });
      this.#isolation = isolationOf(true);
      if (kept.entry !== ownEntry()) this.#updates?.foundOther();
      this.#tell(kept);
      await this.#offer();
    } catch {
      // It was stopped in the middle: the next load asks again.
    }
  }

  #tell(kept: Kept): Kept {
    this.#status = { status: 'kept', kept, fetching: this.#following };
    if (this.#shell !== null) this.#shell.offline = kept.missing.length === 0;
    return kept;
  }

  /** One offer in the bar, the newer version first; none appears while something runs. */
  async #offer(): Promise<void> {
    const shell = this.#shell;
    await shell?.free();
    if (shell === null) return;
    const updates = this.#updates;
    if (updates?.newer === true) {
      shell.offer = { label: 'New version: reload', short: 'Update', accept: () => updates.accept() };
    } else if (this.#isolation === 'after-reload') {
      const accept = () => this.reload();
      shell.offer = { label: 'Reload for shared memory', short: null, accept };
    }
  }
}

export const offline = new Offline();
