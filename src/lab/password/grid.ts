export interface Grid {
  readonly columns: number;
  /** From one square to the next, and how large a square is, in CSS pixels. */
  readonly step: number;
  readonly side: number;
  readonly height: number;
}

const LARGEST = 26;
const SMALLEST = 9;
/** No taller than this where the squares can be smaller. */
const MOST_HEIGHT = 150;
const GAP = 3;

/** The largest squares by which all candidates fit. */
export function gridOf(count: number, width: number): Grid {
  for (let step = LARGEST; ; step--) {
    const columns = Math.max(1, Math.floor((width + GAP) / step));
    const rows = Math.ceil(count / columns);
    const height = Math.max(1, rows * step - GAP);
    if (height <= MOST_HEIGHT || step <= SMALLEST) return { columns, step, side: step - GAP, height };
  }
}
