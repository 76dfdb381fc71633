/** A worker is gone, and with it the calls that it held. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
  constructor(
    readonly worker: string,
    readonly reason: string,
  ) {
    super(`${worker} stopped: ${reason}.`);
  }
}

/** Too many workers died in a short time: trying again would only repeat it. */
export class PoolGaveUpError extends Error {
  override readonly name = 'PoolGaveUpError';
  constructor(deaths: number, seconds: number, reason: string) {
    super(
      `Workers stopped ${String(deaths)} times within ${String(seconds)} seconds, so the pool gave up ` +
        `(the last one: ${reason}). Try fewer workers, or a smaller input.`,
    );
  }
}
