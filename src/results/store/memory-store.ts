import { randomId } from '../model/id.ts';
import type { ExperimentRecord } from '../model/experiment.ts';
import type { ResultStore } from './store.ts';

/** Until the page is closed: where the browser keeps nothing. */
export class MemoryStore implements ResultStore {
  readonly #experiments = new Map<string, ExperimentRecord>();
  readonly #names = new Map<string, string>();
  readonly #own = randomId();

  all(): Promise<ExperimentRecord[]> {
    return Promise.resolve([...this.#experiments.values()]);
  }

  names(): Promise<Map<string, string>> {
    return Promise.resolve(new Map(this.#names));
  }

  ownDevice(): Promise<string> {
    return Promise.resolve(this.#own);
  }

  put(experiments: readonly ExperimentRecord[]): Promise<void> {
    for (const experiment of experiments) this.#experiments.set(experiment.id, experiment);
    return Promise.resolve();
  }

  remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#experiments.delete(id);
    return Promise.resolve();
  }

  rename(device: string, name: string): Promise<void> {
    this.#names.set(device, name);
    return Promise.resolve();
  }
}
