export interface Progress {
  /** 0 to 1. */
  readonly fraction: number;
  /** `null` until enough is known. */
  readonly remainingMs: number | null;
}

export const NO_PROGRESS: Progress = { fraction: 0, remainingMs: null };
export const ALL_DONE: Progress = { fraction: 1, remainingMs: null };
