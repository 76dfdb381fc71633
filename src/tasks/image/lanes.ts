/**
 * Three colour channels side by side in one number, 9 bits each: 8 for the value and a guard bit above it,
 * so that one subtraction compares all three. Alpha is left out. 27 bits in all, so that V8 keeps such
 * numbers as small integers even where it hasn't optimised yet.
 */

/** The guard bits. */
export const GUARDS = 0x0402_0100;

/** Puts a pixel's red, green and blue into lanes. */
export function toLanes(pixel: number): number {
  return (pixel & 0xff) | ((pixel & 0xff00) << 1) | ((pixel & 0xff0000) << 2);
}

/** Puts lanes back as a pixel's red, green and blue; alpha is 0. */
export function fromLanes(lanes: number): number {
  return (lanes & 0xff) | ((lanes >>> 1) & 0xff00) | ((lanes >>> 2) & 0xff0000);
}

/**
 * Difference or zero, `max(a - b, 0)` in each lane, given `a | GUARDS`, `b` and `GUARDS`. A comparator is then
 * `d = excess(a | G, b, G); low = a - d; high = b + d`. The odd arguments keep this under the 27 bytes of
 * bytecode up to which V8 inlines a function whatever the size of its caller (measured).
 */
export function excess(guarded: number, b: number, guards: number): number {
  const difference = guarded - b;
  const greater = difference & guards;
  return difference & (greater - (greater >> 8));
}

/** The lower of two in each lane. */
export function min(a: number, b: number): number {
  return a - excess(a | GUARDS, b, GUARDS);
}

/** The higher of two in each lane. */
export function max(a: number, b: number): number {
  return b + excess(a | GUARDS, b, GUARDS);
}
