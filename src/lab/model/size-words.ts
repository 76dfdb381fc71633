import type { CatalogEntry } from './catalog.ts';
import { parseFileSize } from './file-size.ts';

/** A size as people read it: `12mp` → "12 megapixels", `200x64kib` → "200 files of 64 KiB". */
export function sizeInWords({ sizeLabel }: Pick<CatalogEntry, 'sizeLabel'>, size: string): string {
  if (sizeLabel !== undefined) return sizeLabel(size);
  const files = parseFileSize(size);
  if (files === null) return pixelsInWords(size);
  const kib = files.bytes / 1024;
  const each = kib % 1024 === 0 ? `${String(kib / 1024)} MiB` : `${String(kib)} KiB`;
  return `${String(files.count)} ${files.count === 1 ? 'file' : 'files'} of ${each}`;
}

function pixelsInWords(size: string): string {
  return size
    .replace(/(?<!\d)1mp$/, '1 megapixel')
    .replace(/mp$/, ' megapixels')
    .replace(/(?<=\d)x/, ' × ');
}
