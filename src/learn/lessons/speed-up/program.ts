import type { World } from '../../stage/world.ts';
import type { Curve, Hall } from './hall.ts';

/** The same job, each time on one worker more. */
export async function curve({ pool, job, most, log }: World & Curve): Promise<void> {
  for (let n = 1; n <= most; n++) {
    await pool.run(job, n); // thrice
    log('workers:', n);
  }
}

/** On workers that must start first, and on warm ones. */
export async function starting({ pool, job, cores, log }: World & Hall): Promise<void> {
  pool.dispose(); // nobody is there
  await pool.run(job, cores);
  log('and again');
  // now they are there
  await pool.run(job, cores);
}

/** Little work with many bytes. */
export async function carrying({ pool, here, light, cores, log }: World & Hall): Promise<void> {
  await here.run(light); // no worker
  log('and on workers');
  // sent by messages
  await pool.run(light, cores);
}

/** The same share for each, or whoever is free takes the next. */
export async function sharing({ pool, job, cores, log }: World & Hall): Promise<void> {
  await pool.run(job, cores, 'static');
  log('now as they come');
  await pool.run(job, cores, 'dynamic');
}

/** The page hands out the parts, and is busy. */
export async function starved({ pool, parcels, cores, busy, pause, log }: World & Hall): Promise<void> {
  const done = pool.run(parcels, cores);
  await pause(20); // they have begun
  busy(300); // on this thread
  await done;
  log('done');
}

/** The workers take the parts themselves. */
export async function claimed({ pool, job, cores, busy, pause, log }: World & Hall): Promise<void> {
  const done = pool.run(job, cores);
  await pause(20); // they have begun
  busy(300); // on this thread
  await done;
  log('done');
}
