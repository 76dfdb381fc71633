import { describe, expect, it } from 'vitest';
import * as format from '../../../src/ui/format.ts';

describe('times', () => {
  it('groups thousands and rounds to whole milliseconds', () => {
    expect(format.formatMs(2049.7)).toBe('2,050 ms');
    expect(format.formatMs(17)).toBe('17 ms');
  });

  it('keeps a decimal only below ten', () => {
    expect(format.formatMs(3.42)).toBe('3.4 ms');
    expect(format.formatMs(9.97)).toBe('10 ms');
    expect(format.formatMs(4)).toBe('4 ms');
  });

  it('says not available for null, and 0 for zero', () => {
    expect(format.formatMs(null)).toBe('not available');
    expect(format.formatSeconds(null)).toBe('not available');
    expect(format.formatMs(0)).toBe('0 ms');
  });

  it('writes seconds with two decimals, minutes above one', () => {
    expect(format.formatSeconds(2050)).toBe('2.05 s');
    expect(format.formatSeconds(497)).toBe('0.50 s');
    expect(format.formatSeconds(59_999)).toBe('1 min 0 s');
    expect(format.formatSeconds(80_000)).toBe('1 min 20 s');
  });

  it('is rough about what is still to come', () => {
    expect(format.formatRoughSeconds(12)).toBe('0.1 s');
    expect(format.formatRoughSeconds(680)).toBe('0.7 s');
    expect(format.formatRoughSeconds(2040)).toBe('2 s');
    expect(format.formatRoughSeconds(2700)).toBe('2.5 s');
    expect(format.formatRoughSeconds(15_400)).toBe('15 s');
    expect(format.formatRoughSeconds(130_000)).toBe('2 min');
  });
});

describe('sizes', () => {
  it('counts pixels in millions', () => {
    expect(format.formatMegapixels(4032, 3024)).toBe('12.2 megapixels');
    expect(format.formatMegapixels(1232, 816)).toBe('1 megapixel');
    expect(format.formatMegapixels(300, 200)).toBe('0.06 megapixels');
    expect(format.formatMegapixels(20, 3)).toBe('60 pixels');
    expect(format.formatMegapixels(1, 1)).toBe('1 pixel');
  });

  it('counts bytes in decimal units and never writes 1,000 of one', () => {
    expect(format.formatBytes(0)).toBe('0 bytes');
    expect(format.formatBytes(1)).toBe('1 byte');
    expect(format.formatBytes(999)).toBe('999 bytes');
    expect(format.formatBytes(1000)).toBe('1 kB');
    expect(format.formatBytes(4_613_734)).toBe('4.6 MB');
    expect(format.formatBytes(999_999)).toBe('1 MB');
    expect(format.formatBytes(2 ** 31)).toBe('2.1 GB');
    expect(format.formatBytes(null)).toBe('not available');
  });
});

describe('counts', () => {
  it('are words up to twelve', () => {
    expect(format.formatCountWord(0)).toBe('none');
    expect(format.formatCountWord(12)).toBe('twelve');
    expect(format.formatCountWord(13)).toBe('13');
    expect(format.formatCountWord(1300)).toBe('1,300');
  });

  it('go with their noun', () => {
    expect(format.formatPlural(1, 'worker')).toBe('one worker');
    expect(format.formatPlural(7, 'worker')).toBe('seven workers');
    expect(format.formatPlural(0, 'file')).toBe('no files');
    expect(format.formatPlural(2, 'match', 'matches')).toBe('two matches');
    expect(format.sentenceCase(format.formatPlural(7, 'worker'))).toBe('Seven workers');
  });

  it('factors, shares and intervals', () => {
    expect(format.formatSpeedup(4.1)).toBe('4.10×');
    expect(format.formatSpeedup(null)).toBe('not available');
    expect(format.formatPercent(0.664)).toBe('66 %');
    expect(format.formatSpread(2012, 2081)).toBe('2,012–2,081');
  });
});

it('writes figures as the platform’s own formatter does', () => {
  const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
  const two = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  for (let i = 0; i < 400; i += 1) {
    const value = Math.round(1000 * 1.05 ** i) / 1009;
    expect(format.formatCount(value)).toBe(whole.format(value));
    expect(format.formatSpeedup(value)).toBe(`${two.format(value)}×`);
    if (value < 59_000) expect(format.formatSeconds(value)).toBe(`${two.format(value / 1000)} s`);
  }
  expect(format.formatCount(-2050)).toBe('-2,050');
});
