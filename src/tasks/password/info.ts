import type { TaskInfo } from '../contract.ts';
import { readNumber, type NumberRule } from '../params.ts';

/**
 * What a person may set. The words, their salt and the key that is looked for are no parameters: those would stand in
 * links and in reports.
 */
export interface PasswordParams {
  readonly iterations: number;
}

export const ITERATIONS: NumberRule = {
  name: 'iterations',
  min: 1,
  max: 2_000_000,
  fallback: 10_000,
  whole: true,
};

/**
 * What OWASP advises for PBKDF2 with HMAC-SHA-256:
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
 */
export const ADVISED_ITERATIONS = 600_000;

export const passwordInfo: TaskInfo<PasswordParams> = {
  id: 'password-hash',
  engines: ['ts', 'wasm'],
  paramNames: [ITERATIONS.name],
  parse: (raw) => ({ iterations: readNumber(raw, ITERATIONS) }),
};
