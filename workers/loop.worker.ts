import type { LoopAnswer, RecordRequest } from '../src/loop/wire.ts';
import { Machine } from './loop/machine.ts';

const send = (answer: LoopAnswer): void => self.postMessage(answer);

self.addEventListener('message', ({ data }: MessageEvent<RecordRequest>) => {
  send({ type: 'alive', run: data.run });
  new Machine(data, send).run();
});
