/**
 * What the page and the service worker say to each other. Types only, because neither may import the other: each
 * writes the values down, and a wrong one does not compile.
 */

/** A page's question; the answer comes through the port that is sent with it. */
export type Asked =
  | { readonly ask: 'state' }
  /** Fetch and keep the next file that is missing, looking from this place in the list. */
  | { readonly ask: 'next'; readonly from: number }
  /** The waiting version may take over. No answer: the worker's state tells. */
  | { readonly ask: 'take-over' };

/** What is kept of a version, and what is not yet. */
export interface Kept {
  /** The address of the version's first script, which names the version: it changes with every byte of the code. */
  readonly entry: string;
  /** Of the whole version. */
  readonly files: number;
  readonly bytes: number;
  readonly missing: readonly Missing[];
  /** Where to look next; `null`: the end of the list was reached. */
  readonly next: number | null;
}

/** What is missing of one part of the app. */
export interface Missing {
  /** A folder of `src`: "learn". */
  readonly part: string;
  readonly files: number;
  readonly bytes: number;
}

/** A file of the version, as the build lists it for the service worker. */
export interface BuiltFile {
  readonly url: string;
  /** `null`: its name changes with its content. */
  readonly revision: string | null;
  readonly bytes: number;
  readonly part: string;
  /** The first visit can do without it. */
  readonly later: boolean;
  /** The page's first script. */
  readonly entry: boolean;
}

/** Each page holds a shared lock of this name while it lives, so that nothing is cleared that it may still ask for. */
export type PageLock = `unblocked-page ${string}`;
