/** How the balls of the feel strip move. Both follow the same keyframes: one by script, one on the compositor. */

export const SWEEP_MS = 2400;

const SWEEP_EASING = 'cubic-bezier(0.37, 0, 0.63, 1)';

/** Reduced motion: 8 places, 4 hops a second. */
const PLACES = 8;
const HOP_MS = 250;
const HOPS = 2 * (PLACES - 1);

const placeFrame = (place: number, offset: number, easing: string): Keyframe => ({
  transform: `translateX(${String(place * 100)}%)`,
  offset,
  easing,
});

function hopPlace(hop: number): number {
  return (hop < PLACES ? hop : HOPS - hop) / (PLACES - 1);
}

/** There and back along the track. */
export function sweepFrames(reduced: boolean): Keyframe[] {
  if (!reduced)
    return [placeFrame(0, 0, SWEEP_EASING), placeFrame(1, 0.5, SWEEP_EASING), placeFrame(0, 1, 'linear')];
  return Array.from({ length: HOPS + 1 }, (_, hop) =>
    placeFrame(hopPlace(hop % HOPS), hop / HOPS, 'steps(1, end)'),
  );
}

function sweep(carrier: Element, reduced: boolean): Animation {
  return carrier.animate(sweepFrames(reduced), {
    duration: reduced ? HOPS * HOP_MS : 2 * SWEEP_MS,
    iterations: Number.POSITIVE_INFINITY,
  });
}

/** Starts the compositor's ball; `lagMs` for those of its trail. */
export function startSweep(carrier: Element, lagMs: number, reduced: boolean): Animation {
  const animation = sweep(carrier, reduced);
  animation.startTime = lagMs;
  return animation;
}

/**
 * The script's ball: it stands until its `currentTime` is set. A rAF timestamp is on the document's timeline, at whose
 * zero the other ball's animation starts: the two are in phase without ever being compared.
 *
 * Not `style.transform`, for which Chromium looks through all of the page's layers again in every frame (measured).
 */
export function standingSweep(carrier: Element, reduced: boolean): Animation {
  const animation = sweep(carrier, reduced);
  animation.pause();
  animation.currentTime = 0;
  return animation;
}
