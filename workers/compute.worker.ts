import { ComputeHost } from './compute/host.ts';
import { holdLock } from './compute/lock.ts';

const host = new ComputeHost(self, holdLock);

// Unhandled rejections in a worker do not reach `worker.onerror` on the page: tell it ourselves.
self.addEventListener('unhandledrejection', (event) => {
  host.fault(`it left a rejection unhandled: ${String(event.reason)}`);
});

const close = self.close.bind(self);
self.close = () => {
  host.closing();
  close();
};
