const APP_WINDOWS = ['standalone', 'minimal-ui', 'window-controls-overlay'];

/** Whether this is the installed app's own window. `standalone` of `navigator` is Apple's, from before the standard. */
export function inAppWindow(): boolean {
  if ((navigator as { standalone?: boolean }).standalone === true) return true;
  return APP_WINDOWS.some((mode) => matchMedia(`(display-mode: ${mode})`).matches);
}
