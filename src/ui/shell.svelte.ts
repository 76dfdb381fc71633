import { createContext } from 'svelte';
import type { IconName } from './icons.ts';

/** What a page offers in the bar above it. */
export interface ShellAction {
  readonly label: string;
  readonly icon: IconName;
  /** Only where there is room for words. */
  readonly wide?: boolean;
  readonly run: () => void;
}

/** What a page may tell the bars around it. */
export class Shell {
  /** Words at the right of the top bar, on a laptop: "60 Hz". */
  status = $state<string | null>(null);
  /** Instead of the product's name, on a phone: "Result", "Cancelled". */
  title = $state<string | null>(null);
  /** The page fills the screen: no bars. */
  bare = $state(false);
  actions = $state.raw<readonly ShellAction[]>([]);
}

const [get, provide] = createContext<Shell>();

/** Called by the app, once, while it is being made. */
export const provideShell = provide;

/** For a page: the bars around it. Only while a component is being made. */
export const useShell = get;
