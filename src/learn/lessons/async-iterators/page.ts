/** A page of the simulated time-table: three trains, and which page comes next. */
export interface Page {
  readonly trains: readonly string[];
  /** 0: this was the last. */
  readonly next: number;
}
