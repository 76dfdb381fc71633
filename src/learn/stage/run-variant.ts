import { abortError } from '../../async/abort.ts';
import type { Numbers, Outcome, Scene, Variant } from '../model/lesson.ts';
import { listenForLost } from './lost.ts';
import { Recorder } from './tracer.ts';
import { makeWorld, sayValue, type StageWorld } from './world.ts';

const CALLER = { name: 'Main thread', group: 'caller' } as const;
const NOBODY = { name: 'Nobody hears', group: 'console' } as const;

/** A run under way: what it has recorded so far, its end, and a way to stop it. */
export interface Running {
  readonly recorder: Recorder;
  /** Rejects with an AbortError if it is stopped. A program's own failure is part of the outcome. */
  readonly outcome: Promise<Outcome>;
  stop(): void;
}

/** Runs a variant's program for real, here and now, and records what happens. */
export function runVariant(scene: Scene, variant: Variant, numbers: Numbers): Running {
  const now = () => performance.now();
  const recorder = new Recorder(now);
  const controller = new AbortController();
  const stage = makeWorld({
    tracer: recorder,
    signal: controller.signal,
    now,
    plan: (request) => scene.net?.(request, numbers) ?? { ms: 100, status: 404 },
    screen: scene.screen,
    say: scene.say,
  });
  let stopped!: (error: Error) => void;
  const stop = new Promise<never>((_, reject) => {
    stopped = reject;
  });
  const whole = play(stage, recorder, () => variant.run(stage, numbers), numbers);
  return {
    recorder,
    outcome: Promise.race([whole, stop]),
    stop() {
      stage.clock.stop();
      controller.abort();
      stopped(abortError());
    },
  };
}

async function play(
  stage: StageWorld,
  recorder: Recorder,
  program: () => unknown,
  numbers: Numbers,
): Promise<Outcome> {
  const lost: string[] = [];
  const off = listenForLost(
    (error) => {
      lost.push(sayValue(error));
      stage.note(`lost ${sayValue(error)}`);
      recorder.point(NOBODY, sayValue(error));
    },
    (error) => {
      stage.note(`handled late ${sayValue(error)}`);
      recorder.point(NOBODY, `handled late: ${sayValue(error)}`);
    },
  );
  let value: unknown;
  let failure: string | null = null;
  try {
    value = await program();
  } catch (error) {
    failure = sayValue(error);
    recorder.point(CALLER, failure);
  }
  try {
    await stage.clock.idle();
  } finally {
    off();
  }
  return { trace: recorder.trace(), order: [...stage.order], value, failure, lost, numbers };
}
