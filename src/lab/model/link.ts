import type { Prepared } from '../input/prepare.ts';
import { entryOf } from './catalog.ts';
import { queryOf, type Options } from './options.ts';
import { sizeName } from './warning.ts';

/**
 * A link's parameters that open the very same experiment elsewhere: what was fitted to this device (size, load)
 * is written out. Workers stay each device's own, unless they were chosen.
 */
export function experimentQuery(
  options: Options,
  prepared: Prepared | null,
  defaults: Options,
  lock: boolean,
): URLSearchParams {
  const fitted = prepared?.draft.task.id === options.task ? prepared : null;
  const size = options.size ?? (fitted === null ? null : sizeName(fitted.input));
  const { name } = entryOf(options.task).load;
  const load = fitted?.params[name];
  const params = { ...(load === undefined ? {} : { [name]: load }), ...options.params };
  return queryOf({ ...options, size, params, lock, present: false, auto: false }, defaults);
}

/** The address of the lab with these parameters, for people to open. */
export function experimentLink(query: URLSearchParams, { origin, pathname }: Location = location): string {
  return `${origin}${pathname}#/?${query.toString()}`;
}

/** The same address as people type it: without what the browser adds, and without parameters. */
export function typedAddress({ host, pathname }: Location = location): string {
  return `${host}${pathname.replace(/\/(index\.html)?$/, '')}`;
}

/** This address names the very device it is on: no other opens it. */
export function isOnlyHere({ hostname }: Location = location): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
