/** The escape-time loop as a textbook writes it. */

/** How many steps until |z|² exceeds `bailout`, and |z|² then; `null` where that doesn't happen within `iterations`. */
export function escape(
  re: number,
  im: number,
  iterations: number,
  bailout: number,
): { count: number; norm: number } | null {
  let [x, y] = [0, 0];
  for (let count = 1; count <= iterations; count++) {
    [x, y] = [x * x - y * y + re, 2 * x * y + im];
    if (x * x + y * y > bailout) return { count, norm: x * x + y * y };
  }
  return null;
}
