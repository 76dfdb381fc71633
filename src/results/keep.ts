import type { Report } from './report.ts';
import { runHistory } from './store/history.svelte.ts';

/** Keeps the report of an ended experiment on this device. Never rejects, and the run doesn't wait for it. */
export function keepReport(report: Report): Promise<void> {
  return report.runs.length === 0 ? Promise.resolve() : runHistory.add(report);
}
