import type { World } from '../../../stage/world.ts';

/** Two ways to give values over time, and nobody reads. */
export async function trap({ log, pause }: World): Promise<void> {
  new ReadableStream({
    pull(controller) {
      log('stream made one');
      controller.enqueue('value');
    },
  });

  // eslint-disable-next-line @typescript-eslint/require-await -- nothing in it waits
  async function* generate() {
    log('generator made one');
    yield 'value';
  }

  generate();
  await pause(100);
  log('nobody has read');
}

/** A stream that keeps nothing in store. */
export async function fix({ log, pause }: World): Promise<void> {
  const stream = new ReadableStream<string>(
    {
      pull(controller) {
        log('stream made one');
        controller.enqueue('value');
      },
    },
    { highWaterMark: 0 },
  );

  await pause(100);
  log('nobody has read');
  const reader = stream.getReader();
  await reader.read();
  log('read one');
}
