import type { LoopAnswer, RecordRequest } from '../src/loop/wire.ts';
import { Machine } from './loop/machine.ts';
import { buffersOf } from './loop/tables.ts';

/** A batch's tables are handed over, not copied: what a copy costs the page would pay. */
const send = (answer: LoopAnswer): void => {
  self.postMessage(answer, answer.type === 'batch' ? buffersOf(answer.tables) : []);
};

self.addEventListener('message', ({ data }: MessageEvent<RecordRequest>) => {
  send({ type: 'alive', run: data.run });
  new Machine(data, send).run();
});
