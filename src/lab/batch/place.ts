import { pathOf } from '../input/files.ts';
import type { PhotosInput } from '../model/input.ts';

/** Where a photo that was decoded stands among the files: those that could not be are between them. */
export function placeOf(input: PhotosInput | null, photo: number): number | null {
  const name = input?.photos[photo]?.name;
  if (input === null || name === undefined) return null;
  return input.files.findIndex((file) => pathOf(file) === name);
}
