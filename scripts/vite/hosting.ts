import type { Plugin } from 'vite';
import { ISOLATION } from './isolation.ts';

/** Files whose names change with every byte of theirs. */
const HASHED = '/assets/*';

/** What a host is asked to send, by path. The servers of this repository send the isolation headers themselves. */
const WANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/*': { ...ISOLATION, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' },
  [HASHED]: { 'Cache-Control': 'public, max-age=31536000, immutable' },
};

/** As Netlify and Cloudflare Pages read it: a path, and beneath it a header a line. */
export function headersFile(): string {
  return Object.entries(WANTED)
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}\n${lines.join('')}`;
    })
    .join('\n');
}

/** Puts `_headers` into the build. A host that doesn't know the file serves it, and nobody asks for it. */
export function hosting(): Plugin {
  return {
    name: 'unblocked:hosting',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}
