import { basename } from 'node:path';
import type { Plugin, PluginOption, Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { BuiltFile } from '../../src/app/offline/contract.ts';

type Bundle = Rolldown.OutputBundle;
type Output = Bundle[string];

/** Pages beside the lab, and their workers: they, and what only they need, are fetched after the first visit. */
const PAGES = /\/(?:src|workers)\/(learn|loop|results)[/.]/;
/** Of what the lab loads when it is needed, anything larger comes later too. */
const LARGE = 128 << 10;
/** No asset is too large to be kept; the default of 2 MiB would break the build. */
const MOST_BYTES = 64 << 20;
/** Files that are there to be looked at in a store, or read by the host. */
const NOT_KEPT = ['screenshots/**', 'service-worker.js', '**/_*', '**/*.map'];
const KEPT = '**/*.{html,js,css,wasm,woff2,json,svg,png,webp,webmanifest}';
/** Without a hash in their names, and needed at once. */
const FIRST = new Set(['index.html', 'manifest.webmanifest', 'icons/icon.svg']);

/** Which page a chunk begins, or is the worker of, or `null`. */
function pageOf(output: Output | undefined): string | null {
  if (output?.type !== 'chunk') return null;
  return PAGES.exec(output.facadeModuleId ?? '')?.[1] ?? null;
}

/** The page's own scripts, as its markup names them; the last is its entry. */
function pageScripts(bundle: Bundle): string[] {
  const page = bundle['index.html'];
  const html = page?.type === 'asset' ? Buffer.from(page.source).toString() : '';
  const tags = html.matchAll(/<link rel="modulepreload"[^>]* href="\.\/([^"]+)"/g);
  const scripts = [...tags].map(([, file]) => file ?? '').filter((file) => bundle[file]?.type === 'chunk');
  if (scripts.length === 0) throw new Error('index.html names no script of the build.');
  return scripts;
}

/** What is asked for by its address: a worker, or anything but code. */
function byAddress(output: Output | undefined, bundle: Bundle): boolean {
  if (output?.type !== 'chunk') return output?.type === 'asset';
  return output.isEntry && !pageScripts(bundle).includes(output.fileName);
}

function textOf(output: Output): string {
  if (output.type === 'chunk') return output.code;
  return /\.(js|css)$/.test(output.fileName) ? Buffer.from(output.source).toString() : '';
}

function isLarge(output: Output | undefined): boolean {
  return output?.type === 'chunk' && output.code.length > LARGE;
}

/** A page's large worker is that page's alone, even where the lab names it to start it ahead. */
function isLeftToPage(output: Output | undefined): boolean {
  return isLarge(output) && pageOf(output) !== null;
}

/** A chunk names its styles and whatever its lazy parts need in one table, which is not a need of its own. */
function named(output: Output, bundle: Bundle): string[] {
  const text = textOf(output).replace(/__vite__mapDeps\s*=[\s\S]*?\]\)/, '');
  return Object.keys(bundle).filter((file) => text.includes(basename(file)));
}

/** What a file can't be used without, and what the lab asks for when it is needed. */
function needsOf(output: Output, bundle: Bundle): string[] {
  if (output.type !== 'chunk') return named(output, bundle);
  const { imports, dynamicImports, viteMetadata } = output;
  const styles = viteMetadata === undefined ? [] : [...viteMetadata.importedCss];
  const lazy = dynamicImports.filter((file) => pageOf(bundle[file]) === null && !isLarge(bundle[file]));
  const asked = named(output, bundle).filter((file) => byAddress(bundle[file], bundle));
  const others = asked.filter((file) => !isLeftToPage(bundle[file]));
  return [...imports, ...lazy, ...styles, ...others];
}

function closure(roots: readonly string[], bundle: Bundle): Set<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const output = bundle[file];
    if (output === undefined || found.has(file)) continue;
    found.add(file);
    open.push(...needsOf(output, bundle));
  }
  return found;
}

/** The part of the app that each file belongs to: "lab" for what the first visit needs. */
function partsOf(bundle: Bundle): Map<string, string> {
  const outputs = Object.values(bundle);
  const parts = new Map<string, string>();
  const give = (part: string, files: Iterable<string>): void => {
    for (const file of files) if (!parts.has(file)) parts.set(file, part);
  };
  give('lab', closure(pageScripts(bundle), bundle));
  for (const output of outputs) {
    const page = pageOf(output);
    if (page !== null) give(page, closure([output.fileName], bundle));
  }
  return parts;
}

/**
 * The service worker, and the list of all files that it keeps: first what the lab needs, then the other pages. The
 * list is made from the build's output, so that a new chunk is in it.
 */
export function offline(): PluginOption[] {
  let parts = new Map<string, string>();
  let entry = '';
  const listed: Plugin = {
    name: 'unblocked:offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler: (_, bundle) => {
        if (!('index.html' in bundle)) return;
        parts = partsOf(bundle);
        // What the entry needs stands before it (see src/app/offline/own-version.ts).
        entry = pageScripts(bundle).at(-1) ?? '';
      },
    },
  };
  const toBuilt = (file: { url: string; revision: string | null; size: number }): BuiltFile => {
    const { url, revision, size } = file;
    const part = FIRST.has(url) ? 'lab' : (parts.get(url) ?? 'more');
    return { url, revision, bytes: size, part, later: part !== 'lab', entry: url === entry };
  };
  const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'workers',
    filename: 'service-worker.ts',
    // The page registers it itself, when it has nothing better to do; the manifest is a file of its own.
    injectRegister: false,
    manifest: false,
    injectManifest: {
      globPatterns: [KEPT],
      globIgnores: NOT_KEPT,
      maximumFileSizeToCacheInBytes: MOST_BYTES,
      dontCacheBustURLsMatching: /^assets\//,
      manifestTransforms: [
        (entries) => ({
          manifest: entries.map((entry) => ({
            ...toBuilt({ ...entry, revision: entry.revision ?? null }),
            size: entry.size,
          })),
        }),
      ],
    },
  });
  return [listed, pwa];
}
