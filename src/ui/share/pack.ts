/**
 * Text as one word for an address: UTF-8, deflated (RFC 1951), then base64url without padding (RFC 4648, section 5).
 * Only the browser's own streams: https://compression.spec.whatwg.org/
 */

/** What a link may unpack to, in bytes: a few hundred in an address can become gigabytes. */
export const MAX_UNPACKED_BYTES = 8 << 20;

/** The word of a link can't be read: shortened by a messenger, say. */
export class UnpackError extends Error {
  override readonly name = 'UnpackError';
}

export async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toWord(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** The text that `pack` was given. Throws an `UnpackError` for anything else, and for more than `maxBytes`. */
export async function unpack(word: string, maxBytes: number = MAX_UNPACKED_BYTES): Promise<string> {
  const bytes = fromWord(word);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return await read(stream.getReader(), maxBytes);
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    throw new UnpackError('The link is damaged or incomplete.', { cause: error });
  }
}

async function read(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new UnpackError('The link holds more than this page takes.');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** `String.fromCharCode` takes only so many arguments at once. */
const SPAN = 0x8000;

function toWord(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SPAN) {
    binary += String.fromCharCode(...bytes.subarray(at, at + SPAN));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromWord(word: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(word)) throw new UnpackError('The link is damaged or incomplete.');
  let binary: string;
  try {
    binary = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
  } catch (cause) {
    throw new UnpackError('The link is damaged or incomplete.', { cause });
  }
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
