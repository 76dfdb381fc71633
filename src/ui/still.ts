/** What draws: the same calls, on a canvas of the page or on one of its own. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Shows a picture that seldom changes, in device pixels. It is drawn elsewhere and handed to the canvas as a bitmap:
 * Chromium makes a 2D canvas's contents anew in every frame of the page, which six of them made felt as 0.6 ms a
 * frame (measured); a bitmap is taken once. Where a canvas can't take one it is drawn on as usual.
 */
export function showStill(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  draw: (pen: Pen) => void,
): void {
  const width = Math.max(1, Math.round(size.width));
  const height = Math.max(1, Math.round(size.height));
  canvas.width = width;
  canvas.height = height;
  const screen = typeof OffscreenCanvas === 'undefined' ? null : canvas.getContext('bitmaprenderer');
  if (screen === null) {
    const pen = canvas.getContext('2d');
    if (pen !== null) draw(pen);
    return;
  }
  const sheet = new OffscreenCanvas(width, height);
  const pen = sheet.getContext('2d');
  if (pen === null) return;
  draw(pen);
  screen.transferFromImageBitmap(sheet.transferToImageBitmap());
}
