import type { Plugin } from 'vite';
import { readProgram } from './program/read.ts';

/** A program of the course, and what of it is asked for. */
const PROGRAM = /\/src\/learn\/.*\bprogram\.ts(?:\?(?<part>code|plain))?$/;

/** A lesson or a card over its program as it was written. */
const PLAIN = /\/src\/learn\/(?!.*\bprogram\.ts).*\.ts\?plain$/;

/**
 * The programs of the course. `program.ts` runs with a mark before each statement, so that its lines light up;
 * `program.ts?code` is the same text as coloured lines; `program.ts?plain` runs as it was written, for the tests
 * that compare the two (`lesson.ts?plain` is the lesson over it). Text and code come from one source, so what is
 * shown is what runs.
 */
export function lessonPrograms(): Plugin {
  return {
    name: 'unblocked:programs',
    enforce: 'pre',
    async transform(source, id) {
      const path = id.replaceAll('\\', '/');
      if (PLAIN.test(path)) {
        return { code: source.replaceAll(/(from '[^']*\bprogram\.ts)'/g, "$1?plain'"), map: null };
      }
      const found = PROGRAM.exec(path);
      const part = found?.groups?.part;
      if (found === null || part === 'plain') return null;
      const program = await readProgram(source);
      if (part === undefined) return { code: program.marked, map: null };
      const { tokenLines } = await import('./program/tokens.ts');
      const entries = await Promise.all(
        program.functions.map(async ({ name, text, reach }) => [
          name,
          { text, reach, lines: await tokenLines(text) },
        ]),
      );
      return { code: `export const code = ${JSON.stringify(Object.fromEntries(entries))};`, map: null };
    },
  };
}
