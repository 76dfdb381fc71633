/**
 * What the media worker (`workers/media.worker.ts`) answers: everything about pictures that must stay off the
 * main thread. Both threads sign this file; it holds types only. No call ever rejects because of what a file
 * holds: Comlink loses the class of an error, so that bad news is a plain value with sentences for people.
 */

import type { SniffedType } from '../tasks/image/sniff.ts';

/** RGBA, 8 bits a channel, sRGB, not premultiplied, rows top to bottom, no padding. */
export type Pixels = ArrayBuffer | SharedArrayBuffer;

/** The formats in which a result can be saved. */
export type SaveType = 'image/png' | 'image/jpeg' | 'image/webp';

/** What a picture file is, told by its bytes, never by its name. */
export type PictureType = SniffedType;

export type MediaErrorCode =
  'not-a-picture' | 'empty' | 'cut-off' | 'unreadable' | 'too-large' | 'broken' | 'not-supported';

export interface MediaError {
  readonly code: MediaErrorCode;
  /** The heading: "IMG_2814.jpg is cut off". */
  readonly title: string;
  /** What it means and the way out, one or two sentences. */
  readonly sentence: string;
  /** For `cut-off`: how many bytes there are, and of how many where the file says so. Else `null`. */
  readonly bytes: { readonly have: number; readonly of: number | null } | null;
}

export interface Refusal {
  readonly ok: false;
  readonly error: MediaError;
}

export type Outcome<T> = ({ readonly ok: true } & T) | Refusal;

/** Like `Outcome`, for calls that were lent pixels: they come back either way. */
export type Lent<T> =
  ({ readonly ok: true; readonly pixels: Pixels } & T) | (Refusal & { readonly pixels: Pixels });

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Decoded extends Size {
  /** Transferred, or shared where that was asked for. */
  readonly pixels: Pixels;
  /** The size in the file where the picture was scaled down to the limit, else `null`. */
  readonly scaledFrom: Size | null;
  /** A sentence that says so, else `null`. */
  readonly note: string | null;
  /** At most 960 wide. Close it when it is no longer shown. */
  readonly preview: ImageBitmap;
  readonly type: PictureType;
}

export interface Sample extends Size {
  readonly pixels: Pixels;
  /** At most 960 wide. */
  readonly preview: ImageBitmap;
}

/** A photo of many: its pixels wait in a blob, which the browser may keep outside of memory. */
export interface Photo extends Size {
  readonly pixels: Blob;
  /** At most 192 wide. Close it when it is no longer shown. */
  readonly preview: ImageBitmap;
}

export interface MediaApi {
  /**
   * Reads a picture file: orientation respected, colours in sRGB, scaled down to `limits.maxPixels` where it has
   * more. Exact for opaque pictures; half-transparent pixels may differ by rounding, as on any canvas.
   *
   * @param name what the sentences call the file
   * @param shared ask for a `SharedArrayBuffer` (cross-origin isolated pages only)
   */
  decode(
    file: Blob,
    name: string,
    limits: { readonly maxPixels: number },
    shared: boolean,
  ): Promise<Outcome<Decoded>>;

  /** As `decode`, for one of many photos. */
  photo(file: Blob, name: string, limits: { readonly maxPixels: number }): Promise<Outcome<Photo>>;

  /** Photos to try things on, as JPEG files: sections of the sample picture in the light of different hours. */
  samplePhotos(count: number): Promise<Outcome<{ readonly photos: readonly Blob[] }>>;

  /** Paints the sample picture, "Viaduct": the same picture at every size, the same bytes every time. */
  sample(width: number, height: number, shared: boolean): Promise<Outcome<Sample>>;

  /** A picture of raw pixels to be shown, at most `maxWidth` wide. An `ArrayBuffer` is handed back by transfer. */
  bitmap(
    pixels: Pixels,
    width: number,
    height: number,
    maxWidth: number,
  ): Promise<Lent<{ readonly bitmap: ImageBitmap }>>;

  /** Packs raw pixels into a file. `quality` (0…1) is for JPEG and WebP. An `ArrayBuffer` is handed back by transfer. */
  encode(pixels: Pixels, size: Size, type: SaveType, quality: number): Promise<Lent<{ readonly blob: Blob }>>;
}
