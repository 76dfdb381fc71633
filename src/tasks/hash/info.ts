import { ParamError, type TaskInfo } from '../contract.ts';
import { ALGORITHMS, type Algorithm, type HashParams } from './part.ts';

export const hashInfo: TaskInfo<HashParams> = {
  id: 'hash',
  engines: ['ts', 'wasm'],
  paramNames: ['algorithm'],
  parse: ({ algorithm }) => ({
    algorithm: algorithm === undefined ? ALGORITHMS[0] : readAlgorithm(algorithm),
  }),
};

function readAlgorithm(text: string): Algorithm {
  const algorithm = ALGORITHMS.find((name) => name === text);
  if (algorithm !== undefined) return algorithm;
  throw new ParamError('algorithm', `algorithm must be ${ALGORITHMS.join(' or ')}.`);
}
