/** A small picture of raw pixels, cheap enough for the page's own thread: it looks at a few thousand of them. */
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
  for (let y = 0, to = 0; y < small.height; y++) {
    const row = Math.floor(((y + 0.5) * height) / small.height);
    for (let x = 0; x < small.width; x++, to += 4) {
      const from = (row * width + Math.floor(((x + 0.5) * width) / small.width)) * 4;
      small.data.set(pixels.subarray(from, from + 4), to);
    }
  }
  return small;
}
