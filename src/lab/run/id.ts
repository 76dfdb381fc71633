/** A random id of 128 bits, as hex. (`crypto.randomUUID` exists only in secure contexts, and phones come by http.) */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
