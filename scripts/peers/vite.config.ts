import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { isolation } from '../vite/isolation.ts';
import { wasmKernels } from '../vite/wasm.ts';

/** The page on which the peers run: minified and isolated, as the product is. */
export default defineConfig({
  root: fileURLToPath(new URL('./page', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [isolation(), wasmKernels()],
  worker: { format: 'es', plugins: () => [wasmKernels()] },
  build: {
    outDir: fileURLToPath(new URL('../../.cache/peers', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
  },
});
