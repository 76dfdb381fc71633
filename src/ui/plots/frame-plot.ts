/** The frame times as uPlot draws them. */
import uPlot from 'uplot';
import { readPalette, type Palette } from '../charts/palette.ts';
import { formatMsFigure } from '../format.ts';
import { STRATEGY_NAMES, type Strategy } from '../strategy.ts';
import { gapsOf, logTicks, type FrameSeries } from './frame-gaps.ts';

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
    axes: axesOf(palette),
    hooks:
      intervalMs === null
        ? {}
        : {
            drawAxes: [
              (plot) => {
                drawBeat(plot, intervalMs, palette);
              },
            ],
          },
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

function axesOf(palette: Palette): uPlot.Axis[] {
  const axis: uPlot.Axis = {
    stroke: palette['ink-3'],
    font: FONT,
    grid: { stroke: palette.grat, width: 1 },
    ticks: { stroke: palette.rule, width: 1, size: 4 },
  };
  return [
    { ...axis, values: (_, splits) => splits.map((ms) => `${formatMsFigure(ms)} ms`), space: 80 },
    {
      ...axis,
      splits: (_, __, min, max) => logTicks(min, max),
      filter: (_, splits) => splits,
      values: (_, splits) => splits.map((ms) => formatMsFigure(ms)),
      size: 56,
    },
  ];
}

/** The screen's own beat: what lies above it was felt as less than smooth. */
function drawBeat(plot: uPlot, intervalMs: number, palette: Palette): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(intervalMs, 'y', true);
  ctx.save();
  ctx.strokeStyle = palette['ink-3'];
  ctx.fillStyle = palette['ink-3'];
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `${String(12 * devicePixelRatio)}px Overpass, sans-serif`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  const hz = String(Math.round(1000 / intervalMs));
  ctx.fillText(`one frame at ${hz} Hz`, bbox.left + bbox.width, y + 4 * devicePixelRatio);
  ctx.restore();
}

/** Whole decades are too far apart: a little more than what is drawn. */
function rangeOf(min: number, max: number, intervalMs: number | null): [number, number] {
  // Room beneath for the beat's label.
  const least = Math.max(1, Math.min(min, intervalMs ?? min) * 0.5);
  return [least, Math.max(max * 1.25, least * 4)];
}
