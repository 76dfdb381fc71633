import type { TaskId } from '../../tasks/ids.ts';
import { addInfos } from '../../tasks/infos.ts';

/** What kind of input a task takes from a person. */
export type InputKind = 'picture' | 'files' | 'photos' | 'json' | 'words' | 'none';

/** One parameter of a task, as the options show it. Values travel as text, as in a link. */
export type Field =
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit?: string;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'text'; readonly name: string; readonly label: string };

/** How the lab presents a task and how it sizes a job to this device. */
export interface CatalogEntry {
  readonly id: TaskId;
  readonly input: InputKind;
  readonly sizes: readonly string[];
  readonly fields: readonly Field[];
  /** The parameter that makes the job longer in proportion, and its bounds. */
  readonly load: {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly initial: number;
    /** One more makes the job twice as long. */
    readonly doubles?: true;
    /** Calibrated in such steps. */
    readonly step?: number;
    /** "4.2 million numbers"; else the field's label and the value. */
    words?(value: number): string;
    /** Some of the job stays as it is, however great the load: a second try tells how much. */
    readonly affine?: true;
    /** A fitted load is rounded to so many digits: a number that people can read. */
    readonly digits?: number;
  };
  /** One sentence about what the job is. */
  readonly about: string;
  /** What it works on, as a word in a sentence; not given, it follows from the input. */
  readonly thing?: string;
  /** A size as people read it. */
  readonly sizeLabel?: (size: string) => string;
  /** Whether a size that isn't among the named ones can be had too. */
  readonly takesSize?: (size: string) => boolean;
  /** A size of a task without input, as its parameters; not given, it is `width` x `height`. */
  readonly sizeParams?: (size: string) => Readonly<Record<string, string>>;
  /** How much the job is, in words, from its parameters: "4.2 million numbers". */
  readonly amount?: (params: unknown) => string;
}

const PICTURE_SIZES = ['1mp', '4mp', '12mp', '24mp'] as const;
const repeat: Field = { kind: 'range', name: 'repeat', label: 'Times', min: 1, max: 16, step: 1 };
const times = { name: 'repeat', min: 1, max: 16, initial: 1 };

/** What people call the tasks. */
export const LABELS: Readonly<Record<TaskId, string>> = {
  blur: 'Blur',
  edges: 'Edges',
  denoise: 'Denoise',
  'image-batch': 'Image batch',
  mandelbrot: 'Mandelbrot',
  'path-tracer': 'Path tracer',
  primes: 'Primes',
  sort: 'Sort',
  hash: 'Hash files',
  json: 'JSON',
  'proof-of-work': 'Proof of work',
  'password-hash': 'Passwords',
};

/** A first visit needn't know more than these: the others are added by `needTask`. */
const entries: Partial<Record<TaskId, CatalogEntry>> = {
  blur: {
    id: 'blur',
    input: 'picture',
    sizes: PICTURE_SIZES,
    fields: [{ kind: 'range', name: 'sigma', label: 'Sigma', min: 1, max: 50, step: 1, unit: 'px' }, repeat],
    load: times,
    about: 'Gaussian blur of every pixel.',
  },
  edges: {
    id: 'edges',
    input: 'picture',
    sizes: PICTURE_SIZES,
    fields: [repeat],
    load: { ...times, max: 64 },
    about: 'The Sobel operator finds where brightness changes.',
  },
  denoise: {
    id: 'denoise',
    input: 'picture',
    sizes: PICTURE_SIZES,
    fields: [
      {
        kind: 'choice',
        name: 'radius',
        label: 'Neighbourhood',
        choices: [
          { value: '1', label: '3 × 3' },
          { value: '2', label: '5 × 5' },
        ],
      },
      repeat,
    ],
    load: times,
    about: 'Each pixel becomes the median of its neighbours.',
  },
};

/** @throws Error where `needTask` has not been waited for */
export function entryOf(id: TaskId): CatalogEntry {
  const entry = entries[id];
  if (entry === undefined) throw new Error(`Nothing is known of ${id} yet.`);
  return entry;
}

/**
 * To be waited for before a task is chosen: then `entryOf` and `infoOf` know it. `name` may come from a link: one
 * that no task has is no matter here. Rejects where it can't be loaded (offline, the first time); it may be tried
 * again.
 */
export async function needTask(name: string | null): Promise<void> {
  if (name !== null && Object.hasOwn(LABELS, name) && !Object.hasOwn(entries, name)) await needFurther();
}

/** All tasks, as `needTask` one. */
export async function needFurther(): Promise<void> {
  const { FURTHER_ENTRIES, FURTHER_INFOS } = await import('./further.ts');
  addInfos(FURTHER_INFOS);
  Object.assign(entries, FURTHER_ENTRIES);
}

/** Largest picture that is taken as it is, in pixels; a larger one is scaled down. */
export const MAX_PIXELS = 24_000_000;

/** Pixels of a size name like `12mp`. Sample pictures have exactly these sizes. */
export const PICTURE_SIZE: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  '1mp': { width: 1232, height: 816 },
  '4mp': { width: 2464, height: 1632 },
  '12mp': { width: 4032, height: 3024 },
  '24mp': { width: 6000, height: 4000 },
};
