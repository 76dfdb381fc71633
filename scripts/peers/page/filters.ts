import { HEIGHT, picturePixels, SIGMA, WIDTH } from '../picture.mjs';
import { once, timed } from './once.ts';

const picture = once(() => {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const pixels = new Uint8ClampedArray(picturePixels());
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, WIDTH, HEIGHT), 0, 0);
  return canvas;
});

/** On the processor, as where the page wants the pixels back. */
const target = once(() => {
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives no canvas.');
  return context;
});

/** Skia's own; one pixel is read back, so that it is done. */
function canvasBlur(): Promise<number> {
  const source = picture();
  const context = target();
  return timed(() => {
    context.filter = `blur(${String(SIGMA)}px)`;
    context.drawImage(source, 0, 0);
    context.getImageData(0, 0, 1, 1);
  });
}

const rooms = once(() => {
  const pixels = picturePixels();
  const [from, to] = [0, 1].map(() => new Uint8Array(new SharedArrayBuffer(pixels.length)));
  from?.set(pixels);
  return { from, to };
});

/** The least that a filter can do: each byte is read once and written once. */
function copy(): Promise<number> {
  const { from, to } = rooms();
  return timed(() => {
    if (from !== undefined) to?.set(from);
  });
}

export const filterContenders = { 'canvas blur': canvasBlur, 'copy of the picture': copy };
