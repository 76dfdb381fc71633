/** Ghosts behind each ball. */
export const TRAIL = 3;
