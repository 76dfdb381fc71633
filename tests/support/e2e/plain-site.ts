/** The built page on a host of the simplest kind: files under a path, no headers but their type. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import packageFile from '../../../package.json' with { type: 'json' };
import { policyOf } from '../../../scripts/vite/csp.ts';

/** Path below the site's folder → content. */
export type Files = ReadonlyMap<string, Buffer>;

const DIST = join(import.meta.dirname, '..', '..', '..', 'dist');
const PATH = '/some/folder/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const TEXT = new Set(['.html', '.js', '.css']);

export function built(): Files {
  const names = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((name) => [name.slice(DIST.length + 1).replaceAll('\\', '/'), readFileSync(name)]),
  );
}

export const NEWER = '99.0.0';

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/** The policy knows what stands in the page by its hashes. */
function withItsPolicy(html: string): string {
  return html.replace(/(?<=content=")default-src[^"]*/, () => policyOf(html));
}

/**
 * The next version, as if every line of its code had changed: each file with a hash in its name has another name,
 * in all the files that ask for it and in the service worker's list.
 */
export function newer(files: Files): Files {
  const hashed = [...files.keys()].filter((name) => name.startsWith('assets/')).map((name) => basename(name));
  const renamed = new Map(hashed.map((name) => [name, name.replace(/-.{3}(.{5}\.\w+)$/, '-NEW$1')]));
  const old = new RegExp(hashed.map((name) => name.replaceAll(/[.$+]/g, '\\$&')).join('|'), 'g');
  const next = new Map<string, Buffer>();
  for (const [path, bytes] of files) {
    const name = path.replace(old, (found) => renamed.get(found) ?? found);
    if (!TEXT.has(extname(path))) {
      next.set(name, bytes);
      continue;
    }
    const text = bytes.toString().replaceAll(old, (found) => renamed.get(found) ?? found);
    const newerText = text.replaceAll(packageFile.version, NEWER);
    next.set(name, Buffer.from(extname(path) === '.html' ? withItsPolicy(newerText) : newerText));
  }
  const worker = next.get('service-worker.js')?.toString() ?? '';
  const [before, after] = [files, next].map((version) => md5(version.get('index.html') ?? Buffer.of()));
  next.set('service-worker.js', Buffer.from(worker.replace(before ?? '', after ?? '')));
  return next;
}

/** One that can be given another version, and pulled off the network. */
export class PlainSite {
  files: Files = built();
  #url = '';
  readonly #server: Server;

  constructor() {
    this.#server = createServer(({ url = '/', method }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const name = pathname.startsWith(PATH) ? pathname.slice(PATH.length) : null;
      const path = name === '' ? 'index.html' : name;
      const bytes = method === 'GET' && path !== null ? this.files.get(path) : undefined;
      if (bytes === undefined || path === null) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(bytes);
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.#url = `http://localhost:${String(port)}${PATH}`;
  }

  get url(): string {
    return this.#url;
  }

  /** From now on nobody answers. */
  async close(): Promise<void> {
    // Twice does no harm: the second time it answers with an error that nobody needs.
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
