import type { TaskId } from '../../tasks/ids.ts';
import { jsonEntry } from '../json/entry.ts';
import { passwordEntry } from '../password/entry.ts';
import { primesEntry } from '../primes/entry.ts';
import { proofEntry } from '../proof/entry.ts';
import { sortEntry } from '../sort/entry.ts';

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
  readonly label: string;
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

export const CATALOG: Readonly<Record<TaskId, CatalogEntry>> = {
  blur: {
    id: 'blur',
    label: 'Blur',
    input: 'picture',
    sizes: PICTURE_SIZES,
    fields: [{ kind: 'range', name: 'sigma', label: 'Sigma', min: 1, max: 50, step: 1, unit: 'px' }, repeat],
    load: times,
    about: 'Gaussian blur of every pixel.',
  },
  edges: {
    id: 'edges',
    label: 'Edges',
    input: 'picture',
    sizes: PICTURE_SIZES,
    fields: [repeat],
    load: { ...times, max: 64 },
    about: 'The Sobel operator finds where brightness changes.',
  },
  denoise: {
    id: 'denoise',
    label: 'Denoise',
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
  hash: {
    id: 'hash',
    label: 'Hash files',
    input: 'files',
    sizes: ['50x1mib', '200x1mib', '400x1mib', '1x256mib'],
    fields: [
      {
        kind: 'choice',
        name: 'algorithm',
        label: 'Algorithm',
        choices: [
          { value: 'sha256', label: 'SHA-256' },
          { value: 'blake3', label: 'BLAKE3' },
        ],
      },
    ],
    load: { name: 'files', min: 20, max: 512, initial: 200 },
    about: 'A digest of every file, to check that it is unchanged.',
  },
  mandelbrot: {
    id: 'mandelbrot',
    label: 'Mandelbrot',
    input: 'none',
    sizes: ['512x384', '1024x768', '2048x1536'],
    fields: [{ kind: 'range', name: 'iterations', label: 'Iterations', min: 100, max: 10_000, step: 100 }],
    load: { name: 'iterations', min: 200, max: 10_000, initial: 500 },
    about: 'A fractal whose tiles need very different amounts of work.',
  },
  sort: sortEntry,
  'proof-of-work': proofEntry,
  json: jsonEntry,
  'password-hash': passwordEntry,
  primes: primesEntry,
  'path-tracer': {
    id: 'path-tracer',
    label: 'Path tracer',
    input: 'none',
    sizes: ['320x240', '480x360', '640x480', '960x720'],
    fields: [
      {
        kind: 'choice',
        name: 'scene',
        label: 'Scene',
        choices: [
          { value: 'marbles', label: 'Marbles' },
          { value: 'lanterns', label: 'Lanterns' },
          { value: 'pyramid', label: 'Pyramid' },
        ],
      },
      { kind: 'range', name: 'samples', label: 'Samples a pixel', min: 1, max: 256, step: 1 },
    ],
    load: { name: 'samples', min: 2, max: 256, initial: 4 },
    about: 'Light is followed backwards from the eye: each sample makes the picture less grainy.',
  },
  'image-batch': {
    id: 'image-batch',
    label: 'Image batch',
    input: 'photos',
    sizes: ['6x1mp', '12x1mp', '24x1mp'],
    fields: [
      { kind: 'range', name: 'fit', label: 'Longest side', min: 256, max: 2048, step: 128, unit: 'px' },
      {
        kind: 'choice',
        name: 'filters',
        label: 'Filters',
        choices: [
          { value: 'none', label: 'Fit only' },
          { value: 'denoise', label: 'Denoise' },
          { value: 'blur', label: 'Blur' },
          { value: 'edges', label: 'Edges' },
          { value: 'denoise+edges', label: 'Denoise, edges' },
          { value: 'denoise+blur', label: 'Denoise, blur' },
          { value: 'denoise+blur+edges', label: 'All three' },
        ],
      },
      { kind: 'range', name: 'sigma', label: 'Sigma of the blur', min: 1, max: 20, step: 1, unit: 'px' },
    ],
    load: { name: 'fit', min: 256, max: 2048, initial: 1024 },
    about: 'Many photos, each made to fit and filtered: one part a photo.',
  },
};

/** Largest picture that is taken as it is, in pixels; a larger one is scaled down. */
export const MAX_PIXELS = 24_000_000;

/** Pixels of a size name like `12mp`. Sample pictures have exactly these sizes. */
export const PICTURE_SIZE: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  '1mp': { width: 1232, height: 816 },
  '4mp': { width: 2464, height: 1632 },
  '12mp': { width: 4032, height: 3024 },
  '24mp': { width: 6000, height: 4000 },
};
