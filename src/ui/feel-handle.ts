/** What the page's one rAF loop calls on the feel strip: `bind:this` with this type. */
export interface FeelHandle {
  /** Once a frame: the rAF timestamp, the time since the frame before, the screen's beat; ms. */
  frame(timestamp: number, deltaMs: number, intervalMs: number): void;
  /** The longest freeze so far; `null` empties the figure. */
  setFreeze(ms: number | null): void;
}
