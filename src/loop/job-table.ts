/** The jobs of a recording, as rows: made into objects when they are asked for, of a hundred thousand a page shows ten. */
import type { Job, JobKind, Place } from './contract.ts';
import { Rows } from './rows.ts';
import type { Tables } from './wire.ts';

const optional = (id: number): number | null => (id === -1 ? null : id);

export class JobTable {
  /** kind, label, place, queued by, queued at, parent, again */
  private readonly rows = new Rows(7);
  /** delay and due of each; NaN: none */
  private readonly times: number[] = [];

  constructor(
    private readonly strings: readonly string[],
    private readonly places: readonly Place[],
  ) {}

  append({ jobs, jobTimes }: Pick<Tables, 'jobs' | 'jobTimes'>): void {
    this.rows.append(jobs);
    for (const time of jobTimes) this.times.push(time);
  }

  at(id: number): Job | null {
    if (id < 0 || id >= this.rows.length) return null;
    return {
      id,
      kind: this.text(this.rows.at(id, 0)) as JobKind,
      label: this.text(this.rows.at(id, 1)),
      place: this.place(this.rows.at(id, 2)),
      queuedBy: this.place(this.rows.at(id, 3)),
      queuedAt: this.rows.at(id, 4),
      parent: optional(this.rows.at(id, 5)),
      again: optional(this.rows.at(id, 6)),
      delayMs: this.time(2 * id),
      dueMs: this.time(2 * id + 1),
    };
  }

  /** Virtual ms at which it is ready; 0 where it doesn't wait for a time. */
  due(id: number): number {
    return this.time(2 * id + 1) ?? 0;
  }

  private time(index: number): number | null {
    const time = this.times[index] ?? NaN;
    return Number.isNaN(time) ? null : time;
  }

  private text(id: number): string {
    return this.strings[id] ?? '';
  }

  private place(id: number): Place | null {
    return this.places[id] ?? null;
  }
}
