import { inAppWindow } from './app-window.ts';
import { takeOffer, type BeforeInstallPromptEvent } from './early-offer.ts';
import { installWayOf, type InstallWay } from './platform.ts';

export type InstallStatus =
  | { readonly status: 'app' }
  | { readonly status: 'installed' }
  | { readonly status: 'prompt' }
  | { readonly status: 'steps'; readonly way: InstallWay }
  | { readonly status: 'none' };

/** Whether and how the app can be installed. */
export class Install {
  readonly #byHand: InstallStatus;
  #offer = $state.raw<BeforeInstallPromptEvent | null>(takeOffer());
  #installed = $state(false);

  constructor() {
    const way = isSecureContext ? installWayOf(navigator) : null;
    if (inAppWindow()) this.#byHand = { status: 'app' };
    else this.#byHand = way === null ? { status: 'none' } : { status: 'steps', way };
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#offer = event as BeforeInstallPromptEvent;
      this.#installed = false;
    });
    addEventListener('appinstalled', () => {
      this.#offer = null;
      this.#installed = true;
    });
  }

  get status(): InstallStatus {
    if (this.#byHand.status === 'app') return this.#byHand;
    if (this.#installed) return { status: 'installed' };
    return this.#offer === null ? this.#byHand : { status: 'prompt' };
  }

  /** Opens the browser's own prompt. An offer counts once; the browser makes another when it sees fit. Never rejects. */
  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = null;
    try {
      await offer?.prompt();
    } catch {
      // Refused by the browser: as if the person had said no.
    }
  }
}

export const install = new Install();
