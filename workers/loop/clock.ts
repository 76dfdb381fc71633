/** Virtual time: it stands while code runs and jumps when the loop sleeps, so that runs are instant and repeatable. */

/** Reads of the clock within one task before time begins to pass, and then how much a read costs. */
const FREE_READS = 25;
const READ_MS = 1;
/** A long wait is got through in larger steps. */
const LONG_READS = 200;
const LONG_READ_MS = 10;

export class Clock {
  private time = 0;
  private reads = 0;

  get now(): number {
    return this.time;
  }

  /** The learner's code looks at the clock: a loop that waits for time to pass must end. */
  read(): number {
    this.reads += 1;
    if (this.reads > FREE_READS) this.time += this.reads > LONG_READS ? LONG_READ_MS : READ_MS;
    return this.time;
  }

  newTask(): void {
    this.reads = 0;
  }

  advanceTo(time: number): void {
    if (time > this.time) this.time = time;
  }
}
