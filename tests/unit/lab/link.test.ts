import { beforeAll, expect, it } from 'vitest';
import { needFurther } from '../../../src/lab/model/catalog.ts';
import { experimentLink, experimentQuery, isOnlyHere, typedAddress } from '../../../src/lab/model/link.ts';
import { parseOptions } from '../../../src/lab/model/options.ts';
import { DEFAULTS, files, optionsWith, picture, prepared } from '../../support/prepared.ts';

beforeAll(needFurther);

const at = (href: string): Location => new URL(href) as unknown as Location;

it('what was fitted to this device is written out, so that another one does the very same', () => {
  const job = prepared('blur', picture(4032, 3024), 2000, { sigma: '4', repeat: '5' });
  const query = experimentQuery(optionsWith({ params: { sigma: '4' } }), job, DEFAULTS, true);
  expect(Object.fromEntries(query)).toEqual({
    ...{ task: 'blur', size: '12mp', runs: '3', lock: '1', repeat: '5', sigma: '4' },
  });
  const { options, notices } = parseOptions(query, DEFAULTS);
  expect(notices).toEqual([]);
  expect(options).toMatchObject({ size: '12mp', runs: 3, lock: true, params: { repeat: '5', sigma: '4' } });
});

it('workers are each device’s own, unless they were chosen', () => {
  const job = prepared('hash', files(97, 1 << 20), 2000);
  const hash = optionsWith({ task: 'hash' });
  expect(experimentQuery(hash, job, DEFAULTS, false).toString()).toBe('task=hash&size=97x1mib');
  const two = experimentQuery({ ...hash, workers: 2 }, job, DEFAULTS, false);
  expect(two.get('workers')).toBe('2');
});

it('it neither presents nor starts by itself', () => {
  const options = optionsWith({ present: true, auto: true, runs: 1 });
  expect(experimentQuery(options, null, DEFAULTS, true).toString()).toBe('task=blur&lock=1');
});

it('an input of the task before is not taken for this one’s', () => {
  const old = prepared('blur', picture(4032, 3024), 2000, { repeat: '5' });
  const query = experimentQuery(optionsWith({ task: 'hash' }), old, DEFAULTS, false);
  expect(query.toString()).toBe('task=hash');
});

it('the link keeps the folder that the page is served from', () => {
  const query = new URLSearchParams({ task: 'blur', lock: '1' });
  const page = at('https://example.org/unblocked/#/?task=edges');
  expect(experimentLink(query, page)).toBe('https://example.org/unblocked/#/?task=blur&lock=1');
  expect(typedAddress(page)).toBe('example.org/unblocked');
  expect(typedAddress(at('http://192.168.1.20:4173/'))).toBe('192.168.1.20:4173');
});

it('an address that only this computer knows is told', () => {
  expect(isOnlyHere(at('http://localhost:4173/'))).toBe(true);
  expect(isOnlyHere(at('http://127.0.0.1:4173/'))).toBe(true);
  expect(isOnlyHere(at('http://192.168.1.20:4173/'))).toBe(false);
});
