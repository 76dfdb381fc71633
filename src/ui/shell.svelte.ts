import { createContext, untrack } from 'svelte';
import type { IconName } from './icons.ts';

/** On a phone, a page within a page: the way back, and where one is ("9 of 20"). */
export interface WayBack {
  readonly href: string;
  readonly label: string;
  readonly note: string;
}

/** What a page offers in the bar above it. */
export interface ShellAction {
  readonly label: string;
  readonly icon: IconName;
  /** Only where there is room for words. */
  readonly wide?: boolean;
  readonly run: () => void;
}

/** What the top bar offers to do at the right. */
export interface Offer {
  /** "New version: reload". */
  readonly label: string;
  /** Where the bar is narrow: "Update". `null`: it isn't offered there. */
  readonly short: string | null;
  readonly accept: () => void;
}

/** What a page may tell the bars around it, and what may not be disturbed. */
export class Shell {
  /** Words at the right of the top bar, on a laptop: "60 Hz". */
  status = $state<string | null>(null);
  /** Instead of the product's name, on a phone: "Result", "Cancelled". */
  title = $state<string | null>(null);
  /** In place of the name and the tabs, on a phone: such a page has a dock of its own. */
  back = $state.raw<WayBack | null>(null);
  /** The page has a dock of its own under the thumb: no tabs on a phone. */
  docked = $state(false);
  /** The page fills the screen: no bars. */
  bare = $state(false);
  actions = $state.raw<readonly ShellAction[]>([]);
  /** Everything is on this device: the next visit needs no network. */
  offline = $state(false);
  offer = $state.raw<Offer | null>(null);
  #holds = $state(0);
  #waiting: (() => void)[] = [];

  /** Something runs: nothing may reload the page, download or ask a question. */
  get busy(): boolean {
    return this.#holds > 0;
  }

  /**
   * Something runs from now until the returned function is called. In an effect, which calls it:
   * `$effect(() => (running ? shell.hold() : undefined))`.
   */
  hold(): () => void {
    this.#count(1);
    let held = true;
    return () => {
      if (held) this.#count(-1);
      held = false;
    };
  }

  /** Resolves when nothing runs. */
  async free(): Promise<void> {
    while (untrack(() => this.busy)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #count(change: number): void {
    // Called from effects, which must not depend on what they change.
    if (untrack(() => (this.#holds += change)) > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}

const [get, provide] = createContext<Shell>();

/** Called by the app, once, while it is being made. */
export const provideShell = provide;

/** For a page: the bars around it. Only while a component is being made. */
export const useShell = get;
