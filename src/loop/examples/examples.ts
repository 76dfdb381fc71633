import { asynchronous } from './async.ts';
import { basics } from './basics.ts';
import type { Example, ExampleGroup } from './example.ts';
import { gotchas } from './gotchas.ts';
import { host } from './host.ts';
import { promises } from './promises.ts';

/** In the order in which one might go through them. */
export const EXAMPLE_GROUPS: readonly ExampleGroup[] = [basics, promises, asynchronous, host, gotchas];

const all = EXAMPLE_GROUPS.flatMap((group) => group.examples);

export const FIRST_EXAMPLE: Example = all[0] ?? { slug: '', title: '', look: '', code: '' };

export function findExample(slug: string): Example | null {
  return all.find((example) => example.slug === slug) ?? null;
}

/** The example whose code this is, unchanged. */
export function exampleOf(code: string): Example | null {
  return all.find((example) => example.code === code) ?? null;
}
