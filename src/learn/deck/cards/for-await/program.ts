import type { World } from '../../../stage/world.ts';

/** The next page is fetched when this one has been dealt with. */
export async function trap({ log, pause }: World): Promise<void> {
  async function* pages() {
    for (const page of [1, 2, 3]) {
      await pause(100); // fetches it
      yield page;
    }
  }

  for await (const page of pages()) {
    await pause(100); // reads it
    log(`page ${page} read`);
  }
}

/** Reading is started, not waited for, inside the loop. */
export async function fix({ log, pause }: World): Promise<void> {
  async function* pages() {
    for (const page of [1, 2, 3]) {
      await pause(100); // fetches it
      yield page;
    }
  }

  async function read(page: number) {
    await pause(100); // reads it
    log(`page ${page} read`);
  }

  const reading: Promise<void>[] = [];
  for await (const page of pages()) reading.push(read(page));
  await Promise.all(reading);
}
