import type { World } from '../../../stage/world.ts';

/** The promise leaves the try before it fails. */
export async function trap({ log, pause }: World): Promise<void> {
  async function risky(): Promise<string> {
    await pause(100);
    throw new Error('broken');
  }

  async function careful() {
    try {
      // eslint-disable-next-line @typescript-eslint/return-await -- the mistake that is shown
      return risky();
    } catch {
      return 'caught inside';
    }
  }

  try {
    log(await careful());
  } catch {
    log('caught outside');
  }
}

/** It fails while still inside. */
export async function fix({ log, pause }: World): Promise<void> {
  async function risky(): Promise<string> {
    await pause(100);
    throw new Error('broken');
  }

  async function careful() {
    try {
      return await risky();
    } catch {
      return 'caught inside';
    }
  }

  try {
    log(await careful());
  } catch {
    log('caught outside');
  }
}
