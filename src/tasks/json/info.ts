import type { TaskInfo } from '../contract.ts';

/** There is nothing to set: a document is read whole. */
export type JsonParams = Readonly<Record<string, never>>;

export const jsonInfo: TaskInfo<JsonParams> = {
  id: 'json',
  engines: ['ts'],
  paramNames: [],
  parse: () => ({}),
};
