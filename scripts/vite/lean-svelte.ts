import type { Plugin } from 'vite';

/** Switches of Svelte's that are off for ever in this app, by module: what each guards can then be left out. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  // The page is mounted, never hydrated: no server renders it.
  'svelte/src/internal/client/dom/hydration.js': ['hydrating'],
  // Every component is in runes mode (vite.config.ts), and none awaits in its script.
  'svelte/src/internal/flags/index.js': ['async_mode_flag', 'legacy_mode_flag', 'tracing_mode_flag'],
};

/** Parts that Svelte's index names, and the first page has no use for: fields, measured boxes, elements by name. */
export const NOT_AT_ONCE =
  /\/svelte\/src\/internal\/client\/dom\/(elements\/bindings\/(select|input|size)|blocks\/svelte-element)\.js$/;

/** Custom elements: none of our components is one, but the class that would carry them is made when its module is loaded. */
const CUSTOM_ELEMENT = 'svelte/src/internal/client/dom/elements/custom-element.js';
const WITHOUT = 'export function create_custom_element() { throw new Error("left out of the build"); }';

function withoutElements(code: string): string {
  if (!code.includes('export function create_custom_element('))
    throw new Error('Svelte makes custom elements elsewhere now.');
  return WITHOUT;
}

function fixed(code: string, name: string): string {
  const declared = `export let ${name} = false;`;
  if (code.split(declared).length !== 2) throw new Error(`Svelte has no “${declared}” any more.`);
  const assigned = new RegExp(`^\\t${name} = .*;$`, 'gm');
  return code.replace(declared, `export const ${name} = false;`).replace(assigned, '');
}

/**
 * Tells the bundler that these variables never change: it folds them, and leaves out what they guard.
 * In the build alone: the end-to-end tests run on it.
 */
export function leanSvelte(): Plugin {
  return {
    name: 'unblocked:lean-svelte',
    apply: 'build',
    transform(code, id) {
      const path = id.replaceAll('\\', '/').split('?')[0] ?? '';
      if (path.endsWith(CUSTOM_ELEMENT)) return { code: withoutElements(code), map: null };
      // Loaded where a component needs them, and by nobody else: to load them does nothing by itself.
      if (NOT_AT_ONCE.test(path)) return { code, map: null, moduleSideEffects: false };
      const found = Object.entries(NEVER).find(([module]) => path.endsWith(module));
      return found === undefined ? null : { code: found[1].reduce(fixed, code), map: null };
    },
  };
}
