import type { Plugin } from 'vite';

const STYLES = /^\s*<link rel="stylesheet"[^>]*>\n?/gm;
const HEADING = '</h1>';

/** The heading in the markup brings its own style: the page's style sheets come after it, so that it need not wait for them. */
export function firstPaint(): Plugin {
  return {
    name: 'unblocked:first-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const styles = html.match(STYLES) ?? [];
        const parts = html.replace(STYLES, '').split(HEADING);
        if (styles.length === 0 || parts.length !== 2)
          throw new Error('index.html has no heading, or no style sheet.');
        return parts.join(`${HEADING}\n${styles.join('')}`);
      },
    },
  };
}
