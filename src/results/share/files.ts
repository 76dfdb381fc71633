/** Results as files, out and in. */
import { saveFile } from '../../ui/save-file.ts';
import { experimentsOf, reportOfAll, type ExperimentRecord } from '../model/experiment.ts';
import { reportToCsv } from '../report-csv.ts';
import { parseReport, ReportRefused } from './validate.ts';

/** Far more than a year of runs; a larger file is something else. */
const MOST_BYTES = 64 << 20;

/** "unblocked-2026-11-25-60-runs.json". */
export function fileName(experiments: readonly ExperimentRecord[], ending: 'json' | 'csv'): string {
  const runs = experiments.reduce((sum, { runs: own }) => sum + own.length, 0);
  const day = reportOfAll(experiments).environment.startedAt.slice(0, 10);
  return `unblocked-${day}-${String(runs)}-${runs === 1 ? 'run' : 'runs'}.${ending}`;
}

export function exportJson(experiments: readonly ExperimentRecord[]): void {
  const text = `${JSON.stringify(reportOfAll(experiments), null, 2)}\n`;
  saveFile(fileName(experiments, 'json'), new Blob([text], { type: 'application/json' }));
}

export function exportCsv(experiments: readonly ExperimentRecord[]): void {
  const text = reportToCsv(reportOfAll(experiments));
  saveFile(fileName(experiments, 'csv'), new Blob([text], { type: 'text/csv' }));
}

/** @throws ReportRefused with the reason */
export async function readReportFile(file: File): Promise<ExperimentRecord[]> {
  if (file.size > MOST_BYTES) throw new ReportRefused('It is too large to be a report.');
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    throw new ReportRefused('The browser can’t read it: it may have been moved or changed.', {
      cause: error,
    });
  }
  return experimentsOf(parseReport(text));
}
