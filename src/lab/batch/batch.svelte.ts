import { isAbort } from '../../async/abort.ts';
import type { SaveType } from '../../pool/media-api.ts';
import type { Slot } from '../../pool/slot.ts';
import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import type { ImageBatchParams } from '../../tasks/image-batch/info.ts';
import { fitted, type BatchShape } from '../../tasks/image-batch/plan.ts';
import { formatBytes } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import { pathOf } from '../input/files.ts';
import { PHOTO_PIXELS } from '../input/photos.ts';
import type { Lab } from '../lab.svelte.ts';
import { enginesOf } from '../model/engines.ts';
import type { PhotoProblem, PhotosInput } from '../model/input.ts';
import { filterPhoto, type Bench } from './filter-photo.ts';
import { inOrder } from './in-order.ts';
import { placeOf } from './place.ts';
import { thumbOf } from './thumb.ts';
import { boundSentence, namesFor, savedSentence, ZIP_NAME } from './words.ts';

/** Pixels that are in memory at once, decoded or filtered. */
const MOST_PIXELS = 16_000_000;

export type Saving =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly done: number; readonly total: number; readonly bound: string }
  | { readonly status: 'saved'; readonly sentence: string }
  | { readonly status: 'failed'; readonly sentence: string };

interface Tally {
  done: number;
  failed: number;
}

/** Many photos: their results as a run finishes them, and all of them saved as one ZIP. */
export class Batch {
  readonly #lab: Lab;
  /**
   * Results, by the photo's place among the files; `null` until there is one. Every place is there from the start:
   * then a photo that is done concerns nobody but itself.
   */
  /** By place; made anew for each photo that ends. */
  #thumbs = $state.raw<ReadonlyMap<number, ImageData | null>>(new Map());
  #saving = $state.raw<Saving>({ status: 'idle' });
  #problems = $state.raw<readonly PhotoProblem[]>([]);
  #abort = new AbortController();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get input(): PhotosInput | null {
    const input = this.#lab.input.prepared?.input;
    return input?.kind === 'photos' ? input : null;
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** Files that were left out, by reading for a run or by saving. */
  get problems(): readonly PhotoProblem[] {
    const read = this.input?.problems ?? [];
    const known = new Set(read.map(({ name }) => name));
    return [...read, ...this.#problems.filter(({ name }) => !known.has(name))];
  }

  /** Other photos, or another chain: nothing of the old ones is shown. */
  reset(): void {
    this.#abort.abort();
    this.#blank();
    this.#problems = [];
    if (this.#saving.status !== 'working') this.#saving = { status: 'idle' };
  }

  /** Shows what a measured run finishes, until the returned function is called. */
  follow(): () => void {
    return this.#lab.onPart((done, job) => {
      if (job.task.id === 'image-batch') this.#partDone(done, job);
    });
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Filters all the files and saves them. Never rejects. */
  save(type: SaveType): void {
    if (this.#saving.status !== 'working') void this.#save(type);
  }

  get thumbs(): ReadonlyMap<number, ImageData | null> {
    return this.#thumbs;
  }

  #show(place: number, thumb: ImageData): void {
    this.#thumbs = new Map(this.#thumbs).set(place, thumb);
  }

  #blank(): void {
    this.#thumbs = new Map(this.input?.files.map((_, place) => [place, null]));
  }

  #partDone({ part }: PartDone, job: Job): void {
    const photo = (job.shape as BatchShape).photos[part.index];
    const file = placeOf(this.input, part.index);
    if (photo === undefined || file === null) return;
    const size = fitted(photo, (job.params as ImageBatchParams).fit);
    this.#show(file, thumbOf(partOutput(job, part), size));
  }

  async #save(type: SaveType): Promise<void> {
    const { input } = this;
    const params = this.#lab.input.prepared?.draft.params;
    if (input === null || params === undefined) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const tally: Tally = { done: 0, failed: 0 };
    this.#problems = [];
    this.#blank();
    const total = input.files.length;
    try {
      const { downloadZip } = await import('client-zip');
      // Where both are compared, the one that is never slower.
      const engine = enginesOf(this.#lab.options).at(-1) ?? 'ts';
      const how = { params: params as ImageBatchParams, engine, type, signal };
      const photos = this.#photos(input, how, tally);
      const zip = await downloadZip(photos).blob();
      if (tally.done > 0) saveFile(ZIP_NAME, zip);
      const ended = { ...tally, total, cancelled: signal.aborted };
      this.#saving = { status: 'saved', sentence: savedSentence(ended, formatBytes(zip.size)) };
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      this.#saving = { status: 'failed', sentence: `The photos could not be saved: ${sentence}` };
    }
  }

  /** The finished photos, one after another, as the ZIP asks for them. */
  async *#photos(
    { files }: PhotosInput,
    how: Omit<Bench, 'desk' | 'slot'>,
    tally: Tally,
  ): AsyncGenerator<{ name: string; input: Blob; lastModified: Date }> {
    const { pool, desk } = this.#lab.services;
    const slots = await pool.ready(this.#lab.options.workers, how.signal);
    const atOnce = Math.max(
      1,
      Math.min(slots.length + 1, Math.floor(MOST_PIXELS / PHOTO_PIXELS), files.length),
    );
    const names = namesFor(files.map(pathOf), how.type);
    const show = (): void => {
      const bound = boundSentence(atOnce, PHOTO_PIXELS);
      this.#saving = { status: 'working', done: tally.done + tally.failed, total: files.length, bound };
    };
    show();
    const work = (file: File, i: number) =>
      filterPhoto(file, pathOf(file), { ...how, desk, slot: slots[i % slots.length] as Slot });
    const results = inOrder(files, (file, i) => work(file, i).catch(orAborted), {
      atOnce,
      stopped: () => how.signal.aborted,
    });
    let i = -1;
    for await (const result of results) {
      i += 1;
      const file = files[i];
      if (result === null || file === undefined) continue;
      if (result.ok) {
        tally.done += 1;
        this.#show(i, result.thumb);
        yield { name: names[i] ?? file.name, input: result.file, lastModified: new Date(file.lastModified) };
      } else {
        tally.failed += 1;
        const { title, sentence } = result.error;
        this.#problems = [...this.#problems, { name: pathOf(file), title, sentence }];
      }
      show();
    }
  }
}

/** A photo that was stopped is simply not there. */
function orAborted(error: unknown): null {
  if (isAbort(error)) return null;
  throw error;
}
