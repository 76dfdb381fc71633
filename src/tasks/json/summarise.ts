import {
  COMMON_KEYS,
  LEVELS,
  NUMBER_KEYS,
  SHOWN_CHARACTERS,
  type Counts,
  type NumberKey,
  type Summary,
} from './summary.ts';

/** A key's numbers so far. */
interface Tally {
  keys: number;
  numbers: number;
  min: number;
  max: number;
  sum: number;
}

type Box = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Walks through all values of a parsed document, without recursion: it may be nested deeply. */
export function summarise(root: unknown, bytes: number): Summary {
  const walk = new Walk();
  walk.all(root);
  return walk.summary(bytes);
}

class Walk {
  readonly #counts: Record<keyof Counts, number> = {
    objects: 0,
    arrays: 0,
    strings: 0,
    numbers: 0,
    booleans: 0,
    nulls: 0,
  };
  readonly #levels = new Float64Array(LEVELS);
  readonly #tallies = new Map<string, Tally>();
  #depth = 0;
  #longest: string | null = null;
  /** Containers still to be looked into, with their depth and the name that their numbers go by. */
  readonly #boxes: Box[] = [];
  readonly #depths: number[] = [];
  readonly #names: string[] = [];

  all(root: unknown): void {
    this.#value(root, 1, '');
    for (let box = this.#boxes.pop(); box !== undefined; box = this.#boxes.pop()) {
      const depth = (this.#depths.pop() ?? 0) + 1;
      const name = this.#names.pop() ?? '';
      if (isArray(box)) this.#array(box, depth, name);
      else this.#object(box, depth);
    }
  }

  #array(values: readonly unknown[], depth: number, name: string): void {
    const inside = name.endsWith('[]') ? name : `${name}[]`;
    for (let i = 0; i < values.length; i++) this.#value(values[i], depth, inside);
  }

  #object(values: Readonly<Record<string, unknown>>, depth: number): void {
    for (const name of Object.keys(values)) {
      this.#tally(name).keys += 1;
      this.#value(values[name], depth, name);
    }
  }

  #value(value: unknown, depth: number, name: string): void {
    const level = Math.min(depth, LEVELS) - 1;
    this.#levels[level] = (this.#levels[level] ?? 0) + 1;
    if (depth > this.#depth) this.#depth = depth;
    if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'number') this.#number(value, name);
    else if (typeof value === 'boolean') this.#counts.booleans += 1;
    else if (value === null) this.#counts.nulls += 1;
    else this.#box(value as Box, depth, name);
  }

  #box(box: Box, depth: number, name: string): void {
    if (isArray(box)) this.#counts.arrays += 1;
    else this.#counts.objects += 1;
    this.#boxes.push(box);
    this.#depths.push(depth);
    this.#names.push(name);
  }

  #string(value: string): void {
    this.#counts.strings += 1;
    if (this.#longest === null || value.length > this.#longest.length) this.#longest = value;
  }

  #number(value: number, name: string): void {
    this.#counts.numbers += 1;
    const tally = this.#tally(name);
    tally.numbers += 1;
    tally.sum += value;
    if (value < tally.min) tally.min = value;
    if (value > tally.max) tally.max = value;
  }

  #tally(name: string): Tally {
    const known = this.#tallies.get(name);
    if (known !== undefined) return known;
    const fresh = { keys: 0, numbers: 0, min: Infinity, max: -Infinity, sum: 0 };
    this.#tallies.set(name, fresh);
    return fresh;
  }

  summary(bytes: number): Summary {
    const named = [...this.#tallies].map(([name, tally]) => ({ name, ...tally }));
    const keys = named.filter((key) => key.keys > 0);
    const longest = this.#longest;
    return {
      bytes,
      counts: this.#counts,
      depth: this.#depth,
      levels: [...this.#levels.subarray(0, Math.min(this.#depth, LEVELS))],
      keys: { all: keys.reduce((sum, key) => sum + key.keys, 0), distinct: keys.length },
      common: most(keys, ({ keys: count }) => count, COMMON_KEYS).map((key) => ({
        name: shown(key.name),
        count: key.keys,
      })),
      longest: longest === null ? null : { length: longest.length, start: shown(longest) },
      numbers: most(named, ({ numbers }) => numbers, NUMBER_KEYS).map(numberKey),
    };
  }
}

/** `Array.isArray` would make `any[]` of it. */
function isArray(box: Box): box is readonly unknown[] {
  return Array.isArray(box);
}

/** The largest by a count; equal ones stay in the order in which they were met. */
function most<T>(items: readonly T[], countOf: (item: T) => number, limit: number): T[] {
  return items
    .filter((item) => countOf(item) > 0)
    .sort((a, b) => countOf(b) - countOf(a))
    .slice(0, limit);
}

function numberKey({ name, numbers, min, max, sum }: Tally & { name: string }): NumberKey {
  return { name: shown(name), count: numbers, min: held(min), max: held(max), mean: held(sum / numbers) };
}

/** JSON has no infinity; a file may hold 1e999. */
function held(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function shown(text: string): string {
  return text.length > SHOWN_CHARACTERS ? text.slice(0, SHOWN_CHARACTERS) : text;
}
