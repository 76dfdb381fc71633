import type { World } from '../../stage/world.ts';

/** Everything or nothing: rejects at the first failure. */
export async function all({ net, show }: World): Promise<void> {
  try {
    const answers = await Promise.all([
      net.get<string>('/stops'), // {stops} ms
      net.get<string>('/fares'), // fails, {fares}
      net.get<string>('/times'), // {times} ms
    ]);
    show(answers);
  } catch (error) {
    show((error as Error).message);
  }
}

/** Waits for all, and says of each how it went. */
export async function allSettled({ net, show }: World): Promise<void> {
  const results = await Promise.allSettled([
    net.get<string>('/stops'),
    net.get<string>('/fares'),
    net.get<string>('/times'),
  ]);
  show(results.map((result) => result.status));
}

/** The first to settle decides, be it a failure. */
export async function race({ net, show }: World): Promise<void> {
  try {
    const first = await Promise.race([
      net.get<string>('/stops'),
      net.get<string>('/fares'),
      net.get<string>('/times'),
    ]);
    show(first);
  } catch (error) {
    show((error as Error).message);
  }
}

/** The first success; failures are passed over. */
export async function any({ net, show }: World): Promise<void> {
  try {
    const first = await Promise.any([
      net.get<string>('/stops'),
      net.get<string>('/fares'),
      net.get<string>('/times'),
    ]);
    show(first);
  } catch (error) {
    // only if all three fail
    show((error as AggregateError).errors);
  }
}
