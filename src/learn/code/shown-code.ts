export type TokenRole = 'keyword' | 'string' | 'comment' | '';
export type Token = readonly [role: TokenRole, text: string];

/** A function's body as it is shown: the very text that runs. */
export interface ShownCode {
  readonly text: string;
  /** Where a statement of several lines ends, by its first line. */
  readonly reach: Readonly<Record<number, number>>;
  readonly lines: readonly (readonly Token[])[];
}

export type ShownPrograms = Readonly<Record<string, ShownCode>>;

/** The lines of the statement that begins on this one. */
export function linesFrom({ reach }: ShownCode, line: number): number[] {
  const last = reach[line] ?? line;
  return Array.from({ length: last - line + 1 }, (_, i) => line + i);
}

/** `{slow}` in a comment becomes the number the learner has set; code itself is never touched. */
export function fillIn(token: Token, numbers: Readonly<Record<string, number>>): string {
  const [role, text] = token;
  if (role !== 'comment') return text;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(numbers, name) ? String(numbers[name]) : whole,
  );
}
