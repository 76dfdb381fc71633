import type { Part, Task } from '../../../src/tasks/contract.ts';
import { PartDriver } from '../../../src/tasks/drive.ts';

export interface PartMessage {
  readonly params: unknown;
  readonly part: Part;
}

/** The very kernel that the pool runs, in a peer's worker. */
export function computePart(task: Task, { params, part }: PartMessage): ArrayBuffer {
  const bytes = new ArrayBuffer(part.output.end - part.output.start);
  const driver = new PartDriver(
    task.steps({ params, shape: {}, part, out: new Uint8Array(bytes) }),
    new Uint8Array(0),
  );
  while (driver.step() !== true);
  return bytes;
}
