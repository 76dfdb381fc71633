import { expect, test } from 'vitest';
import { headersFile } from '../../../scripts/vite/hosting.ts';
import { ISOLATION } from '../../../scripts/vite/isolation.ts';

/** Each path with its headers, as a host reads the file. */
function read(file: string): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  let path = '';
  for (const line of file.split('\n')) {
    const header = /^ {2}([\w-]+): (\S.*)$/.exec(line);
    if (header !== null) found[path] = { ...found[path], [header[1] ?? '']: header[2] ?? '' };
    else if (line !== '') path = line;
  }
  return found;
}

test('a host that reads `_headers` sends what isolates the page, for every file', () => {
  const asked = read(headersFile());
  expect(asked['/*']).toMatchObject(ISOLATION);
  // Hosts join what several rules say of one header: each may be named once for a file.
  expect(Object.keys(asked['/*'] ?? {})).not.toContain('Cache-Control');
});

test('only files whose names change with their content are kept for good', () => {
  const forGood = Object.entries(read(headersFile())).filter(([, asked]) => 'Cache-Control' in asked);
  expect(forGood.map(([path]) => path)).toEqual(['/assets/*']);
});
