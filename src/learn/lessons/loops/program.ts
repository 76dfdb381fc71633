import type { World } from '../../stage/world.ts';

/** The loop is over before the first photo is there. */
export function forEachAsync({ net, show }: World): void {
  const ids = [1, 2, 3, 4, 5, 6];
  const photos: string[] = [];

  // each photo takes {latency} ms
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the mistake that the lesson is about
  ids.forEach(async (id) => {
    const path = `/photos/${id}`;
    photos.push(await net.get<string>(path));
  });

  show(photos);
}

/** All of them asked for, and all awaited. */
export async function together({ net, show }: World): Promise<void> {
  const ids = [1, 2, 3, 4, 5, 6];

  const photos = await Promise.all(ids.map((id) => net.get<string>(`/photos/${id}`)));

  show(photos);
}

/** Never more than a few on their way. */
export async function limited({ net, show, limit }: World & { readonly limit: number }): Promise<void> {
  const queue = [1, 2, 3, 4, 5, 6].values();
  const photos: string[] = [];

  async function helper() {
    for (const id of queue) {
      const path = `/photos/${id}`;
      photos.push(await net.get<string>(path));
    }
  }

  const helpers = []; // {limit} of them
  while (helpers.length < limit) {
    helpers.push(helper());
  }
  await Promise.all(helpers);
  show(photos);
}

/** One after the other: this loop does wait. */
export async function oneByOne({ net, show }: World): Promise<void> {
  const photos: string[] = [];

  for (const id of [1, 2, 3, 4, 5, 6]) {
    const path = `/photos/${id}`;
    photos.push(await net.get<string>(path));
  }

  show(photos);
}

/** `map` gives back what the function gives: promises. */
export function mapAlone({ net, show }: World): void {
  const ids = [1, 2, 3, 4, 5, 6];

  const photos = ids.map((id) => net.get<string>(`/photos/${id}`));

  show(photos);
}
