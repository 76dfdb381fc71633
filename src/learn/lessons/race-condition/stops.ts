/** What the simulated time-table answers. */
export interface Stops {
  readonly query: string;
  readonly count: number;
}
