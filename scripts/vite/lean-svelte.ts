import type { Plugin } from 'vite';

/** Switches of Svelte's that are off for ever in this app, by module: what each guards can then be left out. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  // The page is mounted, never hydrated: no server renders it.
  'svelte/src/internal/client/dom/hydration.js': ['hydrating'],
  // Every component is in runes mode (vite.config.ts), and none awaits in its script.
  'svelte/src/internal/flags/index.js': ['async_mode_flag', 'legacy_mode_flag', 'tracing_mode_flag'],
};

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
      const found = Object.entries(NEVER).find(([module]) => path.endsWith(module));
      return found === undefined ? null : { code: found[1].reduce(fixed, code), map: null };
    },
  };
}
