/** Neighbouring numbers lie far apart on the circle of hues, as on the fractal's tiles: the golden angle. */
const TURN = 137.508;

/** A bar of a thread: ink for the page, a hue of its own for each worker. */
export function barColour(thread: number, ink: string): string {
  if (thread === 0) return ink;
  return `oklch(66% 0.15 ${((thread - 1) * TURN + 25) % 360})`;
}
