import type { Part, Task } from '../../../src/tasks/contract.ts';
import type { TaskId } from '../../../src/tasks/ids.ts';
import { loadTask } from '../../../src/tasks/registry.ts';
import { PartDriver } from '../../../src/tasks/drive.ts';
import { withTwin } from '../../../src/wasm/engine.ts';
import { loadTwinParts } from '../../../src/wasm/registry.ts';
import { CONSTANTS_END, Ground, PAGE } from '../../../src/wasm/room.ts';
import { earlierIn, firstDifference, runPlan, stagesIn } from './run-task.ts';

/** What a twin is tried on. */
export interface TwinJob {
  readonly params: Readonly<Record<string, string>>;
  readonly shape: unknown;
  readonly input: Uint8Array;
}

type Run = (job: TwinJob) => Uint8Array;
export type WayToRun = readonly [name: string, run: Run];

const SHARE = 4 << 20;

/** All parts, one after another, over bytes that lie in the memory itself. */
function runInPlace(task: Task, memory: WebAssembly.Memory, start: number, job: TwinJob): Uint8Array {
  const params = task.parse(job.params);
  const { parts, outputBytes } = task.plan(params, job.shape);
  const outputStart = start + Math.ceil(job.input.length / PAGE) * PAGE;
  new Uint8Array(memory.buffer, start, job.input.length).set(job.input);
  new Uint8Array(memory.buffer, outputStart, outputBytes).fill(0xa5);
  const view = (from: number, part: Part['input']): Uint8Array =>
    new Uint8Array(memory.buffer, from + part.start, part.end - part.start);
  const output = view(outputStart, { start: 0, end: outputBytes });
  for (const part of stagesIn(parts).flat()) {
    const out = view(outputStart, part.output);
    const earlier = earlierIn(output, task.earlier?.(part, output, params, job.shape));
    const driver = new PartDriver(
      task.steps({ params, shape: job.shape, part, out, earlier }),
      view(start, part.input),
    );
    while (driver.step() !== true);
  }
  return output.slice();
}

/** A shared memory of so many bytes beside the scratch, which comes first. */
function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil((CONSTANTS_END + SHARE + bytes) / PAGE) + 2;
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

/** Every way in which a task's twin can run: with SIMD and without, copying and in place in a shared memory. */
export async function waysToRun(id: TaskId, largest: number): Promise<WayToRun[]> {
  const [task, { twin, builds }] = await Promise.all([loadTask(id), loadTwinParts(id)]);
  const ways: WayToRun[] = [];
  for (const name of ['simd', 'scalar'] as const) {
    const build = builds[name];
    const own = new Ground(new WebAssembly.Memory({ initial: 2, maximum: 65_536 }), null);
    const copying = await withTwin(task, { twin, build, shared: false }, own);
    ways.push([
      `${name}, copying`,
      ({ params, shape, input }) => runPlan({ task: copying, params: copying.parse(params), shape, input }),
    ]);
    const memory = sharedMemory(largest);
    const span = { start: CONSTANTS_END, end: CONSTANTS_END + SHARE };
    const inPlace = await withTwin(task, { twin, build, shared: true }, new Ground(memory, span));
    ways.push([`${name}, in place`, (job) => runInPlace(inPlace, memory, span.end, job)]);
  }
  return ways;
}

/** The ways that give other bytes than TypeScript, and where: none, one hopes. */
export async function differences(id: TaskId, ways: readonly WayToRun[], job: TwinJob): Promise<string[]> {
  const task = await loadTask(id);
  const wanted = runPlan({ task, params: task.parse(job.params), shape: job.shape, input: job.input });
  return ways.flatMap(([name, run]) => {
    const at = firstDifference(run(job), wanted);
    return at === null ? [] : [`${name}: byte ${String(at)}`];
  });
}
