import { expect, it } from 'vitest';
import { describeFailure } from '../../../src/lab/input/failure.ts';
import { PartFailed } from '../../../src/strategies/contract.ts';
import { files } from '../../support/prepared.ts';

const one = files(1, 100, false);

it('a file that can’t be used is named, and told in its own sentence', () => {
  const failed = new PartFailed(0, 'BadInput', 'Line 3, column 4: a value should stand here.');
  expect(describeFailure(failed, one)).toEqual({
    title: 'file-0 can’t be used',
    sentence: 'Line 3, column 4: a value should stand here.',
  });
});

it('a file that is gone is named too', () => {
  expect(describeFailure(new PartFailed(0, 'NotFoundError', 'x'), one).title).toBe(
    'file-0 could not be read',
  );
});

it('anything else that a kernel threw is the work’s own failure', () => {
  expect(describeFailure(new PartFailed(0, 'Error', 'Boom'), one)).toMatchObject({
    title: 'The work itself failed',
    sentence: expect.stringContaining('Boom.') as string,
  });
});
