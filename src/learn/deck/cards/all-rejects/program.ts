import type { World } from '../../../stage/world.ts';

/** The first failure ends the waiting, not the work. */
export async function trap({ log, pause }: World): Promise<void> {
  async function open(door: string, ms: number) {
    await pause(ms);
    if (door === 'B') throw new Error('B is stuck');
    log(`${door} is open`);
  }

  try {
    await Promise.all([open('A', 50), open('B', 100), open('C', 200)]);
  } catch (error) {
    log((error as Error).message);
  }
}

/** Every one is waited for. */
export async function fix({ log, pause }: World): Promise<void> {
  async function open(door: string, ms: number) {
    await pause(ms);
    if (door === 'B') throw new Error('B is stuck');
    log(`${door} is open`);
  }

  const doors = await Promise.allSettled([open('A', 50), open('B', 100), open('C', 200)]);
  const stuck = doors.filter((door) => door.status === 'rejected');
  log(`${stuck.length} of 3 stuck`);
}
