/** How fast Play goes: times the pace at which one can read along. */
export const PLAY_SPEEDS = ['1', '2', '8'] as const;
export type PlaySpeed = (typeof PLAY_SPEEDS)[number];

const READING_MS = 1000;

export function isPlaySpeed(text: string): text is PlaySpeed {
  return PLAY_SPEEDS.some((speed) => speed === text);
}

/** From one step to the next. */
export function stepMs(speed: PlaySpeed): number {
  return READING_MS / Number(speed);
}

/** Faster than this, things would still be on their way when the next step comes: they cut. */
export function movesAt(speed: PlaySpeed): boolean {
  return stepMs(speed) >= 400;
}
