import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSums, parseSums, sumsProblem } from '../../../../src/tasks/hash/sums.ts';

const A = 'a'.repeat(64);
const B = '0123456789abcdef'.repeat(4);

/** What one line says, without its place. */
function read(text: string) {
  const { lines, bad } = parseSums(text);
  return lines.length === 1 && bad.length === 0 && lines[0] !== undefined
    ? [lines[0].name, lines[0].digest, lines[0].algorithm]
    : { lines, bad };
}

describe('reading a checksum list', () => {
  it.each([
    ['coreutils, text', `${A}  photo.jpg`, ['photo.jpg', A, null]],
    ['coreutils, binary', `${A} *photo.jpg`, ['photo.jpg', A, null]],
    ['one blank', `${A} photo.jpg`, ['photo.jpg', A, null]],
    ['a tab', `${A}\tphoto.jpg`, ['photo.jpg', A, null]],
    ['blanks in the name and at its edges', `${A}   my photo `, [' my photo ', A, null]],
    ['a name that starts with a star', `${A}  *x`, ['*x', A, null]],
    ['upper-case digits', `${A.toUpperCase()}  x`, ['x', A, null]],
    ['an indented line', `  \t${A}  x`, ['x', A, null]],
    ['a backslash without the escape mark', `${A}  a\\nb`, ['a\\nb', A, null]],
    ['an escaped name', `\\${A}  a\\nb\\\\c\\rd`, ['a\nb\\c\rd', A, null]],
    ['an escaped backslash before an n', `\\${A}  a\\\\nb`, ['a\\nb', A, null]],
    ['a folder', `${A}  ./a/b c.txt`, ['./a/b c.txt', A, null]],
    ['a bare digest', A, [null, A, null]],
    ['a bare digest with blanks', ` ${A}  `, [null, A, null]],
    ['standard input', `${A}  -`, [null, A, null]],
    ['BSD, SHA-256', `SHA256 (a (1).txt) = ${A}`, ['a (1).txt', A, 'sha256']],
    ['BSD, BLAKE3', `BLAKE3 (x) = ${B}`, ['x', B, 'blake3']],
    ['BSD, escaped', `\\SHA256 (a\\nb) = ${B}`, ['a\nb', B, 'sha256']],
    ['OpenSSL', `SHA2-256(x)= ${B}`, ['x', B, 'sha256']],
    ['a byte order mark', `\uFEFF${A}  x`, ['x', A, null]],
    ['CRLF', `${A}  x\r\n`, ['x', A, null]],
    ['comments and blank lines', `# made today\n\n  \r\n\t# ${B}  y\n${A}  x\n`, ['x', A, null]],
  ])('%s', (_, text, content) => {
    expect(read(text)).toEqual(content);
  });

  it.each([
    ['a digest too short', `${A.slice(1)}  x`],
    ['a digest too long', `${A}a  x`],
    ['not hex', `${'g'.repeat(64)}  x`],
    ['another algorithm', `MD5 (x) = ${A.slice(32)}`],
    ['another algorithm of 256 bits', `SM3 (x) = ${A}`],
    ['a tag without a digest', 'SHA256 (x) = '],
    ['a bad escape', `\\${A}  a\\tb`],
    ['an escape cut off', `\\${A}  a\\`],
    ['words', 'hello'],
    ['signed text', '-----BEGIN PGP SIGNED MESSAGE-----'],
  ])('%s is a bad line, told with its place', (_, text) => {
    expect(parseSums(`\n${text}\n${A}  ok`)).toEqual({
      lines: [{ line: 3, name: 'ok', digest: A, algorithm: null }],
      bad: [{ line: 2, text }],
    });
  });

  it('never throws, and each line is used, bad or let pass', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(A, `${A}  `, `\\${A} `, 'SHA256 (', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(line, line), { maxLength: 12 }), (pairs) => {
        const text = pairs.map(([a, b]) => a + b).join('\n');
        const { lines, bad } = parseSums(text);
        const places = [...lines, ...bad].map((entry) => entry.line);
        expect(new Set(places).size).toBe(places.length);
        expect(Math.max(0, ...places)).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

describe('writing a checksum list', () => {
  it('escapes line breaks and backslashes as coreutils does', () => {
    const names = ['plain', 'a\nb', 'a\\b', 'a\rb', ' *x', '-', ' '];
    expect(formatSums(names.map((name) => ({ name, digest: A }))).split('\n')).toEqual([
      `${A}  plain`,
      `\\${A}  a\\nb`,
      `\\${A}  a\\\\b`,
      `\\${A}  a\\rb`,
      `${A}   *x`,
      `${A}  ./-`,
      `${A}  ./ `,
      '',
    ]);
  });

  it('gives back any names when read again', () => {
    const name = fc.oneof(
      fc.uint16Array({ minLength: 1, maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
      fc.string({
        minLength: 1,
        unit: fc.constantFrom('\\', '\n', '\r', 'n', ' ', '*', '-', '#', '(', ')', 'é'),
      }),
    );
    const digest = fc.constantFrom(A, B);
    fc.assert(
      fc.property(fc.array(fc.record({ name, digest }), { maxLength: 8 }), (entries) => {
        const { lines, bad } = parseSums(formatSums(entries));
        expect(bad).toEqual([]);
        const names = lines.map((line) => line.name);
        expect(lines.map((line) => line.digest)).toEqual(entries.map((entry) => entry.digest));
        entries.forEach((entry, i) => {
          expect([entry.name, `./${entry.name}`]).toContain(names[i]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list that can’t be used', () => {
  const problem = (text: string): string | null => sumsProblem(parseSums(text));

  it('is none if one line is usable', () => {
    expect(problem(`garbage\n${A}  x`)).toBeNull();
  });

  it.each([
    ['empty', '', /no checksum/],
    ['only comments', '# x\n', /no checksum/],
    ['one line of words', 'hello', /^The line is no checksum/],
    ['binary', '\u0000\u0001PNG\n\u0002\n', /^None of the 2 lines is a checksum/],
    ['MD5', `${A.slice(32)}  x`, /MD5/],
    ['SHA-1', `${A.slice(24)}  x`, /SHA-1 /],
    ['SHA-512', `${A}${A}  x\n${A}${B}  y`, /SHA-512/],
  ])('is told in one sentence: %s', (_, text, sentence) => {
    expect(problem(text)).toMatch(sentence);
    expect(problem(text)).toMatch(/^[A-Z].*[^.]\.$/s);
  });
});
