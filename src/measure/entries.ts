/** The part of `PerformanceObserver` we use, so that tests can bring their own. */
export interface ObserverClass {
  readonly supportedEntryTypes?: readonly string[];
  new (callback: (list: { getEntries(): PerformanceEntry[] }) => void): {
    observe(options: PerformanceObserverInit): void;
    takeRecords(): PerformanceEntry[];
    disconnect(): void;
  };
}

/** `type` picks the entries; `durationThreshold` (ms) is Event Timing's own. */
export interface EntryOptions {
  readonly type: string;
  readonly durationThreshold?: number;
}

export function pageObserver(): ObserverClass | undefined {
  return typeof PerformanceObserver === 'undefined' ? undefined : PerformanceObserver;
}

/**
 * Collects one type of performance entry between `start()` and `stop()`.
 * https://w3c.github.io/performance-timeline/#the-performanceobserver-interface
 */
export class EntryWatch {
  readonly #options: EntryOptions;
  readonly #observerClass: ObserverClass | undefined;
  #observer: InstanceType<ObserverClass> | null = null;
  #entries: PerformanceEntry[] = [];

  constructor(options: EntryOptions, observerClass = pageObserver()) {
    this.#options = options;
    this.#observerClass = observerClass;
  }

  get supported(): boolean {
    return this.#observerClass?.supportedEntryTypes?.includes(this.#options.type) === true;
  }

  start(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#entries = [];
    if (this.#observerClass === undefined || !this.supported) return;
    this.#observer = new this.#observerClass((list) => {
      this.#entries.push(...list.getEntries());
    });
    this.#observer.observe(this.#options);
  }

  /** What was seen, with what the observer still held back; `null` where the browser doesn't tell. */
  stop(): PerformanceEntry[] | null {
    if (this.#observer === null) return null;
    const entries = [...this.#entries, ...this.#observer.takeRecords()];
    this.#observer.disconnect();
    this.#observer = null;
    this.#entries = [];
    return entries;
  }
}
