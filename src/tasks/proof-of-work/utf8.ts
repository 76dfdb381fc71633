/** UTF-8; `null`: not text (half of a surrogate pair). This folder has ECMAScript's library alone: no `TextEncoder`. */
export function toBytes(text: string): Uint8Array | null {
  try {
    const escaped = encodeURIComponent(text);
    const bytes = escaped.match(/%[0-9A-F]{2}|[^%]/g) ?? [];
    return Uint8Array.from(bytes, (byte) =>
      byte.length === 1 ? byte.charCodeAt(0) : Number.parseInt(byte.slice(1), 16),
    );
  } catch {
    return null;
  }
}
