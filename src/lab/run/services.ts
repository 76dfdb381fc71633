import type { FrameClock } from '../../measure/frame-clock.ts';
import type { TapMeter } from '../../measure/taps.ts';
import type { Pool } from '../../pool/pool.ts';
import { blocking } from '../../strategies/blocking.ts';
import { chunked } from '../../strategies/chunked.ts';
import type { Strategy } from '../../strategies/contract.ts';
import { poolStrategy } from '../../strategies/pool.ts';
import type { PictureDesk } from '../input/picture.ts';
import type { StrategyId } from '../../tasks/ids.ts';

/** What runs need of the page, made once. */
export interface Services {
  readonly pool: Pool;
  readonly clock: FrameClock;
  readonly taps: TapMeter;
  readonly desk: PictureDesk;
}

export function strategyOf(id: StrategyId, services: Services): Strategy {
  if (id === 'pool') return poolStrategy(services.pool);
  return id === 'blocking' ? blocking : chunked;
}
