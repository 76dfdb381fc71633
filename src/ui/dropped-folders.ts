import type { DroppedFile } from './dropped-files.ts';

/** The part of the File and Directory Entries API that is used (https://wicg.github.io/entries-api/). */
interface FileEntry {
  readonly isFile: true;
  readonly isDirectory: false;
  readonly fullPath: string;
  file(done: (file: File) => void, failed: (reason: DOMException) => void): void;
}

interface DirectoryEntry {
  readonly isFile: false;
  readonly isDirectory: true;
  readonly fullPath: string;
  createReader(): {
    readEntries(done: (entries: Entry[]) => void, failed: (reason: DOMException) => void): void;
  };
}

export type Entry = FileEntry | DirectoryEntry;

/** The files of dropped folders, walked to their leaves, in the order of their paths. */
export async function filesOfEntries(entries: readonly Entry[]): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  for (const entry of entries) await walk(entry, found);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(entry: Entry, found: DroppedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
    return;
  }
  for (const child of await childrenOf(entry)) await walk(child, found);
}

/** `readEntries` gives a hundred at a time in Chromium: it is asked until it gives none. */
async function childrenOf(directory: DirectoryEntry): Promise<Entry[]> {
  const reader = directory.createReader();
  const children: Entry[] = [];
  for (;;) {
    const batch = await new Promise<Entry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}
