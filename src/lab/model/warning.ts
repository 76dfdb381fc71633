/** A freeze that a person should agree to beforehand, and how the same job is made smaller. Pure. */
import { formatMegapixels } from '../../ui/format.ts';
import type { Prepared } from '../input/prepare.ts';
import { fittingLoad, loadRatio } from './calibrate.ts';
import { entryOf, PICTURE_SIZE } from './catalog.ts';
import { parseFileSize } from './file-size.ts';
import type { FilesInput, LabInput, PhotosInput } from './input.ts';
import { LONG_FREEZE_MS } from './long-freeze.ts';
import type { Options } from './options.ts';

/** A smaller job should freeze no longer than this, in ms: forecasts are rough. */
const BEARABLE_MS = 0.7 * LONG_FREEZE_MS;

export interface Smaller {
  readonly change: Pick<Options, 'size' | 'params'>;
  /** "1 megapixel", "40 files". */
  readonly words: string;
  readonly forecastMs: number;
}

/** The same task with less to do; `null` where it can't be made shorter (a person's own files). */
export function smallerJob(options: Options, prepared: Prepared): Smaller | null {
  const { input, forecastMs } = prepared;
  if (forecastMs === null) return null;
  if (input.kind === 'picture') return smallerPicture(options, prepared, forecastMs);
  if (input.kind === 'photos') return fewerPhotos(options, input, forecastMs);
  return input.kind === 'files'
    ? fewerFiles(options, input, forecastMs)
    : shorter(options, prepared, { size: options.size, words: '', forecastMs });
}

interface Step {
  readonly size: string | null;
  readonly words: string;
  readonly forecastMs: number;
}

/** The largest of the named sizes that is bearable; where none is, the smallest, as often as is bearable. */
function smallerPicture(options: Options, prepared: Prepared, forecastMs: number): Smaller | null {
  const pixels = pixelsOf(prepared.input);
  const steps = Object.entries(PICTURE_SIZE)
    .map(([size, { width, height }]): Step & { pixels: number } => ({
      size,
      pixels: width * height,
      words: formatMegapixels(width, height),
      forecastMs: (forecastMs * width * height) / pixels,
    }))
    .filter((step) => step.pixels < pixels)
    .sort((a, b) => b.pixels - a.pixels);
  const fits = steps.find((step) => step.forecastMs <= BEARABLE_MS);
  if (fits !== undefined) {
    return { change: { size: fits.size, params: fixed(options, prepared) }, ...fits };
  }
  const least = steps.at(-1) ?? { size: options.size, words: '', forecastMs };
  return shorter(options, prepared, least);
}

/** The load that was calibrated stays: it would be made larger again for a smaller picture. */
function fixed(options: Options, { params }: Prepared): Options['params'] {
  const { name } = entryOf(options.task).load;
  const load = params[name];
  return load === undefined ? options.params : { ...options.params, [name]: load };
}

/** Less of the parameter that makes the job longer. */
function shorter(options: Options, { params }: Prepared, step: Step): Smaller | null {
  const { load, fields } = entryOf(options.task);
  const now = Number(params[load.name] ?? load.initial);
  const wish = { ms: step.forecastMs, targetMs: BEARABLE_MS, max: now };
  const less = Math.min(now, fittingLoad(load, now, wish));
  const forecastMs = step.forecastMs * loadRatio(load, now, less);
  if (less === now && step.words === '') return null;
  const label = fields.find((field) => field.name === load.name)?.label ?? load.name;
  const told = load.words?.(less) ?? `${label.toLowerCase()} ${String(less)}`;
  const words = less === now ? step.words : `${step.words} ${told}`.trim();
  return {
    change: { size: step.size, params: { ...options.params, [load.name]: String(less) } },
    words,
    forecastMs,
  };
}

function fewerFiles(options: Options, input: FilesInput, forecastMs: number): Smaller | null {
  const size = parseFileSize(sizeOfFiles(input));
  if (!input.sample || size === null) return null;
  const mib = Math.max(1, Math.floor((input.totalBytes / (1 << 20)) * (BEARABLE_MS / forecastMs)));
  const one = size.count === 1;
  return {
    change: { size: one ? `1x${String(mib)}mib` : `${String(mib)}x1mib`, params: options.params },
    words: one ? `${String(mib)} MiB` : `${String(mib)} files`,
    forecastMs: (forecastMs * mib * (1 << 20)) / input.totalBytes,
  };
}

/** The smallest set of sample photos, where it isn't that already. */
function fewerPhotos(options: Options, { sample, photos }: PhotosInput, forecastMs: number): Smaller | null {
  const few = entryOf('image-batch').sizes[0];
  const count = Number.parseInt(few ?? '', 10);
  if (!sample || few === undefined || photos.length <= count) return null;
  return {
    change: { size: few, params: options.params },
    words: `${String(count)} photos`,
    forecastMs: (forecastMs * count) / photos.length,
  };
}

function pixelsOf(input: LabInput): number {
  return input.kind === 'picture' ? input.width * input.height : 0;
}

/** The size of an input by the name that links use, the nearest where it is a person's own picture; `null`: none. */
export function sizeName(input: LabInput): string | null {
  if (input.kind === 'files') return input.sample ? sizeOfFiles(input) : null;
  if (input.kind === 'photos') return input.sample ? `${String(input.photos.length)}x1mp` : null;
  if (input.kind === 'none' || input.kind === 'data') return null;
  const off = ({ width, height }: { width: number; height: number }): number =>
    Math.abs(Math.log((width * height) / pixelsOf(input)));
  const [nearest] = Object.entries(PICTURE_SIZE).sort(([, a], [, b]) => off(a) - off(b));
  return nearest?.[0] ?? null;
}

/** Sample files are equal: `40x1mib`. */
function sizeOfFiles({ files }: FilesInput): string {
  const bytes = files[0]?.size ?? 0;
  const mib = bytes % (1 << 20) === 0;
  return `${String(files.length)}x${String(bytes / (mib ? 1 << 20 : 1024))}${mib ? 'mib' : 'kib'}`;
}
