import { describe, expect, test } from 'vitest';
import { COURSE } from '../../../src/learn/manifest.ts';
import { findTerm } from '../../../src/learn/words/glossary.ts';
import { parseInline, plainText } from '../../../src/learn/words/inline.ts';

test('marks become pieces, and nothing else is touched', () => {
  expect(parseInline('An `await`, a [[task]], a [[clone|copy]], **yes**, 2 * 3 * 4 <b>')).toEqual([
    { kind: 'text', text: 'An ' },
    { kind: 'code', text: 'await' },
    { kind: 'text', text: ', a ' },
    { kind: 'term', term: 'task', text: 'task' },
    { kind: 'text', text: ', a ' },
    { kind: 'term', term: 'clone', text: 'copy' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'yes' },
    { kind: 'text', text: ', 2 * 3 * 4 <b>' },
  ]);
  expect(plainText('a [[clone|copy]] of `x`')).toBe('a copy of x');
});

describe.each(COURSE)('$slug', ({ slug, load }) => {
  test('every dotted word stands in the glossary', async () => {
    const { lesson } = await load();
    const texts = [lesson.idea, ...lesson.intro, ...lesson.why];
    const terms = texts.flatMap(parseInline).flatMap((piece) => (piece.kind === 'term' ? [piece.term] : []));
    expect(terms.filter((term) => findTerm(term) === null)).toEqual([]);
    expect(lesson.name).toBe(slug);
  });
});
