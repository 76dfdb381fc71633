/**
 * Records a run of the learner's code in the loop worker: the only way from the page to the machine.
 * The code never runs anywhere but inside the interpreter.
 */
import type { Recording, UserInput } from './contract.ts';

export interface RecordOptions {
  readonly signal?: AbortSignal;
  /** Called after each batch with the growing recording (always the same object). */
  readonly onBatch?: (recording: Recording) => void;
}

export interface MachineClient {
  /**
   * Resolves with the finished recording, whatever the code did: see `Recording.end`. Rejects with an
   * AbortError when the signal fires, or with an Error when the worker can't be started.
   */
  record(code: string, inputs: readonly UserInput[], options?: RecordOptions): Promise<Recording>;
  /** Loads the machine ahead of its first use. */
  warmUp(): void;
  /** Ends the worker. */
  close(): void;
}
