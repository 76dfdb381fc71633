/**
 * A random id of 80 bits, as hex: short, because links carry it; 2^40 results would have to meet before two are likely
 * to share one. (`crypto.randomUUID` exists only in secure contexts, and phones come by http.)
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
