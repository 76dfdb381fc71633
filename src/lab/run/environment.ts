import { collectEnvironment, type Environment } from '../../measure/environment.ts';
import type { Refresh } from '../../measure/refresh.ts';

export function environmentOf(refresh: Refresh | null, yieldName: string): Environment {
  return collectEnvironment({ refresh, yieldName });
}
