/**
 * Rejections that nobody handles, while a lesson runs: https://html.spec.whatwg.org/#unhandled-promise-rejections
 * The lesson shows them, so the browser need not.
 */
export function listenForLost(hear: (error: unknown) => void): () => void {
  const listen = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    hear(event.reason);
  };
  addEventListener('unhandledrejection', listen);
  return () => {
    removeEventListener('unhandledrejection', listen);
  };
}
