import type { EntryOptions, ObserverClass } from '../../../src/measure/entries.ts';

export type FakeEntry = Pick<PerformanceEntry, 'startTime' | 'duration'> & Record<string, unknown>;

/** A `PerformanceObserver` that supports `types`, and whose entries come when told. */
export function fakeObserver(types: readonly string[]): {
  observerClass: ObserverClass;
  /** Delivers entries to who observes now. */
  deliver: (entries: FakeEntry[]) => void;
  /** Entries held back until `takeRecords()`. */
  hold: (entries: FakeEntry[]) => void;
  observed: EntryOptions[];
  active: () => number;
} {
  const live = new Set<(entries: FakeEntry[]) => void>();
  const observed: EntryOptions[] = [];
  let held: FakeEntry[] = [];
  class Observer {
    static readonly supportedEntryTypes = types;
    readonly #give: (entries: FakeEntry[]) => void;
    constructor(callback: (list: { getEntries(): PerformanceEntry[] }) => void) {
      this.#give = (entries) => {
        callback({ getEntries: () => entries as unknown as PerformanceEntry[] });
      };
    }
    observe(options: PerformanceObserverInit): void {
      observed.push(options as EntryOptions);
      live.add(this.#give);
    }
    takeRecords(): PerformanceEntry[] {
      const taken = held;
      held = [];
      return taken as unknown as PerformanceEntry[];
    }
    disconnect(): void {
      live.delete(this.#give);
    }
  }
  return {
    observerClass: Observer,
    deliver: (entries) => {
      for (const give of live) give(entries);
    },
    hold: (entries) => {
      held.push(...entries);
    },
    observed,
    active: () => live.size,
  };
}
