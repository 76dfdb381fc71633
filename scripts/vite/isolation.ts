/** What isolates a page from others, where a host sends it. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * The headers that make a page cross-origin isolated (https://web.dev/articles/coop-coep), so that
 * `SharedArrayBuffer` exists; none with `UNBLOCKED_ISOLATION=no`, as on a host that can't send them.
 */
export function isolationHeaders(): Record<string, string> {
  return process.env.UNBLOCKED_ISOLATION === 'no' ? {} : ISOLATION;
}
