/** Timers that know how many are still to come, and that all stop together. */
export interface Clock {
  /** Calls `then` after `ms`; `Infinity` never comes and keeps nothing waiting. Returns how to cancel. */
  after(ms: number, then: () => void): () => void;
  /** For work that isn't a timer (a worker's answer): until the returned function is called the run isn't over. */
  hold(): () => void;
  /** Resolves when nothing is waited for any more, and whatever that set in motion has run. */
  idle(): Promise<void>;
  /** Nothing that was to come will come. */
  stop(): void;
  /** Spins until so much time has passed. */
  busy(ms: number): void;
}

interface ClockOptions {
  readonly now: () => number;
  /** Times are multiplied by it: tests are in a hurry. */
  readonly scale: number;
}

export function makeClock({ now, scale }: ClockOptions): Clock {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let holds = 0;
  let stopped = false;

  /** A macrotask later, so that every reaction to the last answer has had its turn. */
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

  return {
    after(ms, then) {
      if (ms === Infinity || stopped) return () => undefined;
      const timer = setTimeout(() => {
        timers.delete(timer);
        then();
      }, ms * scale);
      timers.add(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer);
      };
    },
    hold() {
      let held = true;
      holds += 1;
      return () => {
        if (held) holds -= 1;
        held = false;
      };
    },
    async idle() {
      do await turn();
      while (!stopped && (timers.size > 0 || holds > 0));
      await turn();
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    busy(ms) {
      const end = now() + ms * scale;
      while (now() < end);
    },
  };
}
