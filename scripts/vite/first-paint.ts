import type { Plugin, Rolldown } from 'vite';

const SHEETS = /^\s*<link rel="stylesheet"[^>]* href="\.\/([^"]+)">\n?/gm;
const SCRIPTS = /<script type="module" crossorigin src="([^"]+)"><\/script>/g;
const HEADING = '</h1>';

/**
 * Runs in the page, once its first heading is there: has its scripts compiled and run when that was painted. At once
 * where nothing is painted before them, or no browser tells; soon, should a paint be long in coming.
 */
function runWhenPainted(scripts: readonly string[]): void {
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    for (const src of scripts) {
      const script = document.createElement('script');
      Object.assign(script, { type: 'module', crossOrigin: '', async: false, src });
      document.head.append(script);
    }
  };
  const shown = (document.getElementById('first')?.offsetParent ?? null) !== null;
  const tells = 'PerformanceObserver' in self && PerformanceObserver.supportedEntryTypes.includes('paint');
  if (!shown || !tells || document.hidden) {
    begin();
    return;
  }
  // A first paint without content may come before it.
  new PerformanceObserver((paints) => {
    if (paints.getEntriesByName('first-contentful-paint').length > 0) begin();
  }).observe({ type: 'paint', buffered: true });
  setTimeout(begin, 300);
}

/** The page's style sheet, which is then no file any more: what it names lies beside where that was. */
function takeSheet(bundle: Rolldown.OutputBundle, file: string): string {
  const sheet = bundle[file];
  if (sheet?.type !== 'asset') throw new Error(`The build has no ${file}.`);
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- so a bundle is told
  delete bundle[file];
  // Vite lists it among what lazy parts need.
  for (const output of Object.values(bundle))
    if (output.type === 'chunk') output.viteMetadata?.importedCss.delete(file);
  const folder = file.slice(0, file.lastIndexOf('/'));
  return Buffer.from(sheet.source).toString().trim().replaceAll('url(./', `url(./${folder}/`);
}

/**
 * The heading in the markup is painted as soon as the markup is there: it waits for no other file. The page's style
 * sheet is in the markup too, behind it; the scripts are fetched meanwhile and run then: on a phone that takes longer
 * than to fetch them.
 */
export function firstPaint(): Plugin {
  return {
    name: 'unblocked:first-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const sheets = [...html.matchAll(SHEETS)].map(([, file = '']) => file);
        const scripts = [...html.matchAll(SCRIPTS)].map(([, src]) => src);
        const lean = html
          .replace(SHEETS, '')
          .replace(SCRIPTS, '<link rel="modulepreload" crossorigin href="$1">');
        const parts = lean.split(HEADING);
        if (sheets.length !== 1 || scripts.length === 0 || parts.length !== 2)
          throw new Error('index.html has no heading, or not just one style sheet, or no script.');
        const begin = `<script>(${String(runWhenPainted)})(${JSON.stringify(scripts)})</script>`;
        const styles = sheets.map((file) => `<style>${takeSheet(bundle, file)}</style>`).join('');
        return parts.join(`${HEADING}${begin}${styles}`);
      },
    },
  };
}
