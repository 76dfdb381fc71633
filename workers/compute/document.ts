import { transfer } from 'comlink';
import type { Homecoming } from '../../src/pool/protocol.ts';
import { parseDocument } from '../../src/tasks/json/json.ts';
import { writeDocument } from '../../src/tasks/json/generate.ts';
import { summarise } from '../../src/tasks/json/summarise.ts';

type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

export function makeDocument(length: number, seed: number, shared: boolean): AnyBuffer {
  const bytes = shared ? new SharedArrayBuffer(length) : new ArrayBuffer(length);
  writeDocument(new Uint8Array(bytes), seed);
  return bytes instanceof ArrayBuffer ? transfer(bytes, [bytes]) : bytes;
}

/** Sends one thing when the page is ready for it: it must not wait behind the one before. */
async function send(port: MessagePort, what: 'summary' | 'tree', value: unknown): Promise<void> {
  const taken = new Promise<void>((resolve) => {
    port.onmessage = () => {
      resolve();
    };
  });
  const sentAt = performance.now();
  port.postMessage({ what, value, sentAt } satisfies Homecoming);
  const ms = performance.now() - sentAt;
  await taken;
  port.postMessage({ what: 'packed', ms } satisfies Homecoming);
}

/** How often the small answer is sent: the first trip also opens the way. */
const SUMMARY_TRIPS = 5;

export async function sendHome(source: AnyBuffer | Blob, port: MessagePort): Promise<void> {
  const buffer = source instanceof Blob ? await source.arrayBuffer() : source;
  const tree = parseDocument(new Uint8Array(buffer));
  const summary = summarise(tree, buffer.byteLength);
  for (let trip = 0; trip < SUMMARY_TRIPS; trip++) await send(port, 'summary', summary);
  await send(port, 'tree', tree);
  port.close();
}
