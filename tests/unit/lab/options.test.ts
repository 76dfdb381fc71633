import { describe, expect, it } from 'vitest';
import { defaultOptions, parseOptions, queryOf, type Options } from '../../../src/lab/model/options.ts';

const DEFAULTS = defaultOptions(8);
const parse = (query: string) => parseOptions(new URLSearchParams(query), DEFAULTS);
const link = (change: Partial<Options>) => queryOf({ ...DEFAULTS, ...change }, DEFAULTS).toString();

describe('lock, present and auto', () => {
  it('are on with 1 and off with 0', () => {
    expect(parse('lock=1&present=1&auto=1').options).toMatchObject({ lock: true, present: true, auto: true });
    expect(parse('lock=0&present=0').options).toMatchObject({ lock: false, present: false });
  });

  it('name any other value in a notice, and stay off', () => {
    for (const name of ['lock', 'present', 'auto']) {
      const { options, notices } = parse(`${name}=yes`);
      expect(notices, name).toEqual([`“yes” is not a value of ${name}; it is 1 or 0.`]);
      expect(options).toEqual(DEFAULTS);
    }
  });

  it('run each way once, unless the link says how often', () => {
    expect(parse('lock=1').options.runs).toBe(1);
    expect(parse('present=1').options.runs).toBe(1);
    expect(parse('lock=1&runs=5').options.runs).toBe(5);
    expect(parse('task=blur').options.runs).toBe(DEFAULTS.runs);
  });
});

describe('a link of options', () => {
  it('says that they are locked, and only what differs', () => {
    expect(link({ lock: true, runs: 1 })).toBe('task=blur&lock=1');
    expect(link({ lock: true })).toBe(`task=blur&runs=${String(DEFAULTS.runs)}&lock=1`);
    expect(link({ present: true, runs: 1, size: '4mp' })).toBe('task=blur&size=4mp&present=1');
  });

  it('never starts by itself because it was told to once', () => {
    expect(link({ auto: true })).toBe('task=blur');
  });

  it('is read back as the options it was made of', () => {
    const options: Options = {
      ...DEFAULTS,
      ...{ task: 'denoise', strategy: 'pool', size: '1mp', workers: 2, slice: 8, runs: 4, lock: true },
      params: { radius: '1', repeat: '3' },
    };
    const { options: read, notices } = parse(queryOf(options, DEFAULTS).toString());
    expect(read).toEqual(options);
    expect(notices).toEqual([]);
  });
});
