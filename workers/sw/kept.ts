/** What is kept of this version: in one cache, each file under its address, or address and revision. */
import type { RouteHandlerCallbackOptions, WorkboxPlugin } from 'workbox-core';
import { PrecacheController } from 'workbox-precaching';
import { CacheFirst } from 'workbox-strategies';
import type { BuiltFile, Kept, Missing } from '../../src/app/offline/contract.ts';
import { isolated, isolation } from './isolation.ts';

export class KeptFiles {
  readonly #files: readonly BuiltFile[];
  readonly #cacheName: string;
  readonly #first: PrecacheController;
  readonly #all: PrecacheController;
  readonly #strategy: CacheFirst;
  readonly #entry: string;

  /** `scope`: several copies of the app may live on one origin. */
  constructor(files: readonly BuiltFile[], scope: string) {
    this.#files = files;
    this.#cacheName = `unblocked-files ${scope}`;
    this.#first = this.#controller(files.filter(({ later }) => !later));
    const all = this.#controller(files);
    this.#all = all;
    const keys: WorkboxPlugin = {
      cacheKeyWillBeUsed: ({ request }) => Promise.resolve(all.getCacheKeyForURL(request.url) ?? request.url),
    };
    const plugins = [keys, isolation];
    const matchOptions = { ignoreVary: true };
    this.#strategy = new CacheFirst({ cacheName: this.#cacheName, plugins, matchOptions });
    this.#entry = new URL(files.find(({ entry }) => entry)?.url ?? '', scope).href;
  }

  get entry(): string {
    return this.#entry;
  }

  /** Keeps what the first visit needs, all of it or nothing. */
  install(event: ExtendableEvent): void {
    void this.#first.install(event);
  }

  /** Forgets what other versions kept. */
  async clear(event: ExtendableEvent): Promise<void> {
    await this.#all.activate(event);
  }

  has(url: URL): boolean {
    return this.#all.getCacheKeyForURL(url.href) !== undefined;
  }

  /** A file of this version: from the cache, or else from the network and then kept. */
  async serve(
    options: RouteHandlerCallbackOptions | { event: ExtendableEvent; request: Request },
  ): Promise<Response> {
    return this.#strategy.handle(options);
  }

  /** A file that this version doesn't know: an older page may still ask for what was kept for it. */
  async serveOther(request: Request): Promise<Response> {
    const cache = await caches.open(this.#cacheName);
    const old = await cache.match(request.url, { ignoreVary: true });
    return isolated(old ?? (await fetch(request)));
  }

  async state(next: number | null): Promise<Kept> {
    const missing = new Map<string, Missing>();
    for (const i of await this.#missing()) {
      const file = this.#files[i];
      if (file === undefined) continue;
      const { files, bytes } = missing.get(file.part) ?? { files: 0, bytes: 0 };
      missing.set(file.part, { part: file.part, files: files + 1, bytes: bytes + file.bytes });
    }
    return {
      entry: this.#entry,
      files: this.#files.length,
      bytes: this.#files.reduce((sum, { bytes }) => sum + bytes, 0),
      missing: [...missing.values()],
      next,
    };
  }

  /** Fetches the first file that is missing from this place on. Resolves to the place behind it, `null` at the end. */
  async fetchNext(from: number, event: ExtendableEvent): Promise<number | null> {
    const next = (await this.#missing()).find((i) => i >= from);
    const file = next === undefined ? undefined : this.#files[next];
    if (next === undefined || file === undefined) return null;
    const cache = file.revision === null ? 'default' : 'reload';
    try {
      const request = new Request(file.url, { cache, credentials: 'same-origin' });
      await Promise.all(this.#strategy.handleAll({ event, request }));
    } catch {
      // No network, or no room: it stays missing, and the page says so.
    }
    return next + 1;
  }

  async #missing(): Promise<number[]> {
    const cache = await caches.open(this.#cacheName);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    return this.#files.flatMap(({ url }, i) => (kept.has(this.#all.getCacheKeyForURL(url) ?? '') ? [] : [i]));
  }

  #controller(files: readonly BuiltFile[]): PrecacheController {
    const controller = new PrecacheController({ cacheName: this.#cacheName });
    controller.addToCacheList([...files]);
    return controller;
  }
}
