/** What typescript-eslint says to this lesson's own programs: a test asks it, so that it stays true. */
export const LINT = {
  rule: '@typescript-eslint/no-floating-promises',
  says: 'Promises must be awaited, end with a call to .catch, end with a call to .then with a rejection handler or be explicitly marked as ignored with the `void` operator.',
  lines: ["net.post('/note', 'Milk');", "diary.write('Milk');", 'diary.close();'],
} as const;
