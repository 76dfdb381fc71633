import type { Recording } from '../contract.ts';

export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Where the code can't be read: from the place that the parser names to the end of that line. */
export function faultOf(recording: Recording | null): Fault | null {
  if (recording?.end?.status !== 'syntax') return null;
  const { message, line, column } = recording.end;
  const lines = recording.code.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const length = (lines[line - 1] ?? '').length;
  const from = before + Math.max(0, Math.min(column - 1, length - 1));
  return { from, to: Math.max(from, before + length), message };
}
