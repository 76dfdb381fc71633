/** Calls back once, about when the next frame has been painted. */
export type AfterPaint = (callback: () => void) => void;

/**
 * The next animation frame, then one message: a frame's callbacks run *before* its layout and paint, a task
 * queued in one of them runs after
 * (https://html.spec.whatwg.org/multipage/webappapis.html#update-the-rendering).
 */
export const afterNextPaint: AfterPaint = (callback) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(null);
  });
};
