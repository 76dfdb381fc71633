import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What an element of the markup holds may run or style the page by its hash, and nothing else may (CSP3, section 8.4). */
function inlineHashes(html: string, element: 'script' | 'style'): string {
  const inside = html.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'));
  return [...inside]
    .map(([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join('');
}

/** Everything comes from the app's own origin; `wasm-unsafe-eval` lets WebAssembly compile, not `eval`. */
export function policyOf(html: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${inlineHashes(html, 'script')}`,
    `style-src 'self'${inlineHashes(html, 'style')}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Puts the policy into the built page only: Vite's dev client needs inline styles. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'unblocked:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf(html) },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
