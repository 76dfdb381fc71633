/** `npm run icons`: every icon of the manifest, drawn from the one brand mark in src/ui/BrandMark.svelte. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/process.mjs';
import { PlainError, run, tell } from './lib/say.mjs';

/**
 * @typedef {object} Look
 * @property {string | null} ground behind the mark; `null`: nothing
 * @property {string} block
 * @property {string} now
 * @property {number} part of the icon's width that the mark takes
 */

/** Chrome, ink and now, of the light theme. @type {Look} */
const PLAIN = { ground: '#e6ebe7', block: '#13212b', now: '#ffc71f', part: 3 / 4 };

/**
 * A launcher may cut a maskable icon down to a circle of 4/5 of its width (W3C App Manifest, "Icon masks"):
 * a square that fits into it is at most 0.56 wide.
 *
 * @type {Look}
 */
const MASKABLE = { ...PLAIN, part: 1 / 2 };

/** Only its alpha counts: the system gives the colour. The way out stays open, now is half there. @type {Look} */
const MONOCHROME = { ground: null, block: '#000', now: 'rgb(0 0 0 / 55%)', part: 1 / 2 };

/** Apple's system rounds the corners itself and wants no transparency. @type {Look} */
const APPLE = { ...PLAIN, part: 5 / 8 };

/** @type {readonly { file: string, size: number, look: Look }[]} */
const PICTURES = [
  { file: 'any-192.png', size: 192, look: PLAIN },
  { file: 'any-512.png', size: 512, look: PLAIN },
  { file: 'maskable-192.png', size: 192, look: MASKABLE },
  { file: 'maskable-512.png', size: 512, look: MASKABLE },
  { file: 'monochrome-192.png', size: 192, look: MONOCHROME },
  { file: 'monochrome-512.png', size: 512, look: MONOCHROME },
  { file: 'apple-touch-180.png', size: 180, look: APPLE },
];

/** The width of the mark's own grid. */
const GRID = 24;

/** @param {string} name the class of a path of the mark */
function pathOf(name) {
  const mark = readFileSync(join(ROOT, 'src', 'ui', 'BrandMark.svelte'), 'utf8');
  const path = new RegExp(`class="${name}" d="([^"]+)"`).exec(mark)?.[1];
  if (path === undefined) throw new PlainError(`src/ui/BrandMark.svelte has no path of class "${name}".`);
  return path;
}

/** @param {Look} look */
function svgOf({ ground, block, now, part }) {
  const width = GRID / part;
  const edge = (width - GRID) / 2;
  const back = ground === null ? '' : `  <path fill="${ground}" d="M0 0h${width}v${width}H0z" />\n`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}">
${back}  <g transform="translate(${edge} ${edge})">
    <path fill="${block}" d="${pathOf('block')}" />
    <path fill="${now}" d="${pathOf('now')}" />
  </g>
</svg>
`;
}

await run(async () => {
  await ensureInstalled();
  const { chromium } = await import('playwright');
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const folder = join(ROOT, 'static', 'icons');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'icon.svg'), svgOf(PLAIN));
  const { path } = await findBrowser();
  const browser = await chromium.launch(launchOptions(path));
  try {
    const page = await browser.newPage();
    for (const { file, size, look } of PICTURES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svgOf(look)}`);
      await page.screenshot({ path: join(folder, file), omitBackground: true });
      tell(join(folder, file));
    }
  } finally {
    await browser.close();
  }
});
