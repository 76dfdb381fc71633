import { describe, expect, it } from 'vitest';
import { buildReport, type Report } from '../../../src/results/report.ts';
import { RunHistory } from '../../../src/results/store/history.svelte.ts';
import { MemoryStore } from '../../../src/results/store/memory-store.ts';
import { comparisonRuns, experimentOf, phoneAt120 } from '../../support/results/experiments.ts';
import { ENVIRONMENT } from '../../support/results/runs.ts';

function reportOf(): Report {
  return buildReport({ environment: ENVIRONMENT, runs: comparisonRuns(), version: '1' });
}

/** A store whose writing fails as a full one does, while `full` is set. */
class FullStore extends MemoryStore {
  full = true;
  override put(...args: Parameters<MemoryStore['put']>): Promise<void> {
    if (this.full) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    return super.put(...args);
  }
}

/** Counts how often everything is read. */
class CountedStore extends MemoryStore {
  reads = 0;
  override all(): ReturnType<MemoryStore['all']> {
    this.reads += 1;
    return super.all();
  }
}

describe('the history', () => {
  it('keeps a run without reading the others: a long history would hold the page up', async () => {
    const store = new CountedStore();
    const mine = new RunHistory(() => Promise.resolve(store));
    await mine.add(reportOf());
    expect(store.reads).toBe(0);
    await mine.load();
    await mine.add(reportOf());
    expect(store.reads).toBe(1);
    expect(mine.experiments).toHaveLength(2);
    expect(mine.devices).toMatchObject([{ own: true, experiments: 2 }]);
  });

  it('keeps what the lab gives it, under this device, newest first', async () => {
    const store = new MemoryStore();
    const mine = new RunHistory(() => Promise.resolve(store));
    await mine.add(reportOf());
    await mine.import([phoneAt120()]);
    expect(mine.experiments.map(({ environment }) => environment.refreshHz)).toEqual([120, 60]);
    expect(mine.experiments[1]?.device.id).toBe(await store.ownDevice());
    expect(mine.devices.map(({ own }) => own)).toEqual([false, true]);
    const again = new RunHistory(() => Promise.resolve(store));
    await again.load();
    expect(again.experiments).toEqual(mine.experiments);
  });

  it('brings back what was deleted', async () => {
    const mine = new RunHistory(() => Promise.resolve(new MemoryStore()));
    const [a, b, c] = [experimentOf(), phoneAt120(), experimentOf()];
    await mine.import([a, b, c]);
    const before = mine.experiments;
    const undo = await mine.remove([a.id, b.id]);
    expect(mine.experiments).toEqual([c]);
    await undo();
    expect(mine.experiments).toEqual(before);
  });

  it('renames a device for good, and imports do not undo it', async () => {
    const store = new MemoryStore();
    const mine = new RunHistory(() => Promise.resolve(store));
    await mine.import([phoneAt120()]);
    expect(mine.devices[0]).toMatchObject({ name: 'Phone', named: true });
    await mine.rename(phoneAt120().device.id, 'Ada’s phone');
    await mine.import([phoneAt120()]);
    expect(mine.devices).toMatchObject([{ name: 'Ada’s phone', experiments: 2 }]);
    const again = new RunHistory(() => Promise.resolve(store));
    await again.load();
    expect(again.devices[0]?.name).toBe('Ada’s phone');
  });

  it('takes several changes at once, one after the other', async () => {
    const mine = new RunHistory(() => Promise.resolve(new MemoryStore()));
    const one = experimentOf();
    const outcomes = await Promise.all([mine.import([one]), mine.import([one]), mine.add(reportOf())]);
    expect(outcomes.slice(0, 2)).toMatchObject([{ addedRuns: 9 }, { addedRuns: 0 }]);
    expect(mine.experiments).toHaveLength(2);
  });
});

describe('where storage does not take it', () => {
  it('a refused one is told, and results stay until the page is closed', async () => {
    const mine = new RunHistory(() => Promise.reject(new DOMException('no', 'SecurityError')));
    await mine.add(reportOf());
    expect(mine.trouble?.title).toBe('Nothing is kept');
    await mine.load();
    expect(mine.experiments).toHaveLength(1);
  });

  it('a full one keeps what it has; the new stays in memory, and is told', async () => {
    const store = new FullStore();
    const mine = new RunHistory(() => Promise.resolve(store));
    store.full = false;
    await mine.add(reportOf());
    expect(mine.trouble).toBeNull();
    store.full = true;
    await mine.add(reportOf());
    expect(mine.trouble?.title).toBe('The newest results are not kept');
    expect(mine.trouble?.sentence).toContain('storage is full');
    await mine.load();
    expect(mine.experiments).toHaveLength(2);
    expect(await store.all()).toHaveLength(1);
  });
});
