import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { contentSecurityPolicy } from './scripts/vite/csp.ts';
import { firstChunks } from './scripts/vite/first-chunks.ts';
import { firstPaint } from './scripts/vite/first-paint.ts';
import { patchedEngine } from './scripts/vite/engine.ts';
import { hosting } from './scripts/vite/hosting.ts';
import { isolation } from './scripts/vite/isolation.ts';
import { leanSvelte } from './scripts/vite/lean-svelte.ts';
import { offline } from './scripts/vite/offline.ts';
import { lessonPrograms } from './scripts/vite/programs.ts';
import { sharedWorkers } from './scripts/vite/shared-workers.ts';
import { wasmKernels } from './scripts/vite/wasm.ts';

export default defineConfig({
  // Relative, so that any static host serves it from any folder.
  base: './',
  publicDir: 'static',
  plugins: [
    lessonPrograms(),
    wasmKernels(),
    svelte({
      configFile: false,
      // All components of ours; those of packages (a test library has old ones) as they are.
      dynamicCompileOptions: ({ filename }) =>
        filename.includes('/node_modules/') ? undefined : { runes: true },
    }),
    leanSvelte(),
    sharedWorkers(),
    patchedEngine(),
    firstPaint(),
    contentSecurityPolicy(),
    isolation(),
    hosting(),
    offline(),
  ],
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  worker: { format: 'es', plugins: () => [patchedEngine(), wasmKernels()] },
  // Dependencies that are bundled ahead miss the plugins, and with them the patches.
  optimizeDeps: { exclude: ['@engine262/engine262'] },
  preview: { port: 4173, strictPort: true },
  build: {
    target: 'es2022',
    // The first versions with light-dark(), which would otherwise be rewritten.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The policy allows no data: fonts, and of inline scripts only the page's own, which the polyfill is not.
    assetsInlineLimit: 0,
    // Of what a later chunk needs only its styles are named ahead: a first visit isn't charged for lists of scripts.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, needed, { hostType }) => (hostType === 'js' ? [] : needed),
    },
    rolldownOptions: { output: { codeSplitting: firstChunks() } },
  },
});
