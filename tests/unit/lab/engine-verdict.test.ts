import { describe, expect, it } from 'vitest';
import { fingerprint, resultRows, roundsOf } from '../../../src/lab/result/figures.ts';
import { engineChoices, engineNote, engineProblem } from '../../../src/lab/model/engines.ts';
import { FURTHER_INFOS } from '../../../src/lab/model/further.ts';
import { TASK_IDS } from '../../../src/tasks/ids.ts';
import { addInfos } from '../../../src/tasks/infos.ts';
import { verdict } from '../../../src/lab/model/verdict.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import { summarise } from '../../../src/results/summary.ts';
import { blockingView, poolView, withRecord } from '../../support/run-views.ts';

const inWasm = (view: RunView): RunView => withRecord(view, { engine: 'wasm' });
const runs = [blockingView(2000), poolView(1000), inWasm(blockingView(400)), inWasm(poolView(200))];

function told(views: readonly RunView[]): string {
  const rows = summarise(views.map(({ record }) => record));
  const shown = resultRows(views, rows).map(({ view }) => view);
  return verdict({ rows, views: shown, nature: 'divisible', workers: 2 }).sentences.join(' ');
}

describe('two engines compared', () => {
  it('have a row each for every strategy, named', () => {
    const rows = resultRows(runs, summarise(runs.map(({ record }) => record)));
    expect(rows.map(({ name }) => name)).toEqual([
      ...['Blocking, TypeScript', 'Pool, TypeScript'],
      ...['Blocking, WebAssembly', 'Pool, WebAssembly'],
    ]);
    expect(rows.map(({ summary }) => summary?.wallMs?.median)).toEqual([2000, 1000, 400, 200]);
    expect(roundsOf(runs)).toBe(1);
  });

  it('are told apart: the kernel, the threads, both', () => {
    expect(told(runs)).toBe(
      'The kernel in WebAssembly: 5.00×, 400 ms instead of 2,000 ms. Two workers: 2.00×. Both: 10.00×.',
    );
  });

  it('are compared with one strategy alone', () => {
    expect(told([poolView(1000), inWasm(poolView(200))])).toBe(
      'The kernel in WebAssembly: 5.00×, 200 ms instead of 1,000 ms.',
    );
  });

  it('must give the same bytes', () => {
    expect(fingerprint(runs).state).toBe('same');
    expect(fingerprint([poolView(), inWasm(poolView())]).state).toBe('same');
    const other = withRecord(inWasm(poolView()), { checksum: 'ff' });
    const views = [blockingView(), poolView(), other];
    expect(fingerprint(views).state).toBe('differ');
    expect(resultRows(views, []).map(({ odd }) => odd)).toEqual([false, false, true]);
  });
});

describe('the engines of a task', () => {
  it('are both, and the two compared, where there is a twin and WebAssembly', () => {
    expect(engineChoices('blur', 'simd')).toEqual(['ts', 'wasm', 'both']);
    expect(engineNote('blur', 'simd')).toBe('');
    expect(engineProblem('blur', 'both', 'simd')).toBeNull();
  });

  it('are TypeScript alone where WebAssembly is missing, which is said', () => {
    expect(engineChoices('blur', 'none')).toEqual(['ts']);
    expect(engineNote('blur', 'none')).toContain('no WebAssembly');
    expect(engineProblem('blur', 'wasm', 'none')).toMatch(/no WebAssembly.*It runs as ts\.$/);
  });

  it('are two for every task but JSON, which says why', () => {
    addInfos(FURTHER_INFOS);
    const single = TASK_IDS.filter((task) => engineChoices(task, 'simd').length === 1);
    expect(single).toEqual(['json']);
    expect(engineNote('json', 'simd')).toContain('JSON.parse is the browser’s own');
    expect(engineProblem('json', 'wasm', 'simd')).toMatch(/browser’s own.*It runs as ts\.$/);
  });

  it('go on without SIMD, which is said', () => {
    expect(engineChoices('blur', 'scalar')).toEqual(['ts', 'wasm', 'both']);
    expect(engineNote('blur', 'scalar')).toContain('no SIMD');
  });

  it('are named where a link asks for another', () => {
    expect(engineProblem('blur', 'rust', 'simd')).toBe(
      '“rust” is not an engine. It runs as ts or wasm or both.',
    );
  });
});
