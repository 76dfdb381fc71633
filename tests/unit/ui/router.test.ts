import { describe, expect, it } from 'vitest';
import { hashOf, parseHash } from '../../../src/app/router.ts';

describe('parseHash', () => {
  it.each(['', '#', '#/', '#//'])('takes %j for the lab', (hash) => {
    expect(parseHash(hash)).toMatchObject({ page: 'lab', path: '/' });
  });

  it('splits the parameters from the path', () => {
    const { page, params } = parseHash('#/?task=blur&sigma=8&algorithm=a%26b');
    expect(page).toBe('lab');
    expect([...params]).toEqual([
      ['task', 'blur'],
      ['sigma', '8'],
      ['algorithm', 'a&b'],
    ]);
  });

  it('keeps a question mark that belongs to a value', () => {
    expect(parseHash('#/?a=b?c').params.get('a')).toBe('b?c');
  });

  it('knows its pages, with and without a closing slash', () => {
    expect(parseHash('#/about').page).toBe('about');
    expect(parseHash('#/about/').page).toBe('about');
    expect(parseHash('#about').page).toBe('about');
  });

  it.each(['#/nowhere', '#/about/more', '#/constructor', '#/__proto__'])('has no page at %s', (hash) => {
    expect(parseHash(hash).page).toBeNull();
  });

  it('survives broken escapes', () => {
    expect(parseHash('#/%E0%A4%A?x=%E0%A4%A').page).toBeNull();
  });
});

describe('hashOf', () => {
  it('comes back as the same route', () => {
    const params = new URLSearchParams({ task: 'hash', note: 'a & b' });
    const route = parseHash(hashOf('lab', params));
    expect(route.page).toBe('lab');
    expect(route.params.toString()).toBe(params.toString());
    expect(parseHash(hashOf('about')).page).toBe('about');
  });

  it('writes no question mark without parameters', () => {
    expect(hashOf('lab')).toBe('#/');
  });
});
