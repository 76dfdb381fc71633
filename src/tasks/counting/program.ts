/** Adds one, many times: read, add, write. Somebody else may write in between. */
export function addPlain(counter: Int32Array, times: number): void {
  for (let i = 0; i < times; i++) {
    const seen = counter[0] as number;
    counter[0] = seen + 1;
  }
}

/** The same, each addition in one piece that nobody can come into. */
export function addAtomic(counter: Int32Array, times: number): void {
  for (let i = 0; i < times; i++) {
    Atomics.add(counter, 0, 1);
  }
}
