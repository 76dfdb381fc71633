import type { World } from '../../../stage/world.ts';

/** It is opened after the clearing up. */
export async function trap({ log, pause }: World): Promise<void> {
  let open = 0;
  const toClose: (() => void)[] = [];

  async function connect() {
    await pause(100);
    open += 1;
    toClose.push(() => (open -= 1));
  }

  try {
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the mistake that is shown
    connect();
    log('work done');
  } finally {
    for (const close of toClose) close();
  }
  await pause(200);
  log(`${open} left open`);
}

/** Opened, used, closed. */
export async function fix({ log, pause }: World): Promise<void> {
  let open = 0;
  const toClose: (() => void)[] = [];

  async function connect() {
    await pause(100);
    open += 1;
    toClose.push(() => (open -= 1));
  }

  try {
    await connect();
    log('work done');
  } finally {
    for (const close of toClose) close();
  }
  await pause(200);
  log(`${open} left open`);
}
