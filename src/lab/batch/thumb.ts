/**
 * A small picture of raw pixels, cheap enough for the page's own thread: it looks at a few thousand of them. The bytes
 * must start at a multiple of 4.
 */
export function thumbOf(
  pixels: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  most = 120,
): ImageData {
  const scale = Math.min(1, most / Math.max(width, height));
  const small = new ImageData(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const to = new Uint32Array(small.data.buffer);
  for (let y = 0, at = 0; y < small.height; y++) {
    const row = Math.floor(((y + 0.5) * height) / small.height) * width;
    for (let x = 0; x < small.width; x++, at++) {
      to[at] = from[row + Math.floor(((x + 0.5) * width) / small.width)] as number;
    }
  }
  return small;
}
