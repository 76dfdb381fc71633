/** Sample files as the command line and links name them: `200x1mib` is 200 files of 1 MiB. */

const PATTERN = /^(\d{1,5})x(\d{1,4})(kib|mib)$/;
const UNIT = { kib: 1024, mib: 1024 * 1024 } as const;
/** Sample files are held in memory: 1 GiB is the most. */
const MAX_TOTAL = 1024 ** 3;

export interface FileSize {
  readonly count: number;
  /** Bytes of each file. */
  readonly bytes: number;
}

export function parseFileSize(text: string): FileSize | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const count = Number(match[1]);
  const bytes = Number(match[2]) * UNIT[match[3] as keyof typeof UNIT];
  return count >= 1 && count * bytes <= MAX_TOTAL ? { count, bytes } : null;
}

export function isFileSize(text: string): boolean {
  return parseFileSize(text) !== null;
}
