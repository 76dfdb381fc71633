/** The code of an address, and the address of a code. */
import { pack, unpack, UnpackError } from '../ui/share/pack.ts';
import { exampleOf, findExample, FIRST_EXAMPLE } from './examples/examples.ts';

/** What a link may hold: a snippet, not a program. */
export const MAX_CODE_BYTES = 100_000;

export interface Source {
  readonly code: string;
  /** Why it is not the code that was asked for. */
  readonly notice: string | null;
}

/** Reads a link. Nothing of it runs: that takes a button. */
export async function readSource(params: URLSearchParams): Promise<Source> {
  const word = params.get('code');
  if (word !== null) return fromWord(word);
  const slug = params.get('example');
  if (slug === null) return { code: FIRST_EXAMPLE.code, notice: null };
  const example = findExample(slug);
  if (example !== null) return { code: example.code, notice: null };
  return { code: FIRST_EXAMPLE.code, notice: `There is no example “${slug}”. This is the first one.` };
}

async function fromWord(word: string): Promise<Source> {
  try {
    return { code: await unpack(word, MAX_CODE_BYTES), notice: null };
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    return { code: FIRST_EXAMPLE.code, notice: `${error.message} This is an example instead.` };
  }
}

/** An example goes by its name, other code goes whole. */
export async function paramsOf(code: string): Promise<URLSearchParams> {
  const example = exampleOf(code);
  if (example !== null) return new URLSearchParams({ example: example.slug });
  return new URLSearchParams({ code: await pack(code) });
}
