/** What the simulated time-table answers. */
export interface Stops {
  readonly query: string;
  readonly count: number;
}

/** A board of departures, as it was when the server looked. */
export interface Board {
  readonly at: string;
}
