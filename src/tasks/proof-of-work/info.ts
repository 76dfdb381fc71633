import { ParamError, type TaskInfo } from '../contract.ts';
import { readNumber, type NumberRule } from '../params.ts';
import { toBytes } from './utf8.ts';

export interface ProofParams {
  /** What the nonce is put behind. */
  readonly text: string;
  /** How many leading bits of the hash must be zero. */
  readonly difficulty: number;
  /** How many nonces are looked for: the smallest ones. */
  readonly find: number;
}

/** At 26 bits one in 67 million hashes will do. */
export const DIFFICULTY: NumberRule = { name: 'difficulty', min: 1, max: 26, fallback: 20, whole: true };
export const FIND: NumberRule = { name: 'find', min: 1, max: 16, fallback: 1, whole: true };

export const DEFAULT_TEXT = 'Hello, world!';
/** A link must hold it. */
export const MAX_TEXT_BYTES = 500;

export const proofInfo: TaskInfo<ProofParams> = {
  id: 'proof-of-work',
  engines: ['ts', 'wasm'],
  paramNames: ['text', DIFFICULTY.name, FIND.name],
  parse: (raw) => ({
    text: readText(raw.text ?? DEFAULT_TEXT),
    difficulty: readNumber(raw, DIFFICULTY),
    find: readNumber(raw, FIND),
  }),
};

function readText(text: string): string {
  const bytes = toBytes(text);
  if (bytes === null) throw new ParamError('text', 'text has half a character in it; type it anew.');
  if (bytes.length <= MAX_TEXT_BYTES) return text;
  throw new ParamError(
    'text',
    `text must be at most ${MAX_TEXT_BYTES} bytes as UTF-8; this is ${bytes.length}.`,
  );
}
