/**
 * The only place that makes workers. A `WorkerLink` turns all the ways in which a worker can stop
 * answering into one call: `error`, `messageerror`, and for a silent exit (`close()`, a crash of its
 * process) the release of a Web Lock that it holds while it lives.
 */
import type { WorkerLink } from './caller.ts';

let nextLock = 0;

/** Spawns one compute worker. Nothing is loaded until the first message. */
export function spawnCompute(index: number): WorkerLink {
  const worker = new Worker(new URL('../../workers/compute.worker.ts', import.meta.url), { type: 'module' });
  return linkOf(worker, `worker ${String(index)}`);
}

/** Spawns the worker for pictures: decoding, encoding, the sample. */
export function spawnMedia(): WorkerLink {
  const worker = new Worker(new URL('../../workers/media.worker.ts', import.meta.url), { type: 'module' });
  return linkOf(worker, 'media');
}

/** Spawns the course's small worker: for jobs that are better left where they are. */
export function spawnLearn(): WorkerLink {
  const worker = new Worker(new URL('../../workers/learn.worker.ts', import.meta.url), { type: 'module' });
  return linkOf(worker, 'course');
}

/** Spawns the worker that fails on purpose, for a lesson; whoever asks for it listens to it and ends it. */
export function spawnStray(): Worker {
  return new Worker(new URL('../../workers/stray.worker.ts', import.meta.url), { type: 'module' });
}

/** Runs a file as it is, as a plain script or as a module, for a card of the deck; whoever asks for it ends it. */
export function spawnScript(address: string, type: WorkerType): Worker {
  return new Worker(new URL(address, document.baseURI), { type });
}

/** What went wrong, in words, from a worker's `error` event (which has no message when the script didn't load). */
function reasonOf(event: ErrorEvent): string {
  const text = event.message as string | undefined;
  return text === undefined || text === '' ? 'its script could not be loaded' : `it threw "${text}"`;
}

export function linkOf(worker: Worker, name: string): WorkerLink {
  const locks = navigator.locks as LockManager | undefined;
  const lock =
    locks === undefined ? null : `unblocked-${name}-${crypto.randomUUID()}-${String((nextLock += 1))}`;
  const watching = new AbortController();
  let listener: ((reason: string) => void) | null = null;
  const die = (reason: string): void => {
    watching.abort();
    listener?.(reason);
    listener = null;
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    die(reasonOf(event));
  });
  // Not `onmessageerror`: Chromium's workers fire the event but haven't got the attribute (measured).
  worker.addEventListener('messageerror', () => {
    die('it sent an answer that could not be read');
  });
  return {
    endpoint: worker,
    lock,
    onDeath: (callback) => (listener = callback),
    watch: () => {
      if (locks !== undefined && lock !== null) watchLock(locks, lock, watching.signal, die);
    },
    terminate: () => {
      listener = null;
      watching.abort();
      worker.terminate();
    },
  };
}

/** Granted to us only when the worker has let go of it: then the worker is gone. */
function watchLock(
  locks: LockManager,
  lock: string,
  signal: AbortSignal,
  die: (reason: string) => void,
): void {
  locks
    .request(lock, { signal }, () => {
      die('it exited without a word');
    })
    .catch((error: unknown) => {
      // Aborted: we ended the worker ourselves. Else a worker that nobody can watch is no worker to rely on.
      if (!signal.aborted) die(`it could not be watched (${String(error)})`);
    });
}
