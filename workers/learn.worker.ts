import { expose } from 'comlink';
import type { LearnApi } from '../src/pool/learn-api.ts';

const api: LearnApi = {
  count: (word) => Promise.resolve(word.length),
  countAll: (words) => Promise.resolve(words.reduce((sum, word) => sum + word.length, 0)),
  parse: (text) => Promise.resolve(JSON.parse(text) as unknown),
};

expose(api);
