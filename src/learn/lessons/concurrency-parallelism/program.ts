import type { World } from '../../stage/world.ts';
import type { CrewTools, KitchenTools } from './dishes.ts';

type Kitchen = World & KitchenTools;
type Crew = World & CrewTools;

/** One chef: a little of each dish, in turns. */
export async function inTurns({ jobs, turn, log }: Kitchen): Promise<void> {
  async function cook(job: KitchenTools['jobs'][number]) {
    while (job.unfinished) {
      job.work(); // a slice of it
      await turn(); // the others’ turn
    }
  }

  await Promise.all(jobs.map(cook));
  log('all done');
}

/** As many chefs as there are workers. */
export async function atOnce({ jobs, pool, log }: Crew): Promise<void> {
  // {workers} workers share the jobs
  await Promise.all(jobs.map((job) => pool.run(job)));
  log('all done');
}

/** More chefs than stoves. */
export async function crowded({ crowd, pool, log }: Crew): Promise<void> {
  // more workers than cores,
  // and a job for each
  await Promise.all(crowd.map((job) => pool.run(job)));
  log('all done');
}
