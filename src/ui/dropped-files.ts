/** What a drop, a paste or a picker gave, as files with the paths they had in their folder. */
export interface DroppedFile {
  readonly file: File;
  /** With forward slashes, from the dropped folder's own name on: "photos/2024/a.jpg". A lone file: its name. */
  readonly path: string;
}

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

/**
 * The files of a drop, folders walked to their leaves, in the order of their paths. Must be called in the drop's
 * own event: the browser empties the list when the handler returns.
 */
export function filesOfDrop(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries: Entry[] = [];
  const loose: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry() as Entry | null;
    if (entry !== null) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file !== null) loose.push(file);
    }
  }
  return filesOfEntries(entries).then((found) => [...loose.map(withOwnPath), ...found]);
}

/** The files of an `<input type="file">`, with `webkitdirectory` or without. */
export function filesOfList(list: FileList | readonly File[] | null): DroppedFile[] {
  return list === null ? [] : Array.from(list, withOwnPath);
}

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

function withOwnPath(file: File): DroppedFile {
  return { file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath };
}
