/** From here on a person is asked first, in ms: browsers offer to kill a page soon after. */
export const LONG_FREEZE_MS = 4000;
