const query = '(prefers-reduced-motion: reduce)';

/** Whether the person asked for less movement, now: it may change while the page is open. */
export function lessMotion(): boolean {
  return matchMedia(query).matches;
}
