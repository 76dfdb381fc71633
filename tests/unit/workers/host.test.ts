import { wrap } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { BatchMessage, ComputeApi, WorkerMessage } from '../../../src/pool/protocol.ts';
import { ComputeHost } from '../../../workers/compute/host.ts';

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A worker's end and the page's, of one channel for calls and all other messages. */
function channel(): { theirs: MessagePort; ours: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  new ComputeHost(port2, () => Promise.resolve());
  return { theirs: port2, ours: port1 };
}

/** The next that a worker tells beside its answers to calls. */
function told(port: MessagePort): Promise<WorkerMessage> {
  return new Promise((resolve) => {
    port.addEventListener('message', ({ data }: MessageEvent<{ readonly id?: string } & WorkerMessage>) => {
      if (data.id === undefined) resolve(data);
    });
  });
}

const withoutSetup: BatchMessage = {
  type: 'batch',
  runId: 3,
  setup: null,
  parts: [],
  sources: null,
  earlier: null,
};

describe('a compute worker', () => {
  it('says so when it can’t read what it was sent, since nobody would be answered', async () => {
    const { theirs, ours } = channel();
    const next = told(ours);
    theirs.dispatchEvent(new Event('messageerror'));
    await expect(next).resolves.toEqual({ type: 'fault', message: 'it could not read what it was sent' });
  });

  it('refuses parts whose set-up never came', async () => {
    const { ours } = channel();
    const next = told(ours);
    ours.postMessage(withoutSetup);
    await expect(next).resolves.toEqual({ type: 'fault', message: 'parts came without their set-up' });
  });

  it('hears what was sent before its first call, and answers calls beside it', async () => {
    const { ours } = channel();
    const next = told(ours);
    const api = wrap<ComputeApi>(ours);
    ours.postMessage(withoutSetup);
    await expect(api.connect(null)).resolves.toBeUndefined();
    await expect(next).resolves.toMatchObject({ type: 'fault' });
    await expect(api.noise(5, 1, false)).resolves.toHaveProperty('byteLength', 5);
  });
});
