import { startNumbers, type Numbers, type Scene, type Variant } from './model/lesson.ts';
import { firstAnswer, isRight, truthOf, type Answer } from './model/prediction.ts';
import { STOPS, type Stop } from './model/stops.ts';
import { progress } from './progress.svelte.ts';
import { VariantRun } from './variant-run.svelte.ts';

/** A lesson or a card on the table: where the learner is, what was said, what came out. */
export class Desk {
  readonly first: VariantRun;
  readonly fixes: readonly VariantRun[];
  stop = $state<Stop>('idea');
  /** A teacher's link hides what comes out until it is asked for. */
  hidden = $state(false);
  #fix = $state(0);
  #numbers = $state.raw<Numbers>({});
  #answer = $state.raw<Answer | null>(null);
  /** Touched at all: a slider that nobody moved is no prediction. */
  #said = $state(false);

  constructor(readonly scene: Scene) {
    const made = (variant: Variant): VariantRun => new VariantRun(scene, variant);
    this.first = made(scene.first);
    this.fixes = scene.fixes.map(made);
    this.#numbers = startNumbers(scene);
    this.#answer = firstAnswer(scene.prediction);
  }

  /** The fix that is shown. */
  get fix(): VariantRun | null {
    return this.fixes[this.#fix] ?? null;
  }

  get numbers(): Numbers {
    return this.#numbers;
  }

  get answer(): Answer | null {
    return this.#answer;
  }

  /** What the learner committed to; `null`: nothing. */
  get said(): Answer | null {
    return this.#said ? this.#answer : null;
  }

  /** What the run told; `null` while it is unknown, or hidden. */
  get truth(): Answer | null {
    const { outcome } = this.first;
    return outcome === null || this.hidden ? null : truthOf(this.scene.prediction, outcome);
  }

  get right(): boolean | null {
    if (this.said === null || this.truth === null) return null;
    return isRight(this.scene.prediction, this.said, this.truth);
  }

  /** The first program has run to its end: the rest may be seen. */
  get seen(): boolean {
    return this.first.outcome !== null;
  }

  get running(): boolean {
    return this.first.running || this.fix?.running === true;
  }

  /** Both traces on one axis, so that lengths can be compared. */
  get longestMs(): number {
    return Math.max(...[this.first, ...this.fixes].map((run) => run.outcome?.trace.totalMs ?? 0));
  }

  setNumber(name: string, value: number): void {
    this.#numbers = { ...this.#numbers, [name]: value };
  }

  predict(answer: Answer): void {
    this.#answer = answer;
    this.#said = true;
  }

  go(stop: Stop): void {
    this.stop = stop;
    if (stop === 'why') progress.note(this.scene.name, { finished: true });
  }

  /** One stop on or back; Run is passed by running. */
  move(by: 1 | -1): void {
    const next = STOPS[STOPS.indexOf(this.stop) + by];
    this.go(next === 'run' ? (by === 1 ? 'see' : 'predict') : (next ?? this.stop));
  }

  /** For a handler: failures stand on the page, so nothing is thrown. */
  runFirst(): void {
    this.fix?.stop();
    this.go('run');
    void this.first.run(this.#numbers).then((ended) => {
      if (!ended) {
        if (this.stop === 'run') this.go('predict');
        return;
      }
      if (this.stop === 'run') this.go('see');
      if (!this.hidden) progress.note(this.scene.name, { right: this.right });
    });
  }

  runFix(): void {
    this.first.stop();
    this.go('fix');
    void this.fix?.run(this.#numbers);
  }

  chooseFix(run: VariantRun): void {
    this.fix?.stop();
    this.#fix = Math.max(0, this.fixes.indexOf(run));
  }

  stopRuns(): void {
    this.first.stop();
    this.fix?.stop();
  }
}
