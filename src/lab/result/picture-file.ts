/** Names and formats of a picture that is saved. */
import type { SaveType } from '../../pool/media-api.ts';
import type { TaskId } from '../../tasks/ids.ts';

interface Format {
  readonly type: SaveType;
  readonly label: string;
  readonly extension: string;
}

export const FORMATS: readonly Format[] = [
  { type: 'image/png', label: 'PNG', extension: 'png' },
  { type: 'image/jpeg', label: 'JPEG', extension: 'jpg' },
  { type: 'image/webp', label: 'WebP', extension: 'webp' },
];

/** For JPEG and WebP: no difference that one sees, at a fifth of the bytes of a PNG. PNG takes no notice. */
export const QUALITY = 0.92;

export function extensionOf(type: SaveType): string {
  return FORMATS.find((format) => format.type === type)?.extension ?? 'png';
}

/** `IMG_2814.jpg`, blur, PNG → `IMG_2814-blur.png`. */
export function savedName(source: string, task: TaskId, type: SaveType): string {
  const file = source.slice(source.lastIndexOf('/') + 1);
  const stem = file.replace(/\.[^.]*$/, '').trim();
  return `${stem === '' ? 'picture' : stem}-${task}.${extensionOf(type)}`;
}

/** "Viaduct, blurred". */
export function pictureLabel(source: string, task: TaskId): string {
  const done: Partial<Record<TaskId, string>> = { blur: 'blurred', denoise: 'denoised', edges: 'its edges' };
  return `${source}, ${done[task] ?? 'worked on'}`;
}
