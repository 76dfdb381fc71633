import { fittingLoad } from '../model/calibrate.ts';
import { entryOf } from '../model/catalog.ts';
import type { Prepared } from './prepare.ts';
import { withLoad } from './with-load.ts';

/** Of two tries with different loads: what each more of it takes, in ms; `null` where they don't tell. */
function growth(first: Prepared, second: Prepared): { readonly to: number; readonly each: number } | null {
  const { load } = entryOf(second.draft.task.id);
  const [from, to] = [Number(first.params[load.name]), Number(second.params[load.name])];
  const each = ((second.forecastMs ?? 0) - (first.forecastMs ?? 0)) / (to - from);
  return second.forecastMs !== null && each > 0 ? { to, each } : null;
}

/** Of two tries with different loads: what part of the job grows with its load, and the load that takes `targetMs`. */
export async function refined(first: Prepared, second: Prepared, targetMs: number): Promise<Prepared> {
  const grown = growth(first, second);
  if (grown === null) return second;
  const { load } = entryOf(second.draft.task.id);
  const exact = grown.to + (targetMs - (second.forecastMs ?? 0)) / grown.each;
  return atLoad(second, grown, fittingLoad(load, exact, { ms: targetMs, targetMs }));
}

/** Of two tries with smaller loads: what the job takes at this one, of which trying a few parts would take too long. */
export async function extrapolated(first: Prepared, second: Prepared, value: number): Promise<Prepared> {
  const grown = growth(first, second);
  return grown === null ? withLoad(first, value) : atLoad(second, grown, value);
}

async function atLoad(
  tried: Prepared,
  { to, each }: { readonly to: number; readonly each: number },
  value: number,
): Promise<Prepared> {
  return { ...(await withLoad(tried, value)), forecastMs: (tried.forecastMs ?? 0) + each * (value - to) };
}
