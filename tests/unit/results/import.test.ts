import { describe, expect, it } from 'vitest';
import { experimentsOf, newestFirst, reportOfAll } from '../../../src/results/model/experiment.ts';
import { buildReport } from '../../../src/results/report.ts';
import { parseReport } from '../../../src/results/share/validate.ts';
import { RunHistory } from '../../../src/results/store/history.svelte.ts';
import { MemoryStore } from '../../../src/results/store/memory-store.ts';
import { comparisonRuns, sixtyRuns } from '../../support/results/experiments.ts';
import { ENVIRONMENT, runOf } from '../../support/results/runs.ts';

const history = sixtyRuns();
const exported = JSON.stringify(reportOfAll(history));

function emptyHistory(store = new MemoryStore()): RunHistory {
  return new RunHistory(() => Promise.resolve(store));
}

describe('a history of 60 runs', () => {
  it('is exported as one report that the schema allows, and comes back as it was', () => {
    const report = parseReport(exported);
    expect(report.runs).toHaveLength(60);
    expect(newestFirst(experimentsOf(report))).toEqual(newestFirst(history));
  });

  it('never averages across experiments', () => {
    const { summary } = parseReport(exported);
    expect(summary).toHaveLength(3 * history.length);
    expect(Math.max(...summary.map(({ n }) => n))).toBe(3);
    expect(new Set(summary.map(({ experiment }) => experiment)).size).toBe(history.length);
  });

  it('is imported twice without a duplicate', async () => {
    const mine = emptyHistory();
    const incoming = experimentsOf(parseReport(exported));
    expect(await mine.import(incoming)).toMatchObject({ addedRuns: 60, knownRuns: 0 });
    const before = mine.experiments;
    expect(await mine.import(incoming)).toMatchObject({ addedRuns: 0, knownRuns: 60, changed: [] });
    expect(mine.experiments).toEqual(before);
    expect(mine.experiments.flatMap(({ runs }) => runs)).toHaveLength(60);
  });

  it('gains only the runs that are new, also where they were grouped otherwise', async () => {
    const mine = emptyHistory();
    const [first, second] = history;
    await mine.import([first, second].filter((each) => each !== undefined));
    const flat = buildReport({
      environment: ENVIRONMENT,
      version: '0.1.0',
      runs: [...(first?.runs ?? []), ...comparisonRuns()],
    });
    expect(await mine.import(experimentsOf(flat))).toMatchObject({ addedRuns: 9, knownRuns: 9 });
    const ids = mine.experiments.flatMap(({ runs }) => runs.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a report that is refused', () => {
  const good = buildReport({ environment: ENVIRONMENT, runs: [runOf(), runOf()], version: '1' });

  it.each([
    ['no JSON', exported.slice(0, 200), /not JSON, or it was cut off/],
    ['other JSON', '{"a":1}', /not a report of Unblocked/],
    ['a list', '[]', /not a report of Unblocked/],
    ['a later schema', '{"schema":"unblocked-report/2"}', /“unblocked-report\/2”; this version reads/],
    ['a negative time', JSON.stringify({ ...good, runs: [runOf({ wallMs: -3 })] }), /runs\[0\]\.wallMs/],
    ['no runs', JSON.stringify({ ...good, runs: undefined }), /runs/],
    [
      'markup as a strategy',
      JSON.stringify({ ...good, runs: [{ ...runOf(), strategy: '<img onerror=x>' }] }),
      /runs\[0\]\.strategy/,
    ],
    [
      'the same run twice',
      JSON.stringify({ ...good, runs: [runOf({ id: 'a' }), runOf({ id: 'a' })] }),
      /same id/,
    ],
  ])('says why: %s', (_, text, reason) => {
    expect(() => parseReport(text)).toThrow(reason);
    expect(() => parseReport(text)).toThrow(expect.objectContaining({ name: 'ReportRefused' }));
  });

  it('keeps keys of later versions that it does not know', () => {
    const later = { ...good, addedLater: 1, runs: [{ ...runOf(), addedLater: { deep: true } }] };
    expect(parseReport(JSON.stringify(later)).runs[0]).toMatchObject({ addedLater: { deep: true } });
  });
});

describe('reports without tags', () => {
  it('are one experiment each, of the device that their browser tells of', () => {
    const report = buildReport({
      environment: ENVIRONMENT,
      runs: [runOf({ id: 'x' }), runOf()],
      version: '1',
    });
    const [one, ...others] = experimentsOf(report);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'x', version: '1', device: { id: '["A browser",8,null]', name: null } });
    expect(experimentsOf({ ...report, runs: [] })).toEqual([]);
  });
});
