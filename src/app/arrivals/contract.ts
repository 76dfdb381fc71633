/**
 * What the service worker and the page sign about shared files. Types only, because neither may import the
 * other: each writes the values down, and a wrong one does not compile.
 */
export interface ArrivalsContract {
  /** The Cache where files wait, each a response under `<scope>share/<n>`. Clearing old caches must leave it. */
  readonly cache: 'unblocked-arrivals';
  /** Under the app's folder: where the system posts files to, and where they wait. */
  readonly folder: 'share';
  /** The parameter of the lab's address that says how a share ended. */
  readonly marker: 'arrived';
  /** The file's name, encoded as in a URL: a header holds no other letters. */
  readonly nameHeader: 'x-file-name';
  /** `File.lastModified`. */
  readonly dateHeader: 'x-file-modified';
}

/** How a share ended; `1`: files wait in the cache. */
export type ArrivalOutcome = '1' | 'nothing' | 'too-many' | 'too-large' | 'not-kept';
