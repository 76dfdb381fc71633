import { describe, expect, it } from 'vitest';
import { makeAxis } from '../../../src/ui/charts/axis.ts';
import { forecastBoxes } from '../../../src/ui/charts/forecast-layout.ts';
import {
  lanesHeight,
  layoutLanes,
  packBars,
  type Bar,
  type Lane,
} from '../../../src/ui/charts/lane-layout.ts';
import { placeSegments } from '../../../src/ui/charts/time-bar-layout.ts';

const axis = makeAxis({ widthPx: 600, axisMs: 600, leadMs: 0 });

function lanesOf(workers: number): Lane[] {
  return ['main', ...Array.from({ length: workers }, (_, at) => String(at + 1))].map((name) => ({
    name,
    bars: [],
  }));
}

describe('layoutLanes', () => {
  it('stacks main and workers without overlap', () => {
    const bands = layoutLanes(lanesOf(7));
    expect(bands.map((band) => band.label)).toEqual(['main', '1', '2', '3', '4', '5', '6', '7']);
    bands.slice(1).forEach((band, at) => {
      const above = bands[at];
      expect(band.top).toBeGreaterThanOrEqual((above?.top ?? 0) + (above?.height ?? 0) + 4);
    });
  });

  it('folds nine to sixteen workers into one lane that is lower than eight apart', () => {
    const eight = lanesHeight(layoutLanes(lanesOf(8)));
    const sixteen = layoutLanes(lanesOf(16));
    expect(lanesHeight(sixteen)).toBeLessThan(eight);
    expect(sixteen).toHaveLength(17);
    expect(sixteen.map((band) => band.label).filter(Boolean)).toEqual(['main', '1–16']);
  });

  it('is empty without lanes', () => {
    expect(lanesHeight(layoutLanes([]))).toBe(0);
  });
});

describe('packBars', () => {
  const compute = (start: number, end: number): Bar => ({ start, end, kind: 'compute' });

  it('leaves a pixel between bars that touch', () => {
    const [first, second] = packBars([compute(0, 100), compute(100, 200)], axis);
    expect(first).toMatchObject({ x: 0, width: 99 });
    expect(second).toMatchObject({ x: 100, width: 100 });
  });

  it('keeps the wait between bars', () => {
    const [first, second] = packBars([compute(0, 100), compute(104, 200)], axis);
    expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBe(4);
  });

  it('shows a tick and a box however short they were', () => {
    const packed = packBars(
      [
        { start: 10, end: 10.01, kind: 'message' },
        { start: 20, end: 20.01, kind: 'handover' },
      ],
      axis,
    );
    expect(packed[0]?.width).toBeGreaterThanOrEqual(1);
    expect(packed[1]?.width).toBeGreaterThanOrEqual(4);
  });

  it('needs no more bars than the lane has pixels', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => compute(at * 0.03, at * 0.03 + 0.03));
    const packed = packBars(many, axis, 2);
    expect(packed.length).toBeLessThanOrEqual(1200);
    const last = packed.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(600);
  });

  it('stays inside the axis', () => {
    for (const { x, width } of packBars([compute(-50, 20), compute(590, 900)], axis)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(600);
    }
  });
});

describe('forecastBoxes', () => {
  const shape = { x: 10, width: 400, top: 8, height: 40, workers: 7 };

  it('is one block, slices, or a track a worker, all of one length', () => {
    expect(forecastBoxes('blocking', shape)).toHaveLength(1);
    expect(forecastBoxes('chunked', shape).length).toBeGreaterThan(10);
    expect(forecastBoxes('pool', shape)).toHaveLength(7);
    for (const strategy of ['blocking', 'chunked', 'pool'] as const) {
      const last = forecastBoxes(strategy, shape).at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(410);
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeCloseTo(48);
    }
  });

  it('shows no more tracks than can be told apart', () => {
    expect(forecastBoxes('pool', { ...shape, height: 15 })).toHaveLength(3);
    expect(forecastBoxes('pool', { ...shape, height: 15, workers: 1 })).toHaveLength(1);
  });
});

describe('placeSegments', () => {
  it('ends where the whole ends, though short segments keep a least width', () => {
    const placed = placeSegments(
      [
        { kind: 'handover', ms: 1 },
        { kind: 'compute', ms: 990 },
        { kind: 'merge', ms: 9 },
      ],
      400,
      2000,
    );
    const last = placed.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(200);
    expect(placed[0]?.width).toBeGreaterThanOrEqual(4);
  });

  it('leaves out what took no time', () => {
    expect(placeSegments([{ kind: 'wait', ms: 0 }], 400, 2000)).toEqual([]);
  });
});
