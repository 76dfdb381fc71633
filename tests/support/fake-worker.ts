import { expose } from 'comlink';
import type { WorkerLink } from '../../src/pool/caller.ts';
import type {
  BatchMessage,
  BatchReply,
  CallMessage,
  ComputeApi,
  PageMessage,
  PartReply,
  PartTime,
  WorkerMessage,
} from '../../src/pool/protocol.ts';
import type { Part } from '../../src/tasks/contract.ts';

/** A worker over a `MessageChannel`: real Comlink, real transfers, no thread. Faults are injected by hand. */
export interface FakeWorker {
  readonly link: WorkerLink;
  readonly index: number;
  terminated: boolean;
  /** What came beside calls, in order. */
  readonly heard: PageMessage[];
  /** As the browser would tell: an `error` event, a released lock, … */
  die(reason: string): void;
  post(message: WorkerMessage): void;
}

export type ApiOf = (worker: FakeWorker) => Partial<ComputeApi>;

/** How a fake answers batches: with what ended of it (what is missing was not begun), or not at all for now. */
export type AnswerOf = (batch: BatchMessage, worker: FakeWorker) => readonly PartReply[] | null;

/** A part that ended well. */
export function okReply(
  { index }: Part,
  output: Uint8Array<ArrayBuffer>,
  time: Partial<PartTime> = {},
): PartReply {
  return {
    ok: true,
    output: output.buffer,
    time: { part: index, start: 0, end: 0, readMs: 0, copied: 0, ...time },
  };
}

const missing = (): never => {
  throw new Error('This fake has no such method.');
};

/** All that a batch came to, as it crosses: parts that ended well, perhaps one that didn't after them. */
export function batchReply(runId: number, ended: readonly PartReply[]): BatchReply {
  const well = ended.filter((reply) => reply.ok);
  return {
    type: 'batch',
    runId,
    times: well.flatMap(({ time }) => [time.start, time.end, time.readMs, time.copied]),
    outputs: well.map(({ output }) => output),
    failure: ended.find((reply) => !reply.ok) ?? null,
    over: true,
  };
}

export function fakeWorker(index: number, apiOf: ApiOf, answerOf: AnswerOf = () => null): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  let onDeath: (reason: string) => void = () => undefined;
  const worker: FakeWorker = {
    index,
    terminated: false,
    heard: [],
    die: (reason) => {
      onDeath(reason);
    },
    post: (message) => {
      port2.postMessage(message);
    },
    link: {
      endpoint: port1,
      lock: null,
      onDeath: (listener) => (onDeath = listener),
      watch: () => undefined,
      terminate: () => {
        worker.terminated = true;
        port1.close();
        port2.close();
      },
    },
  };
  const api: ComputeApi = {
    connect: () => Promise.resolve(),
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
  port2.addEventListener('message', ({ data }: MessageEvent<PageMessage | CallMessage>) => {
    if (!('runId' in data)) return;
    worker.heard.push(data);
    const ended = data.type === 'batch' ? answerOf(data, worker) : null;
    if (ended !== null) worker.post(batchReply(data.runId, ended));
  });
  expose(api, port2);
  return worker;
}

/** A spawn factory that keeps what it made. */
export function fakeSpawn(
  apiOf: ApiOf,
  answerOf?: AnswerOf,
): { spawn: (index: number) => WorkerLink; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  return {
    workers,
    spawn: (index) => {
      const worker = fakeWorker(index, apiOf, answerOf);
      workers.push(worker);
      return worker.link;
    },
  };
}
