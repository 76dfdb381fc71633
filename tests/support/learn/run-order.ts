import { startNumbers, type Scene, type Variant } from '../../../src/learn/model/lesson.ts';
import { hearLines } from '../../../src/learn/stage/marks.ts';
import { Recorder, silentTracer, type Tracer } from '../../../src/learn/stage/tracer.ts';
import { makeWorld, sayValue } from '../../../src/learn/stage/world.ts';
import type { Trace } from '../../../src/learn/trace/trace.ts';
import { listenForLostHere } from './lost.ts';
import { quickerNumbers } from './numbers.ts';

/** A fifth of the times of the page: orders stay, tests are quick. */
const QUICK = 0.2;

export interface Seen {
  readonly order: readonly string[];
  readonly trace: Trace | null;
}

/**
 * Runs a variant as the page does, with its own numbers, traced or not, and says what it did in which order. `scale`: its
 * times, as a share of the page's.
 */
export async function runOrder(
  scene: Scene,
  variant: Variant,
  traced: boolean,
  scale = QUICK,
): Promise<Seen> {
  const now = () => performance.now();
  const recorder = traced ? new Recorder(now) : null;
  const tracer: Tracer = recorder ?? silentTracer;
  const numbers = { ...startNumbers(scene), ...quickerNumbers(scene.name) };
  const stage = makeWorld({
    tracer,
    now,
    scale,
    plan: (request) => scene.net?.(request, numbers) ?? { ms: 100, status: 404 },
    screen: scene.screen,
    say: scene.say,
  });
  hearLines(stage.world, tracer);
  const off = listenForLostHere(
    (error) => {
      stage.note(`lost ${sayValue(error)}`);
    },
    () => undefined,
  );
  try {
    await variant.run(stage, numbers);
  } catch (error) {
    stage.note(`throws ${sayValue(error)}`);
  }
  try {
    await stage.clock.idle();
  } finally {
    off();
  }
  return { order: stage.order, trace: recorder?.trace() ?? null };
}

/**
 * The same, and once more at the page's own pace where the order is none of these: a busy machine may stand still for
 * longer than two quick answers are apart.
 */
export async function runInOrder(
  scene: Scene,
  variant: Variant,
  traced: boolean,
  orders: readonly (readonly string[])[],
): Promise<Seen> {
  const seen = await runOrder(scene, variant, traced);
  const known = orders.some((order) => order.join('\n') === seen.order.join('\n'));
  return known ? seen : runOrder(scene, variant, traced, 1);
}
