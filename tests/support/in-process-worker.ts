import type { WorkerLink } from '../../src/pool/caller.ts';
import { ComputeHost } from '../../workers/compute/host.ts';

/**
 * The real worker code over a `MessageChannel`, on this very thread: real kernels, real transfers and clones,
 * no second thread. What needs threads is tested in a browser.
 */
export function inProcessWorker(): WorkerLink {
  const { port1, port2 } = new MessageChannel();
  new ComputeHost(port2, () => Promise.resolve());
  return {
    endpoint: port1,
    lock: null,
    onDeath: () => undefined,
    watch: () => undefined,
    terminate: () => {
      port1.close();
      port2.close();
    },
  };
}
