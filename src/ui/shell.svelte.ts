import { createContext } from 'svelte';

/** What a page may tell the bars around it. */
export class Shell {
  /** Words at the right of the top bar, on a laptop: "60 Hz". */
  status = $state<string | null>(null);
  /** Instead of the product's name, on a phone: "Result", "Cancelled". */
  title = $state<string | null>(null);
  /** The page has a dock of its own under the thumb: no tabs on a phone. */
  docked = $state(false);
}

const [get, provide] = createContext<Shell>();

/** Called by the app, once, while it is being made. */
export const provideShell = provide;

/** For a page: the bars around it. Only while a component is being made. */
export const useShell = get;
