/** Between two looks at the clock a browser may round it: several keys are derived for one figure. */
const LEAST_MS = 120;
const MOST_KEYS = 64;

/**
 * How long the browser's own code takes for one of these candidates, in ms; `null` where there is none (it is there
 * on secure pages only).
 */
export async function subtleMsEach(
  words: readonly string[],
  salt: string,
  iterations: number,
): Promise<number | null> {
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
  if (subtle === undefined) return null;
  const encoder = new TextEncoder();
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations };
  const start = performance.now();
  let keys = 0;
  let ms = 0;
  for (const word of words.slice(0, MOST_KEYS)) {
    const key = await subtle.importKey('raw', encoder.encode(word), 'PBKDF2', false, ['deriveBits']);
    await subtle.deriveBits(how, key, 256);
    keys += 1;
    ms = performance.now() - start;
    if (ms >= LEAST_MS) break;
  }
  return keys === 0 ? null : ms / keys;
}
