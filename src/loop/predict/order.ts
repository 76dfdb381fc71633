/** "In which order will these print?": the exercise, and how an answer is judged. */
import type { ConsoleEntry } from '../contract.ts';

export interface Line {
  /** Its place in the real order. */
  readonly id: number;
  readonly text: string;
  /** The step that prints it. */
  readonly step: number;
}

export interface Exercise {
  /** In the order in which they print. */
  readonly lines: readonly Line[];
  /** The same, shuffled. */
  readonly shuffled: readonly Line[];
  /** How many more lines the code prints. */
  readonly more: number;
}

/** More than this is a test of patience. */
export const MOST_LINES = 10;

/** The texts of a line that spans several, on one. */
const flat = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** `null` where there is nothing to put in order: fewer than two lines that differ. */
export function makeExercise(entries: readonly ConsoleEntry[], random: () => number): Exercise | null {
  const lines = entries
    .slice(0, MOST_LINES)
    .map((entry, id) => ({ id, text: flat(entry.text), step: entry.step }));
  if (new Set(lines.map(({ text }) => text)).size < 2) return null;
  return { lines, shuffled: shuffle(lines, random), more: Math.max(0, entries.length - MOST_LINES) };
}

/** Fisher and Yates; never the real order itself, which would be a gift. */
function shuffle(lines: readonly Line[], random: () => number): Line[] {
  const mixed = [...lines];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last], mixed[pick]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[pick]] = [b, a];
  }
  if (mixed.every((line, index) => line.text === lines[index]?.text)) mixed.push(...mixed.splice(0, 1));
  const same = mixed.every((line, index) => line.text === lines[index]?.text);
  return same ? mixed.reverse() : mixed;
}

export interface Judged {
  readonly line: Line;
  /** Where the answer had this line, counted from one; the same text counts as the same line. */
  readonly said: number;
  readonly right: boolean;
}

export interface Verdict {
  readonly rows: readonly Judged[];
  readonly right: number;
  /** The first line that the answer had elsewhere; `null` when all is right. */
  readonly firstWrong: Line | null;
}

/** Judges an answer that has every line once. */
export function judge({ lines }: Exercise, answer: readonly Line[]): Verdict {
  const taken = new Set<number>();
  const right = lines.map((line, index) => {
    const fits = answer[index]?.text === line.text;
    if (fits) taken.add(index);
    return fits;
  });
  const rows = lines.map((line, index): Judged => {
    if (right[index] === true) return { line, said: index + 1, right: true };
    const said = answer.findIndex((other, at) => !taken.has(at) && other.text === line.text);
    taken.add(said);
    return { line, said: said + 1, right: false };
  });
  const firstWrong = rows.find((row) => !row.right)?.line ?? null;
  return { rows, right: rows.filter((row) => row.right).length, firstWrong };
}

export function verdictWords({ rows, right, firstWrong }: Verdict): string {
  const all = rows.length;
  if (firstWrong === null) return `All ${String(all)} in the right order.`;
  return `${right === 0 ? 'None' : String(right)} of ${String(all)} in the right place. The first that comes otherwise: “${firstWrong.text}”.`;
}
