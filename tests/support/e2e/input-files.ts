import type { Locator, Page } from '@playwright/test';

/** A file that is made for a test, in memory. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function made(name: string, mimeType: string, bytes: Uint8Array | string): MadeFile {
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

interface Sent {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

function sent(files: readonly MadeFile[]): Sent[] {
  return files.map(({ name, mimeType, buffer }) => ({
    name,
    type: mimeType,
    base64: buffer.toString('base64'),
  }));
}

/** The files as a drop or the clipboard would hold them. */
function transferOf(page: Page, files: readonly MadeFile[]) {
  return page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  }, sent(files));
}

export async function drop(zone: Locator, files: readonly MadeFile[]): Promise<void> {
  const dataTransfer = await transferOf(zone.page(), files);
  await zone.dispatchEvent('dragenter', { dataTransfer });
  await zone.dispatchEvent('dragover', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
}

export async function paste(page: Page, files: readonly MadeFile[]): Promise<void> {
  const transfer = await transferOf(page, files);
  await page.evaluate((clipboardData) => {
    const init = { clipboardData, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new ClipboardEvent('paste', init));
  }, transfer);
}

/**
 * Files on the disk, held as a person holds them who is about to let go: what happens to them in between is
 * up to the test. Resolves to a function that drops them.
 */
export async function hold(zone: Locator, paths: readonly string[]): Promise<() => Promise<void>> {
  const page = zone.page();
  const input = await page.evaluateHandle(() => {
    const held = document.createElement('input');
    held.type = 'file';
    held.multiple = true;
    return held;
  });
  await input.asElement().setInputFiles([...paths]);
  const dataTransfer = await page.evaluateHandle((held) => {
    const transfer = new DataTransfer();
    for (const file of held.files ?? []) {
      // The browser looks at a file when it is first asked for its size: from then on it notices a change.
      if (file.size > 0) transfer.items.add(file);
    }
    return transfer;
  }, input);
  return () => zone.dispatchEvent('drop', { dataTransfer });
}

/** A JPEG of a plain pattern, made by the browser. */
export async function jpeg(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const ink = canvas.getContext('2d');
      if (ink === null) throw new Error('no canvas');
      for (let x = 0; x < wide; x += 8) {
        ink.fillStyle = `hsl(${String((x * 37) % 360)} 70% ${String(20 + ((x * 13) % 60))}%)`;
        ink.fillRect(x, (x * 7) % high, 8, high);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}
