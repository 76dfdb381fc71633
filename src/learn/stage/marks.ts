/**
 * Where the marks in a program lead (scripts/vite/program/marks.ts puts them before each statement). A program is
 * called with a world; the world's sink hears which line is about to run in which call. Nothing is awaited and
 * nothing scheduled, so marks can't change the order of anything.
 */
export interface LineSink {
  /** A call of a function begins; the answer is its number. */
  enter(name: string): number;
  at(call: number, line: number): void;
}

const SILENT: LineSink = { enter: () => 0, at: () => undefined };
const sinks = new WeakMap<object, LineSink>();

/** Lines of programs that are called with `world` are told to `sink`. */
export function hearLines(world: object, sink: LineSink): void {
  sinks.set(world, sink);
}

export function marksOf(world: unknown): LineSink {
  return (typeof world === 'object' && world !== null ? sinks.get(world) : undefined) ?? SILENT;
}
