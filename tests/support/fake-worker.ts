import { expose } from 'comlink';
import type { WorkerLink } from '../../src/pool/caller.ts';
import type { ComputeApi, WorkerMessage } from '../../src/pool/protocol.ts';

/** A worker over a `MessageChannel`: real Comlink, real transfers, no thread. Faults are injected by hand. */
export interface FakeWorker {
  readonly link: WorkerLink;
  readonly index: number;
  /** The worker's end of the control port, once it has connected. */
  control: MessagePort | null;
  terminated: boolean;
  /** As the browser would tell: an `error` event, a released lock, … */
  die(reason: string): void;
  post(message: WorkerMessage): void;
}

export type ApiOf = (worker: FakeWorker) => Partial<ComputeApi>;

const missing = (): never => {
  throw new Error('This fake has no such method.');
};

export function fakeWorker(index: number, apiOf: ApiOf): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  let onDeath: (reason: string) => void = () => undefined;
  const worker: FakeWorker = {
    index,
    control: null,
    terminated: false,
    die: (reason) => {
      onDeath(reason);
    },
    post: (message) => worker.control?.postMessage(message),
    link: {
      endpoint: port1,
      lock: null,
      onDeath: (listener) => (onDeath = listener),
      watch: () => undefined,
      terminate: () => {
        worker.terminated = true;
        worker.control?.close();
        port1.close();
        port2.close();
      },
    },
  };
  const api: ComputeApi = {
    connect: (control) => {
      worker.control = control;
      return Promise.resolve();
    },
    clock: () => Promise.resolve(performance.now()),
    part: missing,
    claim: missing,
    fingerprint: missing,
    copy: missing,
    gather: missing,
    noise: missing,
    document: missing,
    sendHome: missing,
    has: missing,
    receive: missing,
    add: missing,
    loop: missing,
    ...apiOf(worker),
  };
  expose(api, port2);
  return worker;
}

/** A spawn factory that keeps what it made. */
export function fakeSpawn(apiOf: ApiOf): { spawn: (index: number) => WorkerLink; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  return {
    workers,
    spawn: (index) => {
      const worker = fakeWorker(index, apiOf);
      workers.push(worker);
      return worker.link;
    },
  };
}
