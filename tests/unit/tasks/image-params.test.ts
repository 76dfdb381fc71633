import { describe, expect, it } from 'vitest';
import { ParamError } from '../../../src/tasks/contract.ts';
import { blur } from '../../../src/tasks/image/blur.ts';
import { denoise } from '../../../src/tasks/image/denoise.ts';
import { edges } from '../../../src/tasks/image/edges.ts';

describe('the parameters of image filters', () => {
  it('have defaults', () => {
    expect(blur.parse({})).toEqual({ sigma: 8, repeat: 1 });
    expect(edges.parse({})).toEqual({ repeat: 1 });
    expect(denoise.parse({})).toEqual({ radius: 2, repeat: 1 });
  });

  it('are read from text, and others left alone', () => {
    expect(blur.parse({ sigma: ' 2.5 ', repeat: '64', size: '4mp' })).toEqual({ sigma: 2.5, repeat: 64 });
    expect(denoise.parse({ radius: '1', sigma: 'x' })).toEqual({ radius: 1, repeat: 1 });
  });

  it.each(['', ' ', 'eight', '0.4', '50.1', 'NaN', 'Infinity', '1e999', '0x8', '8px', '-8'])(
    'refuse a sigma of "%s"',
    (sigma) => {
      expect(() => blur.parse({ sigma })).toThrow(
        new ParamError('sigma', 'sigma must be a number from 0.5 to 50.'),
      );
    },
  );

  it.each(['0', '65', '1.5', '', '-1'])('refuse a repeat of "%s"', (repeat) => {
    const error = new ParamError('repeat', 'repeat must be a whole number from 1 to 64.');
    for (const task of [blur, edges, denoise]) expect(() => task.parse({ repeat })).toThrow(error);
  });

  it.each(['0', '3', '1.5'])('refuse a radius of "%s"', (radius) => {
    expect(() => denoise.parse({ radius })).toThrow(ParamError);
  });
});
