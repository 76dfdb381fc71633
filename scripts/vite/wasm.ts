import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { compiled, limitsAt, sourcesOf, type Variant } from './asc.ts';

const KERNEL = /\.as\.ts\?wasm\b/;
const VARIANTS: readonly Variant[] = ['simd', 'scalar'];

/**
 * `import { builds } from './x.as.ts?wasm'`: an AssemblyScript file, compiled with SIMD and without. The build
 * makes files of them; while developing and in tests the same bytes come as data.
 */
export function wasmKernels(): Plugin {
  let building = false;
  return {
    name: 'unblocked:wasm',
    enforce: 'pre',
    configResolved: ({ command }) => {
      building = command === 'build';
    },
    async load(id) {
      if (!KERNEL.test(id)) return null;
      const file = id.slice(0, id.lastIndexOf('?'));
      for (const source of sourcesOf(file)) this.addWatchFile(source);
      const entries: string[] = [];
      for (const variant of VARIANTS) {
        const bytes = await compiled(file, variant);
        const name = `${basename(file, '.as.ts')}-${variant}.wasm`;
        const url = building
          ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source: bytes })}`
          : JSON.stringify(`data:application/wasm;base64,${Buffer.from(bytes).toString('base64')}`);
        entries.push(`${variant}: { url: ${url}, limitsAt: ${String(limitsAt(bytes))} }`);
      }
      return { code: `export const builds = { ${entries.join(', ')} };`, map: null };
    },
  };
}
