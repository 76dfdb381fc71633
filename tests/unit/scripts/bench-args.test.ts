import { describe, expect, test } from 'vitest';
import { parseBenchArgs } from '../../../scripts/lib/bench-args.mjs';
import { PlainError } from '../../../scripts/lib/say.mjs';

const NAMES = { tasks: ['blur', 'hash', 'mandelbrot'], strategies: ['blocking', 'chunked', 'pool'] };
const parse = (line: string) => parseBenchArgs(line === '' ? [] : line.split(' '), NAMES);

describe('the command line of the bench', () => {
  test('without anything: blur, every strategy, five runs, isolated', () => {
    expect(parse('')).toEqual({
      tasks: ['blur'],
      strategies: ['blocking', 'chunked', 'pool'],
      engine: null,
      size: null,
      runs: 5,
      workers: null,
      slice: null,
      yieldName: null,
      isolated: true,
      device: null,
      abortAfter: null,
      files: [],
      params: {},
      json: null,
      csv: null,
    });
  });

  test('lists, in the order given, each name once', () => {
    const { tasks, strategies } = parse('--task hash,blur,hash --strategy pool,blocking');
    expect(tasks).toEqual(['hash', 'blur']);
    expect(strategies).toEqual(['pool', 'blocking']);
  });

  test('all means all', () => {
    expect(parse('--task all --strategy all')).toMatchObject(NAMES);
  });

  test('every other option', () => {
    const line =
      '--engine wasm --size 12mp --runs 3 --workers 2 --slice 4.5 --yield postTask --isolated no --abort-after 300';
    expect(parse(line)).toMatchObject({
      engine: 'wasm',
      size: '12mp',
      runs: 3,
      workers: 2,
      slice: 4.5,
      yieldName: 'postTask',
      isolated: false,
      abortAfter: 300,
    });
  });

  test('several files and parameters, after one flag or after many', () => {
    const line = '--file a.jpg b.jpg --param sigma=8 --file=c.jpg d.jpg --param text=a=b empty= --json -';
    expect(parse(line)).toMatchObject({
      files: ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'],
      params: { sigma: '8', text: 'a=b', empty: '' },
      json: '-',
    });
  });

  test.each([
    ['--task sort', "Unknown task 'sort': there is blur, hash, mandelbrot."],
    ['--task blur,', "Unknown task '': there is blur, hash, mandelbrot."],
    ['--strategy fast', "Unknown strategy 'fast': there is blocking, chunked, pool."],
    ['--engine rust', "Unknown engine 'rust': there is ts, wasm, all."],
    ['--isolated maybe', "Unknown value of --isolated 'maybe': there is yes, no."],
    ['--runs 0', "--runs takes a whole number of 1 or more, not '0'."],
    ['--runs 2.5', "--runs takes a whole number of 1 or more, not '2.5'."],
    ['--workers many', "--workers takes a whole number of 1 or more, not 'many'."],
    ['--abort-after -1', "Option '--abort-after' argument is ambiguous."],
    ['--param sigma', "--param takes NAME=VALUE, not 'sigma'."],
    ['--param =8', "--param takes NAME=VALUE, not '=8'."],
    ['--speed 9', "Unknown option '--speed'."],
    ['--runs', "Option '--runs <value>' argument missing."],
    ['--runs 3 4', "Unexpected argument '4'."],
  ])('%s is refused in one line', (line, message) => {
    expect(() => parse(line)).toThrow(new PlainError(message));
  });
});
