import type { Asked, Kept } from './contract.ts';

/** A service worker that fetches a large file over a slow network may take long; one that died never answers. */
const LIMIT_MS = 120_000;

/** @throws where no answer comes */
export function ask(worker: ServiceWorker, asked: Extract<Asked, { ask: 'state' | 'next' }>): Promise<Kept> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<Kept>((resolve, reject) => {
    const late = setTimeout(() => {
      port1.close();
      reject(new Error('The service worker gave no answer.'));
    }, LIMIT_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(late);
      port1.close();
      resolve(data as Kept);
    };
    worker.postMessage(asked, [port2]);
  });
}

/** Lets a waiting version take over, in every tab. */
export function letTakeOver(worker: ServiceWorker): void {
  const asked: Asked = { ask: 'take-over' };
  worker.postMessage(asked);
}
