import type { Shell } from '../../ui/shell.svelte.ts';
import { letTakeOver } from './ask.ts';

/** Between two looks for a newer version, in ms. The browser looks by itself whenever the page is loaded. */
const LOOK_MS = 30 * 60_000;

/** Newer versions: offered once each, taken when the person says so, never while something runs. */
export class Updates {
  #newer = $state(false);
  #looked = performance.now();
  readonly #registration: ServiceWorkerRegistration;
  readonly #shell: Shell;
  readonly #found: () => void;

  constructor(registration: ServiceWorkerRegistration, shell: Shell, found: () => void) {
    this.#registration = registration;
    this.#shell = shell;
    this.#found = found;
  }

  /** A newer version is on this device, and a reload brings it. */
  get newer(): boolean {
    return this.#newer;
  }

  follow(): void {
    const registration = this.#registration;
    this.#watch(registration.installing);
    registration.addEventListener('updatefound', () => {
      this.#watch(registration.installing);
    });
    document.addEventListener('visibilitychange', () => void this.#lookForNewer());
    this.#check();
  }

  /** The page and the service worker are of different versions: another tab has taken the newer one. */
  foundOther(): void {
    this.#newer = true;
    this.#found();
  }

  /** Reloads into the newer version. Where that has yet to take over, it does so first. */
  accept(): void {
    if (this.#shell.busy) return;
    const { waiting } = this.#registration;
    if (waiting === null) {
      this.#reload();
      return;
    }
    // Not `controllerchange`: a page that was loaded before there was a service worker hears none.
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') this.#reload();
    });
    letTakeOver(waiting);
  }

  #watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      this.#check();
    });
  }

  #check(): void {
    const { waiting, active } = this.#registration;
    // The very first version has nobody to wait for.
    if (waiting !== null && active !== null && !this.#newer) this.foundOther();
  }

  #reload(): void {
    // Something began in between: the offer stays, and now it is a plain reload.
    if (!this.#shell.busy) location.reload();
  }

  async #lookForNewer(): Promise<void> {
    const now = performance.now();
    if (document.visibilityState !== 'visible' || now - this.#looked < LOOK_MS) return;
    this.#looked = now;
    await this.#shell.free();
    try {
      await this.#registration.update();
    } catch {
      // No network: the next look will do.
    }
  }
}
