/** Growing tables of integers, sent in pieces: what was added since the last `take`. */

/** Rows of integers, flat. */
export class IntTable {
  private data: Int32Array;
  private used = 0;

  constructor(private readonly width: number) {
    this.data = new Int32Array(width * 256);
  }

  get rows(): number {
    return this.used / this.width;
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
