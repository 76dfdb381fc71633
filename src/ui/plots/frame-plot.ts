/** The frame times as uPlot draws them. */
import uPlot from 'uplot';
import { readPalette, type Palette } from '../charts/palette.ts';
import { formatMsFigure } from '../format.ts';
import { STRATEGY_NAMES, type Strategy } from '../strategy.ts';
import { gapsOf, type FrameSeries } from './frame-gaps.ts';

const HEIGHT_PX = 240;

/** Told apart by their stroke too, as everywhere: one block, slices, tracks. */
const DASHES: Readonly<Record<Strategy, number[]>> = { blocking: [], chunked: [9, 3], pool: [2, 3] };

/** The enum itself exists only as a type. */
const LOGARITHMIC = 3 as unknown as uPlot.Scale.Distr;

const FONT = '12px Overpass, sans-serif';

/** A plot in `place`, as wide as it. */
export function plotFrames(
  place: HTMLElement,
  series: readonly FrameSeries[],
  intervalMs: number | null,
): uPlot {
  const palette = readPalette(place);
  const tables = series.map((one): uPlot.AlignedData => {
    const { atMs, gapMs } = gapsOf(one);
    return [atMs, gapMs];
  });
  return new uPlot(options(place.clientWidth, series, intervalMs, palette), uPlot.join(tables), place);
}

function options(
  width: number,
  series: readonly FrameSeries[],
  intervalMs: number | null,
  palette: Palette,
): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: palette['ink-3'],
    font: FONT,
    grid: { stroke: palette.grat, width: 1 },
    ticks: { stroke: palette.rule, width: 1, size: 4 },
  };
  return {
    width,
    height: HEIGHT_PX,
    legend: { show: false },
    cursor: { show: false },
    padding: [12, 16, 0, 0],
    scales: {
      x: { time: false },
      y: { distr: LOGARITHMIC, range: (_, min, max) => rangeOf(min, max, intervalMs) },
    },
    axes: [
      { ...axis, values: (_, splits) => splits.map((ms) => `${formatMsFigure(ms)} ms`), space: 80 },
      {
        ...axis,
        values: (_, splits) =>
          (splits as (number | null)[]).map((ms) => (ms === null ? '' : formatMsFigure(ms))),
        size: 56,
      },
    ],
    series: [
      {},
      ...series.map(({ strategy }) => ({
        label: STRATEGY_NAMES[strategy],
        stroke: palette[strategy],
        width: 2,
        dash: DASHES[strategy],
        spanGaps: true,
        points: { show: false },
        ...(uPlot.paths.stepped === undefined ? {} : { paths: uPlot.paths.stepped({ align: -1 }) }),
      })),
    ],
  };
}

/** Whole decades are too far apart: a little more than what is drawn. */
function rangeOf(min: number, max: number, intervalMs: number | null): [number, number] {
  const least = Math.max(1, Math.min(min, intervalMs ?? min) * 0.6);
  return [least, Math.max(max * 1.25, least * 4)];
}
