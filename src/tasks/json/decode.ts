import { BadInput } from '../contract.ts';

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** Every thread and Node have it; the library that kernels are compiled against has not. */
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options: { readonly fatal: boolean }) => Decoder;
};

/** UTF-8 as text. Browsers decode no shared memory (https://encoding.spec.whatwg.org/#dom-textdecoder): it is copied. */
export function decodeText(bytes: Uint8Array): string {
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(own);
  } catch (error) {
    if (error instanceof TypeError) throw new BadInput(notUtf8(bytes));
    throw error;
  }
}

function notUtf8(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return wide
    ? 'It is text in UTF-16; JSON is exchanged in UTF-8. Save it as UTF-8 and choose it again.'
    : 'It is not text in UTF-8, as JSON must be: it may be another kind of file.';
}
