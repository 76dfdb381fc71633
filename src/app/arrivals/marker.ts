import type { ArrivalsContract } from './contract.ts';

const MARKER: ArrivalsContract['marker'] = 'arrived';

/** The parameters without the marker of a share, and the marker; `null` where there is none. */
export function withoutMarker(params: URLSearchParams): { rest: URLSearchParams; marker: string } | null {
  const marker = params.get(MARKER);
  if (marker === null) return null;
  const rest = new URLSearchParams(params);
  rest.delete(MARKER);
  return { rest, marker };
}
