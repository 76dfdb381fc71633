import type { Device, Names } from '../model/device.ts';
import { devicesOf } from '../model/device.ts';
import { experimentsOf, newestFirst, type ExperimentRecord } from '../model/experiment.ts';
import type { Report } from '../report.ts';
import { MemoryStore } from './memory-store.ts';
import { mergeExperiments, type Merged } from './merge.ts';
import { openStore, type ResultStore } from './store.ts';

/** What isn't kept, and why: one sentence each. */
export interface Trouble {
  readonly title: string;
  readonly sentence: string;
}

const REFUSED: Trouble = {
  title: 'Nothing is kept',
  sentence:
    'This browser refuses to store anything here, as private windows do. Results stay until this page is closed; export them to keep them.',
};

/**
 * All results on this device. What storage can't take stays in memory until the page is closed, and the page says so:
 * a run never fails because it can't be kept.
 */
export class RunHistory {
  readonly #open: () => Promise<ResultStore>;
  #opened: Promise<ResultStore> | null = null;
  /** Changes one after the other: each starts from what the last one left. */
  #queue: Promise<unknown> = Promise.resolve();
  /** In memory alone. */
  #unkept = new Map<string, ExperimentRecord>();
  #experiments = $state.raw<readonly ExperimentRecord[]>([]);
  #names = $state.raw<Names>(new Map());
  #ownId = $state.raw<string | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #loaded = $state.raw(false);

  constructor(open: () => Promise<ResultStore> = openStore) {
    this.#open = open;
  }

  /** Newest first. */
  get experiments(): readonly ExperimentRecord[] {
    return this.#experiments;
  }

  get names(): Names {
    return this.#names;
  }

  get devices(): readonly Device[] {
    return devicesOf(this.#experiments, this.#names, this.#ownId);
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Reads everything again: another tab may have changed it. Never rejects. */
  load(): Promise<void> {
    return this.#inTurn(() => this.#read());
  }

  /** Keeps an ended experiment of this device. Never rejects: what can't be kept is told by `trouble`. */
  add(report: Report): Promise<void> {
    return this.#inTurn(async () => {
      const store = await this.#store();
      const id = await store.ownDevice().catch(() => 'this device');
      await this.#keep(experimentsOf({ ...report, device: { id, name: null } }));
    });
  }

  /** Adds what is new of other devices' experiments. */
  import(incoming: readonly ExperimentRecord[]): Promise<Merged> {
    return this.#inTurn(async () => {
      await this.#read();
      const merged = mergeExperiments(this.#experiments, incoming);
      await this.#keep(merged.changed);
      return merged;
    });
  }

  /** Deletes; resolves to what brings them back. */
  async remove(ids: readonly string[]): Promise<() => Promise<void>> {
    const gone = this.#experiments.filter(({ id }) => ids.includes(id));
    await this.#inTurn(async () => {
      const store = await this.#store();
      for (const id of ids) this.#unkept.delete(id);
      await this.#attempt(() => store.remove(ids), 'Not deleted');
      await this.#read();
    });
    return () => this.#inTurn(() => this.#keep(gone));
  }

  rename(device: string, name: string): Promise<void> {
    return this.#inTurn(async () => {
      const store = await this.#store();
      await this.#attempt(() => store.rename(device, name), 'The name is not kept');
      this.#names = new Map([...this.#names, [device, name]]);
    });
  }

  /** Puts experiments in; those that storage doesn't take stay in memory. */
  async #keep(experiments: readonly ExperimentRecord[]): Promise<void> {
    const store = await this.#store();
    const kept = await this.#attempt(() => store.put(experiments), 'The newest results are not kept');
    if (!kept) for (const experiment of experiments) this.#unkept.set(experiment.id, experiment);
    if (this.#loaded) this.#list(experiments);
  }

  /** Lists what was put, without reading all that is kept again: a long history is large. */
  #list(experiments: readonly ExperimentRecord[]): void {
    const put = new Set(experiments.map(({ id }) => id));
    this.#experiments = newestFirst([...this.#experiments.filter(({ id }) => !put.has(id)), ...experiments]);
  }

  async #read(): Promise<void> {
    const store = await this.#store();
    await this.#attempt(async () => {
      const [all, names, own] = await Promise.all([store.all(), store.names(), store.ownDevice()]);
      const unkept = [...this.#unkept.values()];
      this.#experiments = newestFirst([...all.filter(({ id }) => !this.#unkept.has(id)), ...unkept]);
      this.#names = new Map([...this.#names, ...names]);
      this.#ownId = own;
    }, 'Results could not be read');
    this.#loaded = true;
  }

  #store(): Promise<ResultStore> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      console.warn('Results are kept in memory only.', error);
      this.#trouble = REFUSED;
      return new MemoryStore();
    });
    return this.#opened;
  }

  /** Whether it worked; if not, the page tells why. */
  async #attempt(work: () => Promise<void>, title: string): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#trouble = { title, sentence: reasonOf(error) };
      return false;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined); // told to whoever asked for it
    return turn;
  }
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') {
    return 'This browser’s storage is full. They stay until this page is closed: export them, or delete older ones and run again.';
  }
  return `The browser’s storage failed${name === '' ? '' : ` (${name})`}. They stay until this page is closed; export them to keep them.`;
}

/** The page's own. Nothing is opened or stored before it is first used. */
export const runHistory = new RunHistory();
