import { NAV } from '../../src/app/nav.ts';
import { pictureSize } from '../support/e2e/picture-size.ts';
import { expect, test } from '../support/e2e/test.ts';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
  readonly form_factor?: string;
  readonly label?: string;
}

interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly description: string;
  readonly start_url: string;
  readonly scope: string;
  readonly display: string;
  readonly theme_color: string;
  readonly background_color: string;
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly shortcuts: readonly {
    readonly name: string;
    readonly url: string;
    readonly icons: readonly Picture[];
  }[];
  readonly share_target: { readonly action: string; readonly method: string; readonly enctype: string };
  readonly file_handlers: readonly {
    readonly action: string;
    readonly accept: Record<string, readonly string[]>;
  }[];
}

/** A page that computes nothing. */
const PLAIN = './#/about';

test.describe('the manifest', () => {
  let manifest: Manifest;
  let url: string;

  test.beforeEach(async ({ request, baseURL }) => {
    const [, href] = /<link rel="manifest" href="([^"]+)"/.exec(await (await request.get('./')).text()) ?? [];
    url = new URL(href ?? 'no link to a manifest', baseURL).href;
    manifest = (await (await request.get(url)).json()) as Manifest;
  });

  test('says what the app is', () => {
    expect(manifest).toMatchObject({ id: expect.stringMatching(/./), display: 'standalone' });
    for (const text of [manifest.name, manifest.short_name, manifest.description]) expect(text).not.toBe('');
    // longer names are cut off under an icon
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
  });

  test('the browser reads it without a complaint', async ({ page }) => {
    await page.goto(PLAIN);
    const session = await page.context().newCDPSession(page);
    const found = await session.send('Page.getAppManifest');
    expect(found.url).toBe(url);
    expect(found.errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // a private window, which is what a test runs in, never installs
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    );
  });

  test('stays in its own folder, wherever that is', () => {
    const { icons, screenshots, shortcuts, share_target, file_handlers, start_url, scope } = manifest;
    const addresses = [
      start_url,
      scope,
      share_target.action,
      ...[...icons, ...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)].map(({ src }) => src),
      ...shortcuts.map((shortcut) => shortcut.url),
      ...file_handlers.map(({ action }) => action),
    ];
    const there = 'https://example.org/a/unblocked/';
    for (const address of addresses) {
      expect(new URL(address, `${there}manifest.webmanifest`).href.startsWith(there), address).toBe(true);
    }
  });

  test('its pictures exist and have the sizes it tells', async ({ request }) => {
    for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
      const response = await request.get(new URL(src, url).href);
      expect(response.ok(), src).toBe(true);
      expect(response.headers()['content-type'], src).toContain(type);
      if (sizes === 'any') continue;
      const { format, width, height } = pictureSize(await response.body());
      expect(`${format} ${String(width)}x${String(height)}`, src).toBe(`png ${sizes}`);
    }
  });

  test('has an icon of each size for each purpose', () => {
    for (const purpose of ['any', 'maskable', 'monochrome']) {
      const sizes = manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
      expect(sizes, purpose).toEqual(expect.arrayContaining(['192x192', '512x512']));
    }
  });

  test('shows the app on a phone and on a laptop', () => {
    for (const form of ['narrow', 'wide']) {
      const shots = manifest.screenshots.filter((shot) => shot.form_factor === form);
      expect(shots.length, form).toBeGreaterThan(0);
      // the browser shows those of one shape only, and none that is longer than 2.3 times its other side
      expect(new Set(shots.map(({ sizes }) => sizes)).size).toBe(1);
      const [width = 0, height = 0] = (shots[0]?.sizes ?? '').split('x').map(Number);
      expect(width < height).toBe(form === 'narrow');
      expect(Math.max(width, height) / Math.min(width, height)).toBeLessThan(2.3);
      for (const { label } of shots) expect(label).toBeTruthy();
    }
  });

  test('its shortcuts go to pages that exist, with options that can be used', async ({ page }) => {
    expect(manifest.shortcuts.length).toBeGreaterThan(0);
    for (const shortcut of manifest.shortcuts) {
      // As the system opens it: nothing is on the page before.
      await page.goto('about:blank');
      await page.goto(new URL(shortcut.url, url).href);
      await expect(page.getByRole('heading', { level: 1 }), shortcut.name).toBeVisible();
      await expect(page.getByText('There is no page at'), shortcut.name).toHaveCount(0);
      await expect(page.getByText('The link asks for something'), shortcut.name).toHaveCount(0);
    }
    // a page is offered only where it is built
    const pages = NAV.map((item) => item.page as string);
    for (const { url: to } of manifest.shortcuts) {
      const path = /#\/([a-z]*)/.exec(to)?.[1] ?? '';
      expect(pages, to).toContain(path === '' ? 'lab' : path);
    }
  });

  test('the page’s colours are the manifest’s, and it has an icon for Apple', async ({ page }) => {
    await page.goto(PLAIN);
    const light = page.locator('meta[name="theme-color"][media*="light"]');
    await expect(light).toHaveAttribute('content', manifest.theme_color);
    await expect(page.locator('meta[name="theme-color"][media*="dark"]')).toHaveCount(1);
    expect(manifest.background_color).toBe(manifest.theme_color);
    const href = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
    const response = await page.request.get(new URL(href ?? '', page.url()).href);
    expect(pictureSize(await response.body())).toEqual({ format: 'png', width: 180, height: 180 });
  });

  test('files are opened by type and by ending', () => {
    for (const { accept } of manifest.file_handlers) {
      for (const [type, endings] of Object.entries(accept)) {
        expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
        for (const ending of endings) expect(ending).toMatch(/^\.[a-z0-9]+$/);
      }
    }
  });
});
