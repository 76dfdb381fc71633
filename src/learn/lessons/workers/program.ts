import type { World } from '../../stage/world.ts';
import type { Desk, Everything, Post, SharedPost, Sizes } from './post.ts';

/** The bytes are copied: both sides have them. */
export async function copying({ worker, bytes, log }: World & Post): Promise<void> {
  const arrived = worker.post(bytes);
  log('free again'); // {mb} MB copied
  await arrived;
  log('still here:', bytes.byteLength);
}

/** The bytes change hands: only the other side has them. */
export async function moving({ worker, bytes, log }: World & Post): Promise<void> {
  const arrived = worker.post(bytes, [bytes]);
  log('free again'); // no copy
  await arrived;
  log('still here:', bytes.byteLength);
}

/** One memory for both. */
export async function sharing({ worker, shared, log }: World & SharedPost): Promise<void> {
  if (shared === null) {
    log('this page isn’t isolated');
    return;
  }
  const arrived = worker.post(shared);
  log('free again'); // no copy
  await arrived;
  log('still here:', shared.byteLength);
}

/** All three, by size. */
export async function bySize({ worker, sizes, make, makeShared, log }: World & Sizes): Promise<void> {
  for (const mb of sizes) {
    log(mb, 'MB');
    const bytes = await make(mb);
    await worker.post(bytes); // copied
    // and moved
    await worker.post(bytes, [bytes]);
    const shared = await makeShared(mb);
    if (shared) await worker.post(shared);
  }
}

/** What a worker's own context has. */
export async function context({ worker, names, log }: World & Desk & Everything): Promise<void> {
  const there = await worker.has(names);
  for (const [i, name] of names.entries()) {
    log(name, there[i] ? 'is there' : 'is missing');
  }
}
