import type { Attachment } from 'svelte/attachments';
import type { Station } from '../model/track-shape.ts';

const TRAVEL_MS = 320;

/** Lets the yellow run along its stretch when the loop comes to a station; where motion is unwelcome it is there at once. */
export function travel(_station: Station | null, moves: boolean): Attachment<SVGPathElement> {
  return (path) => {
    if (!moves || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const length = path.getTotalLength();
    const dash = `${String(length)}px`;
    path.animate(
      { strokeDasharray: [dash, dash], strokeDashoffset: [dash, '0px'] },
      { duration: TRAVEL_MS, easing: 'ease-in-out' },
    );
  };
}
