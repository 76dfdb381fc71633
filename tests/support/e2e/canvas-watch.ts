import type { Locator } from '@playwright/test';

type Watching = typeof globalThis & { seen?: Set<string> };

/** Looks at the canvas with every frame from now on, and keeps each picture that is new. */
export async function watch(canvas: Locator): Promise<void> {
  await canvas.evaluate((element: HTMLCanvasElement) => {
    const seen = new Set<string>();
    (globalThis as Watching).seen = seen;
    const small = new OffscreenCanvas(32, 24).getContext('2d', { willReadFrequently: true });
    const look = (): void => {
      if (small === null) return;
      small.drawImage(element, 0, 0, 32, 24);
      seen.add(small.getImageData(0, 0, 32, 24).data.join());
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** How many different pictures were seen. */
export const pictures = (canvas: Locator): Promise<number> =>
  canvas.evaluate(() => (globalThis as Watching).seen?.size ?? 0);
