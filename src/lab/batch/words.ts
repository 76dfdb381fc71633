import type { SaveType } from '../../pool/media-api.ts';
import { formatMegapixels, formatPlural } from '../../ui/format.ts';
import type { PhotosInput } from '../model/input.ts';
import { FORMATS } from '../result/picture-file.ts';

export const ZIP_NAME = 'unblocked-photos.zip';

/** "12 photos, 12.1 megapixels" */
export function summaryOf({ photos, totalBytes }: PhotosInput): string {
  return `${formatPlural(photos.length, 'photo')}, ${formatMegapixels(totalBytes / 4, 1)}`;
}

/** What a run leaves out; empty where it takes all. */
export function leftOut({ files, photos, problems }: PhotosInput): string {
  const rest = files.length - photos.length - problems.length;
  if (rest <= 0) return '';
  const these = photos.length === 1 ? 'the first' : `the first ${String(photos.length)}`;
  return `A run works on ${these}: more would not fit into memory at once. Saving takes all ${String(files.length)}, a few at a time.`;
}

/** How much is in memory at once while photos are saved. */
export function boundSentence(atOnce: number, pixels: number): string {
  return `${formatPlural(atOnce, 'photo')} at a time, at most ${formatMegapixels(atOnce * pixels, 1)} in memory.`;
}

export interface Saved {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
  readonly cancelled: boolean;
}

/** How saving ended. */
export function savedSentence({ done, failed, total, cancelled }: Saved, size: string): string {
  if (done === 0 && cancelled) return 'Cancelled before the first photo was done: nothing is saved.';
  if (done === 0) return 'None of the photos could be used: nothing is saved.';
  const what =
    done === total ? formatPlural(done, 'photo') : `${String(done)} of ${formatPlural(total, 'photo')}`;
  const saved = `${what}, ${size}, ${done === 1 ? 'is' : 'are'} saved in ${ZIP_NAME}.`;
  const left =
    failed === 0
      ? ''
      : ` ${formatPlural(failed, 'file')} could not be used and ${failed === 1 ? 'is' : 'are'} named above.`;
  return `${cancelled ? 'Cancelled: what was done is kept. ' : ''}${saved}${left}`.replace(/^./, (c) =>
    c.toUpperCase(),
  );
}

/** Names in the ZIP: folders are kept, the ending is the format's, and no two are the same. */
export function namesFor(paths: readonly string[], type: SaveType): string[] {
  const extension = FORMATS.find((format) => format.type === type)?.extension ?? 'png';
  const taken = new Set<string>();
  return paths.map((path) => {
    const stem = path.replace(/\.[^./]*$/, '');
    let name = `${stem}.${extension}`;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${String(n)}.${extension}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
