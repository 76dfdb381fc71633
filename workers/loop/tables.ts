/** Growing tables of integers, sent in pieces: what was added since the last `take`. */
import type { Tables } from '../../src/loop/wire.ts';

/** Rows of integers, flat. */
export class IntTable {
  private data: Int32Array;
  private used = 0;
  private taken = 0;

  constructor(private readonly width: number) {
    this.data = new Int32Array(width * 256);
  }

  /** How many there have ever been, those taken included: the next one's number. */
  get rows(): number {
    return this.taken + this.used / this.width;
  }

  push(...row: number[]): void {
    this.grow();
    for (let i = 0; i < this.width; i += 1) this.data[this.used + i] = row[i] ?? -1;
    this.used += this.width;
  }

  /** Forgets the last row. */
  drop(): void {
    this.used -= this.width;
  }

  /** Takes all rows, the last `keep` ones excepted, which stay. */
  take(keep = 0): Int32Array {
    const cut = Math.max(0, this.used - keep * this.width);
    const taken = this.data.slice(0, cut);
    this.data.copyWithin(0, cut, this.used);
    this.used -= cut;
    this.taken += cut / this.width;
    return taken;
  }

  private grow(): void {
    if (this.used + this.width <= this.data.length) return;
    const larger = new Int32Array(this.data.length * 2);
    larger.set(this.data);
    this.data = larger;
  }
}

/** Texts by number; a text is sent once. */
export class Strings {
  private readonly ids = new Map<string, number>();
  private fresh: string[] = [];

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(text, id);
    this.fresh.push(text);
    return id;
  }

  take(): string[] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }
}

/** What is sent of a run that has not begun. */
export function emptyTables(): Tables {
  const none = new Int32Array(0);
  return {
    steps: none,
    strings: [],
    places: none,
    frames: none,
    stacks: none,
    moments: none,
    times: new Float64Array(0),
    scopes: none,
    variables: none,
    values: none,
    moves: none,
    jobs: none,
    jobTimes: new Float64Array(0),
    prints: [],
    targets: [],
    differences: [],
    standing: -1,
  };
}

/** The memory of the typed tables, each piece once. */
export function buffersOf(tables: Tables): ArrayBuffer[] {
  const buffers = Object.values(tables).flatMap((table: unknown) =>
    table instanceof Int32Array || table instanceof Float64Array ? [table.buffer as ArrayBuffer] : [],
  );
  return [...new Set(buffers)];
}
