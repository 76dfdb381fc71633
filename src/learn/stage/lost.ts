/**
 * Rejections that nobody handles, while a lesson runs: https://html.spec.whatwg.org/#unhandled-promise-rejections
 * The lesson shows them, so the browser need not, and nobody else on the page is told: it is no fault of the page.
 * `hearLate` is told when such a promise is handled after all.
 */
export function listenForLost(
  hear: (error: unknown) => void,
  hearLate: (error: unknown) => void = () => undefined,
): () => void {
  const lost = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    hear(event.reason);
  };
  const late = (event: PromiseRejectionEvent): void => {
    event.stopImmediatePropagation();
    hearLate(event.reason);
  };
  // before all that listen as usual
  addEventListener('unhandledrejection', lost, { capture: true });
  addEventListener('rejectionhandled', late, { capture: true });
  return () => {
    removeEventListener('unhandledrejection', lost, { capture: true });
    removeEventListener('rejectionhandled', late, { capture: true });
  };
}
