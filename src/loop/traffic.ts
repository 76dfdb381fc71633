/**
 * Which jobs are at one of the loop's places at a step. Stays are kept in the order of arrival; those that
 * have ended are skipped by a running maximum of the departures, so that no list is ever copied.
 */
import { upperBound } from './rows.ts';

/** Still there. */
const OPEN = 2 ** 31 - 1;

export class Traffic {
  private readonly jobs: number[] = [];
  private readonly arrivals: number[] = [];
  private readonly departures: number[] = [];
  /** Largest departure up to each stay, as far as it has been worked out. */
  private readonly latest: number[] = [];
  private readonly open = new Map<number, number>();

  arrive(job: number, step: number): void {
    this.open.set(job, this.jobs.length);
    this.jobs.push(job);
    this.arrivals.push(step);
    this.departures.push(OPEN);
  }

  depart(job: number, step: number): void {
    const stay = this.open.get(job);
    if (stay === undefined) return;
    this.open.delete(job);
    this.departures[stay] = step;
    if (stay < this.latest.length) this.latest.length = stay;
  }

  /** The jobs that are there at `step`, in the order of their arrival. */
  at(step: number): number[] {
    const end = upperBound(this.arrivals, step);
    const found: number[] = [];
    for (let stay = this.firstOpen(step, end); stay < end; stay += 1) {
      if ((this.departures[stay] ?? 0) > step) found.push(this.jobs[stay] ?? -1);
    }
    return found;
  }

  private firstOpen(step: number, end: number): number {
    for (let stay = this.latest.length; stay < end; stay += 1) {
      this.latest.push(Math.max(this.latest[stay - 1] ?? 0, this.departures[stay] ?? 0));
    }
    return Math.min(end, upperBound(this.latest, step));
  }
}
