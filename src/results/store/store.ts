import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { randomId } from '../model/id.ts';
import type { ExperimentRecord } from '../model/experiment.ts';

/** Where results are kept. Every method may reject with the browser's own error. */
export interface ResultStore {
  all(): Promise<ExperimentRecord[]>;
  names(): Promise<Map<string, string>>;
  /** This device's id, made when it is first asked for. */
  ownDevice(): Promise<string>;
  /** All of them or none. */
  put(experiments: readonly ExperimentRecord[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  rename(device: string, name: string): Promise<void>;
}

interface Schema extends DBSchema {
  experiments: { key: string; value: ExperimentRecord };
  devices: { key: string; value: { id: string; name: string } };
  own: { key: 'device'; value: string };
}

const NAME = 'unblocked-results';
/** Later versions add stores in `upgrade`; what is there stays. */
const VERSION = 1;

/** The browser's database. @throws the browser's own error where storage is refused */
export async function openStore(): Promise<ResultStore> {
  const db = await openDB<Schema>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('experiments', { keyPath: 'id' });
      fresh.createObjectStore('devices', { keyPath: 'id' });
      fresh.createObjectStore('own');
    },
    // A newer version of the page waits in another tab: let it go on.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
    },
  });
  return new IdbStore(db);
}

class IdbStore implements ResultStore {
  readonly #db: IDBPDatabase<Schema>;

  constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  all(): Promise<ExperimentRecord[]> {
    return this.#db.getAll('experiments');
  }

  async names(): Promise<Map<string, string>> {
    const named = await this.#db.getAll('devices');
    return new Map(named.map(({ id, name }) => [id, name]));
  }

  async ownDevice(): Promise<string> {
    const kept = await this.#db.get('own', 'device');
    if (kept !== undefined) return kept;
    const made = randomId();
    await this.#db.put('own', made, 'device');
    return made;
  }

  async put(experiments: readonly ExperimentRecord[]): Promise<void> {
    const change = this.#db.transaction('experiments', 'readwrite');
    await settle([...experiments.map((experiment) => change.store.put(experiment)), change.done]);
  }

  async remove(ids: readonly string[]): Promise<void> {
    const change = this.#db.transaction('experiments', 'readwrite');
    await settle([...ids.map((id) => change.store.delete(id)), change.done]);
  }

  async rename(device: string, name: string): Promise<void> {
    await this.#db.put('devices', { id: device, name });
  }
}

/** One failure aborts a transaction and fails all that is in it: each is heard, the first is told. */
async function settle(all: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(all);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
