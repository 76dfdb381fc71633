import type { View } from './world.ts';

/**
 * Draws something that has holes: on the band's second canvas first, where holes can be cut, then as a whole.
 * Thousands of small shapes under a clip with curves cost about three times as much (measured).
 */
export function onLayer(view: View, draw: (layer: View) => void): void {
  const { ink, layer } = view;
  layer.save();
  layer.resetTransform();
  layer.clearRect(0, 0, layer.canvas.width, layer.canvas.height);
  layer.restore();
  draw({ ...view, ink: layer });
  ink.save();
  ink.resetTransform();
  ink.drawImage(layer.canvas, 0, 0);
  ink.restore();
}
