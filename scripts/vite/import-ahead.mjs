/* global document */

/** @type {Map<string, Promise<unknown>>} by address: what was asked for, and when the import need not wait any more */
const asked = new Map();

/**
 * Fetches a file that a module will need, without waiting for the import that names it.
 *
 * @param {string} url
 * @returns {Promise<unknown>} of a style sheet: when it is there, or the component would be seen bare
 */
function ahead(url) {
  const isStyle = url.endsWith('.css');
  const link = document.createElement('link');
  link.rel = isStyle ? 'stylesheet' : 'modulepreload';
  link.crossOrigin = '';
  link.href = url;
  const applied = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      // Offline, say: it may be asked for again later.
      asked.delete(url);
      link.remove();
      reject(new Error(`${url} could not be loaded`));
    };
  });
  document.head.append(link);
  if (isStyle) return applied;
  // The import itself says it, if it matters.
  applied.catch(() => undefined);
  return Promise.resolve();
}

/**
 * What the build puts around every `import()` in place of Vite's helper: it works in every thread. In a worker
 * there is nobody to style, and its imports follow each other quickly enough.
 *
 * @template Module
 * @param {() => Promise<Module>} load
 * @param {readonly string[]} [files] that the module needs
 * @param {string} [base] of their addresses
 * @returns {Promise<Module>}
 */
export async function __vitePreload(load, files = [], base = import.meta.url) {
  if (typeof document === 'undefined') return load();
  const known = new Set([...document.querySelectorAll('link')].map((link) => link.href));
  const ready = files.map((file) => {
    const url = new URL(file, base).href;
    const found = asked.get(url) ?? (known.has(url) ? Promise.resolve() : ahead(url));
    asked.set(url, found);
    return found;
  });
  await Promise.all(ready);
  return load();
}
