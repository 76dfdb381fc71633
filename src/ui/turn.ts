/** The thread's next turn: the browser may paint and hear taps before it. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
