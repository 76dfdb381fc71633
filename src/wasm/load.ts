/** One compiled AssemblyScript file. */
export interface Build {
  readonly url: string;
  /**
   * Where in the file the imported memory's kind stands: 1 for a memory of one thread, 3 for a shared one. It is
   * the only byte in which the two differ, so there is one file for both.
   * https://webassembly.github.io/spec/core/binary/types.html#limits
   */
  readonly limitsAt: number;
}

export interface Builds {
  readonly simd: Build;
  readonly scalar: Build;
}

const SHARED = 3;
const modules = new Map<string, Promise<WebAssembly.Module>>();

/**
 * The module, compiled once per thread. A kernel is a few kilobytes, so it is fetched whole and then compiled:
 * that needs no MIME type from the host, and the byte that makes it fit a shared memory can be set.
 */
export function loadModule(build: Build, shared: boolean): Promise<WebAssembly.Module> {
  const key = `${build.url} ${String(shared)}`;
  const found = modules.get(key) ?? compile(build, shared);
  modules.set(key, found);
  // A load that failed (offline, the first time) may be tried again.
  found.catch(() => modules.delete(key));
  return found;
}

async function compile({ url, limitsAt }: Build, shared: boolean): Promise<WebAssembly.Module> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The WebAssembly kernel could not be loaded (${String(answer.status)}).`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (shared) bytes[limitsAt] = SHARED;
  return WebAssembly.compile(bytes);
}
