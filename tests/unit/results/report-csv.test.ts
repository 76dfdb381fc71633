import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportToCsv } from '../../../src/results/report-csv.ts';
import { buildReport, type RunRecord } from '../../../src/results/report.ts';
import { ENVIRONMENT, framesOf, runOf } from '../../support/results/runs.ts';

const csvOf = (runs: readonly RunRecord[]): string =>
  reportToCsv(buildReport({ environment: ENVIRONMENT, runs, version: '1' }));

/** A reader by the grammar of RFC 4180, written for this test. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    if (found === null) throw new Error('not CSV');
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n' && cell.lastIndex < csv.length) rows.push([]);
  }
  return rows;
}

function records(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = parse(csv);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? 'missing'])));
}

describe('reportToCsv', () => {
  it('writes a header and a row a run', () => {
    const csv = csvOf([runOf({ id: 'a' }), runOf({ id: 'b', frames: framesOf(33.5, 1) })]);
    const [a, b] = records(csv);
    expect(a).toMatchObject({ id: 'a', task: 'blur', wallMs: '2000', params: '{"sigma":8}', valid: 'true' });
    expect(a).toMatchObject({ experiment: 'a', refreshHz: '60', userAgent: 'A browser', device: '' });
    expect(b).toMatchObject({ experiment: 'a' });
    expect(b).toMatchObject({ id: 'b', longestFreezeMs: '33.5', framesDropped: '1' });
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(new Set(parse(csv).map((row) => row.length)).size).toBe(1);
  });

  it('leaves a field empty for what is not available, and writes 0 for 0', () => {
    const run = runOf({ frames: null, startupMs: null, transferMs: 0 });
    const [row] = records(csvOf([run]));
    expect(row).toMatchObject({ framesDropped: '', startupMs: '', transferMs: '0', taps: '' });
  });

  it('gives a spreadsheet no formula: a device’s name may come from a stranger', () => {
    const device = { id: 'x', name: '=HYPERLINK("http://example.org","you")' };
    const report = { ...buildReport({ environment: ENVIRONMENT, runs: [runOf()], version: '1' }), device };
    expect(records(reportToCsv(report))[0]?.['device']).toBe(`'${device.name}`);
    expect(records(csvOf([runOf({ params: { x: -0.65 } })]))[0]?.['params']).toBe('{"x":-0.65}');
  });

  it('brings any text back as it was', () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', 'é', ' ', ';') });
    fc.assert(
      fc.property(nasty, nasty, (error, value) => {
        const run = runOf({ status: 'failed', error, params: { value } });
        const [row] = records(csvOf([run]));
        expect(row?.['error']).toBe(error);
        expect(JSON.parse(row?.['params'] ?? '')).toEqual({ value });
      }),
    );
  });
});
