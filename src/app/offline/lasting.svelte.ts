import { inAppWindow } from '../install/app-window.ts';

/** Whether the browser may clear the app and the results on its own, when the device runs short of room. */
export type Lasting = 'unknown' | 'clearable' | 'refused' | 'kept';

/** What is kept here, and for how long. */
export class Keeping {
  #lasting = $state.raw<Lasting>('unknown');

  get lasting(): Lasting {
    return this.#lasting;
  }

  /** Looks, and asks where the app is installed: whoever does that means to keep it. Never rejects. */
  async start(): Promise<void> {
    const { storage } = navigator as { storage?: StorageManager };
    if (storage === undefined || !('persisted' in storage)) return;
    addEventListener('appinstalled', () => void this.ask());
    this.#lasting = (await storage.persisted().catch(() => false)) ? 'kept' : 'clearable';
    if (this.#lasting === 'clearable' && inAppWindow()) await this.ask();
  }

  /** Asks the browser to clear nothing by itself; some ask the person first. Never rejects. */
  async ask(): Promise<void> {
    if (this.#lasting === 'unknown') return;
    this.#lasting = (await navigator.storage.persist().catch(() => false)) ? 'kept' : 'refused';
  }
}

export const keeping = new Keeping();
