import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { NOT_AT_ONCE } from './lean-svelte.ts';

type Context = Rolldown.ChunkingContext;

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/');
const PAGE = [`${ROOT}src/main.ts`];
const FURTHER = [`${ROOT}src/lab/model/further.ts`];

function workers(): string[] {
  const files = readdirSync(`${ROOT}workers`).filter((file) => file.endsWith('.worker.ts'));
  return files.map((file) => `${ROOT}workers/${file}`);
}

/** The modules that `roots` can't be run without; `later`: those too that they import when they need them. */
function closure(roots: readonly string[], context: Context, later: boolean): Set<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const info = found.has(id) ? null : context.getModuleInfo(id);
    if (info === null) continue;
    found.add(id);
    open.push(...info.importedIds, ...(later ? info.dynamicallyImportedIds : []));
  }
  return found;
}

/**
 * What the page needs at once stays together: `page`, and `threads` where workers need it too. Left to itself the
 * bundler makes a file of every set of modules that some lesson shares with the page: thirty small ones, which
 * compress badly and come one by one. What the page is told later of the further tasks stays together in the same
 * way: `further`, and `infos`, which their kernels need too.
 */
export function firstChunks(): NonNullable<Rolldown.OutputOptions['codeSplitting']> {
  let page: Set<string> | undefined;
  let threads: Set<string> | undefined;
  let further: Set<string> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        name: (id, context) => {
          page ??= closure(PAGE, context, false);
          threads ??= closure(workers(), context, true);
          further ??= closure(FURTHER, context, false);
          if (NOT_AT_ONCE.test(id.replaceAll('\\', '/'))) return null;
          if (page.has(id)) return threads.has(id) ? 'threads' : 'page';
          if (further.has(id)) return threads.has(id) ? 'infos' : 'further';
          return null;
        },
      },
    ],
  };
}
