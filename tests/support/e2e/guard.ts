import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** What must not happen in any journey, whatever it is about. */
export interface Guard {
  /** Errors on the page's console (a broken content security policy is one), and errors nobody caught. */
  readonly problems: string[];
  /** Addresses outside the page's own origin that something asked for, workers included. */
  readonly elsewhere: string[];
}

/** Listens to every page and worker of the context from now on. */
export function guard(context: BrowserContext, origin: string): Guard {
  const problems: string[] = [];
  const elsewhere: string[] = [];
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol === 'blob:' || protocol === 'data:') return;
    if (asked !== origin) elsewhere.push(request.url());
  });
  return { problems, elsewhere };
}
