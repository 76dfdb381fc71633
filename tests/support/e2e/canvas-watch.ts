import type { Locator } from '@playwright/test';

type Watching = typeof globalThis & { seen?: Set<string> };

/**
 * Looks at the canvas with every frame from now on, and keeps each picture that is new; with `status` only as long as
 * the lab says that.
 */
export async function watch(canvas: Locator, status?: string): Promise<void> {
  await canvas.evaluate((element: HTMLCanvasElement, wanted) => {
    const seen = new Set<string>();
    (globalThis as Watching).seen = seen;
    const said = (): string | undefined => document.querySelector('main > [role="status"]')?.textContent;
    const small = new OffscreenCanvas(32, 24).getContext('2d', { willReadFrequently: true });
    const look = (): void => {
      if (small === null || (wanted !== null && wanted !== said())) return;
      small.drawImage(element, 0, 0, 32, 24);
      seen.add(small.getImageData(0, 0, 32, 24).data.join());
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, status ?? null);
}

/** How many different pictures were seen. */
export const pictures = (canvas: Locator): Promise<number> =>
  canvas.evaluate(() => (globalThis as Watching).seen?.size ?? 0);
