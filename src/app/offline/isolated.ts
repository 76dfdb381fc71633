/** `after-reload`: the service worker will send the headers that this host doesn't. */
export type Isolation = 'on' | 'after-reload' | 'insecure' | 'not-here';

/** Whether threads can share memory on this page. `worker`: one is there to serve the next load. */
export function isolationOf(worker: boolean): Isolation {
  if (globalThis.crossOriginIsolated) return typeof SharedArrayBuffer === 'undefined' ? 'not-here' : 'on';
  if (!isSecureContext) return 'insecure';
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // This page came through the service worker, with the headers, and is not isolated: the browser doesn't do it.
  const tried = (navigation?.workerStart ?? 0) > 0;
  return worker && !tried ? 'after-reload' : 'not-here';
}
