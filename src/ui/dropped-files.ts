import type { Entry } from './dropped-folders.ts';

/** What a drop, a paste or a picker gave, as files with the paths they had in their folder. */
export interface DroppedFile {
  readonly file: File;
  /** With forward slashes, from the dropped folder's own name on: "photos/2024/a.jpg". A lone file: its name. */
  readonly path: string;
}

/**
 * The files of a drop, folders walked to their leaves, in the order of their paths. Must be called in the drop's
 * own event: the browser empties the list when the handler returns.
 */
export function filesOfDrop(transfer: DataTransfer): Promise<DroppedFile[]> {
  const folders: Entry[] = [];
  const loose: DroppedFile[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry() as Entry | null;
    if (entry?.isDirectory === true) folders.push(entry);
    else {
      const file = item.getAsFile();
      if (file !== null) loose.push(withOwnPath(file));
    }
  }
  return folders.length === 0 ? Promise.resolve(inOrder(loose)) : withFolders(loose, folders);
}

async function withFolders(loose: readonly DroppedFile[], folders: readonly Entry[]): Promise<DroppedFile[]> {
  // What walks through folders isn't needed by those who drop none.
  const { filesOfEntries } = await import('./dropped-folders.ts');
  return inOrder([...loose, ...(await filesOfEntries(folders))]);
}

/** The files of an `<input type="file">`, with `webkitdirectory` or without. */
export function filesOfList(list: FileList | readonly File[] | null): DroppedFile[] {
  return list === null ? [] : Array.from(list, withOwnPath);
}

function withOwnPath(file: File): DroppedFile {
  return { file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath };
}

function inOrder(files: DroppedFile[]): DroppedFile[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
