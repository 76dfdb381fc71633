import { listenForLost } from '../../../src/learn/stage/lost.ts';

type Hear = (error: unknown) => void;

/** Node's own two events; a test runner's ears are closed meanwhile: what is lost here is lost on purpose. */
function listenInNode(hear: Hear, hearLate: Hear): () => void {
  const reasons = new WeakMap<Promise<unknown>, unknown>();
  const lost = (reason: unknown, promise: Promise<unknown>): void => {
    reasons.set(promise, reason);
    hear(reason);
  };
  const late = (promise: Promise<unknown>): void => {
    hearLate(reasons.get(promise));
  };
  const others = process.listeners('unhandledRejection');
  const othersLate = process.listeners('rejectionHandled');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', lost);
  process.removeAllListeners('rejectionHandled').on('rejectionHandled', late);
  return () => {
    process.off('unhandledRejection', lost).off('rejectionHandled', late);
    for (const other of others) process.on('unhandledRejection', other);
    for (const other of othersLate) process.on('rejectionHandled', other);
  };
}

/** Rejections that nobody handles, as the page hears them, here or in Node. */
export function listenForLostHere(hear: Hear, hearLate: Hear): () => void {
  return typeof window === 'undefined' ? listenInNode(hear, hearLate) : listenForLost(hear, hearLate);
}
