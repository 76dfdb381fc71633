import type { Algorithm } from '../../tasks/hash/part.ts';
import { pathOf } from '../input/files.ts';
import type { DroppedFile } from '../../ui/dropped-files.ts';

/** A checksum list of this size names about ten thousand files; what is larger is a file to hash. */
const MAX_LIST_BYTES = 1_000_000;

/** How checksum lists are named, and what that says of their algorithm. */
const NAMES: readonly { readonly pattern: RegExp; readonly algorithm: Algorithm | null }[] = [
  { pattern: /^(sha-?256-?sums?|.+\.sha-?256(sums?)?)(\.txt|\.asc)?$/i, algorithm: 'sha256' },
  { pattern: /^((b3|blake3)-?sums?|.+\.(b3|blake3)(sums?)?)(\.txt)?$/i, algorithm: 'blake3' },
  { pattern: /^checksums?(\.txt)?$/i, algorithm: null },
];

type Named = Pick<File, 'name' | 'size'>;

/** What a list's name says of its algorithm; `undefined` where the file is no list but one to hash. */
export function listAlgorithm(file: Named): Algorithm | null | undefined {
  const named = NAMES.find(({ pattern }) => pattern.test(file.name));
  // Only now the size: of many files it takes the browser seconds to tell it.
  return named === undefined || file.size >= MAX_LIST_BYTES ? undefined : named.algorithm;
}

export interface Sorted {
  readonly files: readonly File[];
  readonly lists: readonly File[];
}

/** Parts what was dropped or chosen into files to hash and lists to check against. */
export function sortOut(chosen: readonly DroppedFile[]): Sorted {
  const files: File[] = [];
  const lists: File[] = [];
  for (const { file, path } of chosen) {
    if (listAlgorithm(file) === undefined) files.push(withPath(file, path));
    else lists.push(file);
  }
  return { files, lists };
}

/** A dropped folder's files don't know their path, a chosen folder's do: from here on all do. */
function withPath(file: File, path: string): File {
  if (pathOf(file) !== path) Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

export interface ReadList {
  readonly text: string;
  /** What the lists' names say, where they agree. */
  readonly algorithm: Algorithm | null;
}

/** The lists' texts one after the other. Rejects where one can't be read any more. */
export async function readLists(lists: readonly File[]): Promise<ReadList> {
  const texts = await Promise.all(lists.map((list) => list.text()));
  const said = new Set(lists.map((list) => listAlgorithm(list) ?? null));
  const [algorithm = null] = said;
  return {
    text: texts.map((text) => text.replace(/^\uFEFF/, '').trimEnd()).join('\n'),
    algorithm: said.size === 1 ? algorithm : null,
  };
}
