/** @throws {Error} where the browser has no 2D canvas, or too many of them */
export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser can’t draw on a canvas.');
  return pen;
}
