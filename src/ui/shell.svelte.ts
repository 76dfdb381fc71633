import { createContext } from 'svelte';

/** On a phone, a page within a page: the way back, and where one is ("9 of 20"). */
export interface WayBack {
  readonly href: string;
  readonly label: string;
  readonly note: string;
}

/** What a page may tell the bars around it. */
export class Shell {
  /** Words at the right of the top bar, on a laptop: "60 Hz". */
  status = $state<string | null>(null);
  /** Instead of the product's name, on a phone: "Result", "Cancelled". */
  title = $state<string | null>(null);
  /** In place of the name and the tabs, on a phone: such a page has a dock of its own. */
  back = $state.raw<WayBack | null>(null);
}

const [get, provide] = createContext<Shell>();

/** Called by the app, once, while it is being made. */
export const provideShell = provide;

/** For a page: the bars around it. Only while a component is being made. */
export const useShell = get;
