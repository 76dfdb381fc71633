/** The few functions of the page that the meters call: injected, so that tests can drive the clock. */

/** https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#animation-frames */
export interface FrameHost {
  requestAnimationFrame(callback: (timestamp: number) => void): number;
  cancelAnimationFrame(handle: number): void;
}

/** A clock (`performance.now()`'s origin, ms) and its timers. */
export interface TimerHost {
  readonly now: () => number;
  /** Calls once after about `ms`; returns how to take it back. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** The part of `document` that tells whether the page can be seen. */
export interface PageHost {
  readonly hidden: boolean;
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

export const pageFrames: FrameHost = {
  requestAnimationFrame: (callback) => requestAnimationFrame(callback),
  cancelAnimationFrame: (handle) => {
    cancelAnimationFrame(handle);
  },
};

export const pageTimers: TimerHost = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const handle = setTimeout(callback, ms);
    return () => {
      clearTimeout(handle);
    };
  },
};
