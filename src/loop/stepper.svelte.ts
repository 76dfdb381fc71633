/** The learner's code, its recording, and where in it we stand. */
import { isAbort } from '../async/abort.ts';
import type { Grain, Recording, StepView, UserInput } from './contract.ts';
import type { RunClient } from './machine-client.ts';
import { isPlaySpeed, type PlaySpeed, stepMs } from './model/play.ts';

export type StepperStatus =
  /** The code was changed, or has just been opened: nothing of it has run. */
  | { readonly status: 'edited' }
  /** The machine is at work; what it has recorded so far can be stepped through. */
  | { readonly status: 'recording' }
  | { readonly status: 'ready' }
  /** The machine could not be started. */
  | { readonly status: 'failed'; readonly message: string };

/** How the stage came to where it is: a step moves things, a jump cuts. */
export type Arrival = 'step' | 'jump';

export class Stepper {
  grain = $state<Grain>('statement');

  readonly #machine: RunClient;
  #code = $state('');
  #status = $state.raw<StepperStatus>({ status: 'edited' });
  #recording = $state.raw<Recording | null>(null);
  /** The recording is one object that grows: this tells that it did. */
  #version = $state(0);
  #position = $state(0);
  /** Known by its value: a recording that grows behind us changes nothing here. */
  readonly #shown = $derived(Math.min(this.#position, this.length - 1));
  /** What there is to see now; `null` while nothing is recorded. */
  readonly view: StepView | null = $derived(
    this.#shown < 0 ? null : (this.#recording?.step(this.#shown) ?? null),
  );
  #before = $state(0);
  #arrival = $state<Arrival>('jump');
  #speed = $state<PlaySpeed>('1');
  #playing = $state(false);
  #run: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(machine: RunClient) {
    this.#machine = machine;
  }

  get code(): string {
    return this.#code;
  }

  get status(): StepperStatus {
    return this.#status;
  }

  /** Read it anew where it is used: kept in a derived value, the same object would not tell that it grew. */
  get recording(): Recording | null {
    return this.#version < 0 ? null : this.#recording;
  }

  get length(): number {
    return this.recording?.length ?? 0;
  }

  get position(): number {
    return this.#position;
  }

  /** Where we stood before: what was printed since is new. */
  get before(): number {
    return this.#before;
  }

  get arrival(): Arrival {
    return this.#arrival;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): PlaySpeed {
    return this.#speed;
  }

  set speed(speed: string) {
    if (isPlaySpeed(speed)) this.#speed = speed;
  }

  get atStart(): boolean {
    return this.#position === 0;
  }

  /** Nothing comes after this step, and nothing will. */
  get atEnd(): boolean {
    return this.recording?.end != null && this.#position >= this.length - 1;
  }

  /** Other code, by hand or from an example: what was recorded is of no use any more. */
  setCode(code: string): void {
    if (code === this.#code) return;
    this.clear();
    this.#code = code;
  }

  clear(): void {
    this.#stop();
    this.#recording = null;
    this.#status = { status: 'edited' };
    this.#place(0, 'jump');
  }

  /** Runs the code in the machine, from the start; a click given before is forgotten. */
  async run(): Promise<void> {
    await this.#record([], 0);
  }

  /** The learner clicks now: the same run again, in which the click comes at this step. */
  async click(target: string): Promise<void> {
    const { recording } = this;
    if (recording === null) return;
    const at = this.#position;
    // later clicks belonged to a story that is now another one
    const earlier = recording.inputs.filter((input) => input.atStep <= at);
    await this.#record([...earlier, { kind: 'click', target, atStep: at }], at);
  }

  step(): void {
    this.pause();
    this.#seek(1);
  }

  back(): void {
    this.pause();
    this.#seek(-1);
  }

  /** The slider, or a jump to a step that somebody asked for. */
  goTo(index: number): void {
    this.pause();
    this.#place(index, 'jump');
  }

  /** To the next time that line runs; `false` when it doesn't any more. */
  runToLine(line: number): boolean {
    this.pause();
    const found = this.recording?.seekLine(this.#position, line) ?? null;
    if (found === null) return false;
    this.#place(found, 'jump');
    return true;
  }

  togglePlay(): void {
    if (this.#playing) {
      this.pause();
      return;
    }
    if (this.#status.status === 'edited') return;
    if (this.atEnd) this.#place(0, 'jump');
    this.#playing = true;
    this.#tick();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#playing = false;
  }

  close(): void {
    this.#stop();
    this.#machine.close();
  }

  #tick(): void {
    this.#timer = setTimeout(() => {
      if (!this.#playing) return;
      this.#seek(1);
      if (this.atEnd) this.pause();
      else this.#tick();
    }, stepMs(this.#speed));
  }

  #seek(direction: 1 | -1): void {
    const { recording, length } = this;
    if (recording === null || length === 0) return;
    this.#place(recording.seek(this.#position, direction, this.grain), 'step');
  }

  #place(index: number, arrival: Arrival): void {
    const next = Math.max(0, Math.min(index, this.length - 1));
    this.#before = this.#position;
    this.#arrival = arrival;
    this.#position = next;
  }

  #stop(): void {
    this.pause();
    this.#run?.abort();
    this.#run = null;
  }

  async #record(inputs: readonly UserInput[], position: number): Promise<void> {
    this.#stop();
    const run = new AbortController();
    this.#run = run;
    this.#status = { status: 'recording' };
    const grown = (recording: Recording): void => {
      // After a click we stand where we stood: until the new run has come so far, the old one is shown.
      if (run.signal.aborted || (recording.length <= position && recording.end === null)) return;
      this.#recording = recording;
      this.#version += 1;
    };
    if (inputs.length === 0) this.#recording = null;
    this.#place(position, 'jump');
    try {
      grown(await this.#machine.record(this.#code, inputs, { signal: run.signal, onBatch: grown }));
      if (!run.signal.aborted) this.#status = { status: 'ready' };
    } catch (error) {
      if (run.signal.aborted || isAbort(error)) return;
      this.#status = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }
}
