/** How the two balls of the feel strip move. Both follow this curve: one by script, one on the compositor. */

export const SWEEP_MS = 2400;

/** Control points of the curve, as in CSS `cubic-bezier(0.37, 0, 0.63, 1)`. */
const X1 = 0.37;
const X2 = 0.63;
export const SWEEP_EASING = `cubic-bezier(${String(X1)}, 0, ${String(X2)}, 1)`;

/** Reduced motion: 8 places, 4 hops a second. */
const PLACES = 8;
export const HOP_MS = 250;
const HOPS = 2 * (PLACES - 1);

/**
 * Place on the track, 0 to 1, at a time of the document timeline. A rAF timestamp is on that timeline, and the
 * animation starts at its zero, so that the two are in phase without ever being compared.
 */
export function sweepAt(timestamp: number): number {
  const phase = (((timestamp / SWEEP_MS) % 2) + 2) % 2;
  return ease(phase < 1 ? phase : 2 - phase);
}

export function hopAt(timestamp: number): number {
  return hopPlace(((Math.floor(timestamp / HOP_MS) % HOPS) + HOPS) % HOPS);
}

function hopPlace(hop: number): number {
  return (hop < PLACES ? hop : HOPS - hop) / (PLACES - 1);
}

/** The y of the cubic Bézier curve with y1 = 0 and y2 = 1 at this x, by Newton's method. */
function ease(x: number): number {
  let t = x;
  for (let round = 0; round < 6; round += 1) {
    const error = bezier(t, X1, X2) - x;
    const slope = 3 * X1 + 6 * t * (X2 - 2 * X1) + 3 * t * t * (1 + 3 * X1 - 3 * X2);
    t -= error / slope;
  }
  return bezier(t, 0, 1);
}

function bezier(t: number, p1: number, p2: number): number {
  const rest = 1 - t;
  return 3 * rest * rest * t * p1 + 3 * rest * t * t * p2 + t * t * t;
}

const placeFrame = (place: number, offset: number, easing: string): Keyframe => ({
  transform: `translateX(${String(place * 100)}%)`,
  offset,
  easing,
});

/** Starts the compositor's ball; `lagMs` for those of its trail. Returns the running animation. */
export function startSweep(carrier: Element, lagMs: number, reduced: boolean): Animation {
  const frames = reduced
    ? Array.from({ length: HOPS + 1 }, (_, hop) =>
        placeFrame(hopPlace(hop % HOPS), hop / HOPS, 'steps(1, end)'),
      )
    : [placeFrame(0, 0, SWEEP_EASING), placeFrame(1, 0.5, SWEEP_EASING), placeFrame(0, 1, 'linear')];
  const animation = carrier.animate(frames, {
    duration: reduced ? HOPS * HOP_MS : 2 * SWEEP_MS,
    iterations: Number.POSITIVE_INFINITY,
  });
  animation.startTime = lagMs;
  return animation;
}
