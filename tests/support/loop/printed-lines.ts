import type { Recording } from '../../../src/loop/contract.ts';

/** What the code itself printed; errors that nobody caught are the browser's own lines. */
export function printedLines(recording: Recording): string[] {
  return recording.console.filter(({ level }) => level !== 'uncaught').map(({ text }) => text);
}
