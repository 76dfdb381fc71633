/** Hash routes, so that any static host serves them: `#/`, `#/about`, with parameters after a question mark. */
import { createSubscriber } from 'svelte/reactivity';

export type PageId = 'lab' | 'learn' | 'loop' | 'results' | 'about';

export interface Route {
  /** `null`: no page has this path. */
  readonly page: PageId | null;
  /** Without the question mark's part: "/about". */
  readonly path: string;
  readonly params: URLSearchParams;
}

/** A later version's page is one more line here, one in `nav.ts`, and one in `App.svelte`. */
const PAGES: Readonly<Record<string, PageId>> = {
  '/': 'lab',
  '/learn': 'learn',
  '/loop': 'loop',
  '/results': 'results',
  '/about': 'about',
};

/** Pages with pages of their own beneath them: `#/learn/loops`. */
const BRANCHES: readonly PageId[] = ['learn'];

function pageOf(path: string): PageId | null {
  if (Object.hasOwn(PAGES, path)) return PAGES[path] ?? null;
  const branch = path.split('/')[1];
  return BRANCHES.find((page) => page === branch) ?? null;
}

/** `#/?task=blur&sigma=8` → the lab with two parameters. An empty hash is the lab. */
export function parseHash(hash: string): Route {
  const inner = hash.replace(/^#/, '');
  const mark = inner.indexOf('?');
  const given = mark === -1 ? inner : inner.slice(0, mark);
  const path = `/${given.replace(/^\/+|\/+$/g, '')}`;
  const params = new URLSearchParams(mark === -1 ? '' : inner.slice(mark + 1));
  return { page: pageOf(path), path, params };
}

/** The hash of a page, for a link. */
export function hashOf(page: PageId, params: URLSearchParams = new URLSearchParams()): string {
  const path = Object.keys(PAGES).find((candidate) => PAGES[candidate] === page) ?? '/';
  return withParams(path, params);
}

function withParams(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === '' ? `#${path}` : `#${path}?${query}`;
}

/** The browser's address as a reactive value: reading `route` in markup or an effect follows it. */
class Router {
  readonly #follow = createSubscriber((update) => {
    this.#changed = update;
    addEventListener('hashchange', update);
    return () => {
      removeEventListener('hashchange', update);
    };
  });
  #changed: () => void = () => undefined;

  get route(): Route {
    this.#follow();
    return parseHash(location.hash);
  }

  /** A new entry in the history. */
  navigate(page: PageId, params?: URLSearchParams): void {
    location.hash = hashOf(page, params);
  }

  /** The same page and the same entry, with other parameters. `replaceState` fires no event, so it is told here. */
  replaceParams(params: URLSearchParams): void {
    history.replaceState(history.state, '', withParams(parseHash(location.hash).path, params));
    this.#changed();
  }
}

export const router = new Router();
