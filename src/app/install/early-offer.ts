/** Chromium's event, which the DOM's types don't know (https://wicg.github.io/manifest-incubations/). */
export interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

let early: BeforeInstallPromptEvent | null = null;

function keep(event: Event): void {
  // The page has its own button; the browser's bar would cover a run.
  event.preventDefault();
  early = event as BeforeInstallPromptEvent;
}

/** The browser offers its prompt only once, perhaps before the button that opens it is loaded: it is kept. */
export function watchForOffer(): void {
  addEventListener('beforeinstallprompt', keep);
}

/** The offer that came so far. Whoever takes it listens for the next one. */
export function takeOffer(): BeforeInstallPromptEvent | null {
  removeEventListener('beforeinstallprompt', keep);
  return early;
}
