import type { MediaError, MediaErrorCode, PictureType, SaveType, Size } from '../../src/pool/media-api.ts';

/** Nothing is lost by a bad file, and people should know it. */
const STILL_HERE = 'What was loaded before is still here.';

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

const FORMATS: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/avif': 'AVIF',
  'image/heic': 'HEIC',
  'image/bmp': 'BMP',
};

function fault(code: MediaErrorCode, title: string, sentence: string): MediaError {
  return { code, title, sentence, bytes: null };
}

/** An amount of bytes in the unit that suits `scale`. */
function amount(bytes: number, scale: number): { readonly figure: string; readonly unit: string } {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, scale)) / 3));
  const value = bytes / 1000 ** step;
  return { figure: step < 2 ? String(Math.round(value)) : value.toFixed(1), unit: UNITS[step] ?? 'bytes' };
}

function endsAfter(have: number, of: number | null): string {
  if (have === 1) return 'It ends after one byte.';
  const scale = of ?? have;
  const { figure, unit } = amount(have, scale);
  const whole = of === null ? '' : ` of ${amount(of, scale).figure}`;
  return `It ends after ${figure}${whole} ${unit}${of === null ? ', before its picture does' : ''}.`;
}

export function megapixels({ width, height }: Size): string {
  return `${((width * height) / 1e6).toFixed(1)} megapixels`;
}

export function notAPicture(name: string): MediaError {
  const sentence = `This browser reads JPEG, PNG, WebP, GIF and AVIF. ${STILL_HERE}`;
  return fault('not-a-picture', `${name} is not a picture`, sentence);
}

export function empty(name: string): MediaError {
  return fault('empty', `${name} is empty`, `It holds not a single byte. Copy it again. ${STILL_HERE}`);
}

export function cutOff(name: string, have: number, of: number | null): MediaError {
  const sentence = `${endsAfter(have, of)} Copy it from the camera again; nothing was run.`;
  return { code: 'cut-off', title: `${name} is cut off`, sentence, bytes: { have, of } };
}

/** The browser lets nobody read a file that changed or went away after it was chosen. */
export function unreadable(name: string): MediaError {
  const sentence = `It was moved, changed or deleted after you chose it. Choose it again. ${STILL_HERE}`;
  return fault('unreadable', `${name} can’t be read any more`, sentence);
}

export function tooLarge(name: string, size: Size): MediaError {
  const sentence = `It is ${String(size.width)} × ${String(size.height)}, ${megapixels(size)}. Save a smaller copy and choose that. ${STILL_HERE}`;
  return fault('too-large', `${name} is too large for this browser`, sentence);
}

export function fileTooLarge(name: string, bytes: number): MediaError {
  const { figure, unit } = amount(bytes, bytes);
  const sentence = `The file has ${figure} ${unit}. Save a smaller copy and choose that. ${STILL_HERE}`;
  return fault('too-large', `${name} is too large for this browser`, sentence);
}

/** The bytes look whole, but the decoder gave up: damaged inside, or a format that this browser lacks. */
export function undecodable(name: string, type: PictureType): MediaError {
  if (type === 'image/heic') {
    const sentence = `This browser can’t read HEIC. Save it as JPEG and choose that. ${STILL_HERE}`;
    return fault('not-supported', `${name} is a HEIC picture`, sentence);
  }
  const sentence = `It says that it is ${FORMATS[type]}, but this browser can make no picture of it. Copy it again, or save it as JPEG. ${STILL_HERE}`;
  return fault('broken', `${name} is damaged`, sentence);
}

export function cannotSave(type: SaveType): MediaError {
  const sentence = 'Choose PNG, which keeps every pixel, or JPEG, which is smaller.';
  return fault('not-supported', `This browser can’t save ${FORMATS[type]}`, sentence);
}

export function scaledNote(name: string, from: Size, to: Size): string {
  return `${name} has ${megapixels(from)}; it was scaled down to ${String(to.width)} × ${String(to.height)}, ${megapixels(to)}.`;
}
