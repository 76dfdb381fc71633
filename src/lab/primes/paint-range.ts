import { binCounts, primeDensity, twinDensity } from '../../tasks/primes/totals.ts';
import { binWidth } from '../../tasks/primes/plan.ts';
import { canvasFont, type Surface } from '../../ui/charts/paint.ts';
import { formatCount } from '../../ui/format.ts';
import { NO_THREAD, threadColour } from '../view/threads.ts';
import type { Range } from './desk.svelte.ts';

/** Room for the numbers below, in CSS pixels. */
const FOOT = 20;
/** Above each picture, for its name. */
const HEAD = 20;
/** Between the two pictures. */
const GAP = 6;
/** Of the height, what the primes have; the rest is the twins'. */
const SHARE = 0.62;

interface Picture {
  readonly top: number;
  readonly height: number;
  readonly title: string;
  /** Counted in a bin. */
  count(bin: number): number;
  /** Expected near a number. */
  expected(x: number): number;
}

/** How dense primes are, and below it twin pairs: bars as they were counted, a line as theory expects them. */
export function paintRange(surface: Surface, range: Range): void {
  const room = surface.height - FOOT - GAP - 2 * HEAD;
  const count = (key: 'primes' | 'twins') => (bin: number) => binCounts(range.counts, bin)[key];
  const tall = Math.round(room * SHARE);
  paintPicture(surface, range, {
    top: HEAD,
    height: tall,
    title: 'Primes',
    count: count('primes'),
    expected: primeDensity,
  });
  paintPicture(surface, range, {
    top: tall + GAP + 2 * HEAD,
    height: room - tall,
    title: 'Twin pairs',
    count: count('twins'),
    expected: twinDensity,
  });
  paintFoot(surface, range);
}

/** Numbers that a bin really covers: the last one ends at the limit. */
function widthOf({ params }: Range, bin: number): number {
  const width = binWidth(params);
  return Math.min(width, params.limit + 1 - bin * width);
}

function paintPicture(surface: Surface, range: Range, picture: Picture): void {
  const { context, width, palette } = surface;
  const { params, bins, threads } = range;
  const step = binWidth(params);
  // The first bins are the densest: the second's height leaves the others room.
  const top = picture.expected(Math.max(100, 1.2 * step)) * 1.12;
  const yOf = (density: number): number =>
    picture.top + picture.height * (1 - Math.min(1, Math.max(0, density / top)));
  const xOf = (x: number): number => (x / params.limit) * width;
  context.fillStyle = palette.grat;
  context.fillRect(0, picture.top, width, picture.height);
  for (let bin = 0; bin < bins; bin++) {
    const thread = threads[bin] ?? NO_THREAD;
    if (thread === NO_THREAD) continue;
    const left = Math.round(xOf(bin * step));
    const right = Math.round(xOf(Math.min(params.limit, (bin + 1) * step)));
    const y = yOf(picture.count(bin) / widthOf(range, bin));
    context.fillStyle = threadColour(thread, palette);
    context.fillRect(left, y, Math.max(1, right - left), picture.top + picture.height - y);
  }
  paintCurve(surface, (x) => yOf(picture.expected(Math.max(3, (x / width) * params.limit))));
  context.fillStyle = palette.ink;
  context.fillRect(0, picture.top + picture.height, width, 1);
  paintTitle(surface, picture);
}

function paintTitle({ context, palette }: Surface, { top, title }: Picture): void {
  context.font = canvasFont(650, 13);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.ink;
  context.fillText(title, 0, top - 6);
}

function paintCurve({ context, width, palette }: Surface, yAt: (x: number) => number): void {
  const path = (): void => {
    context.beginPath();
    for (let x = 0; x <= width; x += 2) context.lineTo(x, yAt(x));
    context.stroke();
  };
  // A halo, so that it is seen over bars of any colour.
  context.lineWidth = 4;
  context.strokeStyle = palette.paper;
  path();
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  path();
}

function paintFoot({ context, width, height, palette }: Surface, { params }: Range): void {
  context.font = canvasFont(400, 13);
  context.fillStyle = palette['ink-2'];
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText('0', 0, height - 4);
  context.textAlign = 'center';
  if (width > 300) context.fillText(formatCount(params.limit / 2), width / 2, height - 4);
  context.textAlign = 'right';
  context.fillText(formatCount(params.limit), width, height - 4);
}
