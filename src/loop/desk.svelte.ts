/** Everything a person can do on the stepper's page. */
import { type Source, paramsOf, readSource } from './address.ts';
import type { RunClient } from './machine-client.ts';
import { type Exercise, makeExercise } from './predict/order.ts';
import { Stepper } from './stepper.svelte.ts';

/** "Predict first" is over, or asks: `undefined` while the code is being run for it. */
export type Prediction = { readonly exercise: Exercise | null | undefined } | null;

export class Desk {
  readonly stepper: Stepper;
  /** Why a link could not be followed. */
  notice = $state<string | null>(null);
  /** The line of what somebody points at. */
  pointed = $state<number | null>(null);
  /** The line the caret is in. */
  caret = $state(1);
  /** What could not be done, in a sentence. */
  said = $state('');
  prediction = $state.raw<Prediction>(null);
  /** The link to this code, while it is being shared. */
  link = $state<string | null>(null);

  readonly #tell: (params: URLSearchParams) => void;
  /** The address that this page wrote itself, or has read. */
  #address: string | null = null;

  constructor(machine: RunClient, tell: (params: URLSearchParams) => void) {
    this.stepper = new Stepper(machine);
    this.#tell = tell;
  }

  /** Shows the code of an address. It never runs by itself. */
  async open(params: URLSearchParams): Promise<void> {
    const address = params.toString();
    if (address === this.#address) return;
    this.#address = address;
    const source: Source = await readSource(params);
    if (address !== this.#address) return;
    this.#show(source.code);
    this.notice = source.notice;
  }

  /** An example, chosen on the page. */
  choose(code: string): void {
    this.#show(code);
    this.#keep();
  }

  edit(code: string): void {
    if (code === this.stepper.code) return;
    this.#show(code);
  }

  run(): void {
    this.#leave();
    this.#keep();
    void this.stepper.run();
  }

  /** The first press begins; it stands before the first step. */
  step(): void {
    if (this.stepper.recording === null) this.run();
    else
      this.#done(() => {
        this.stepper.step();
      });
  }

  back(): void {
    this.#done(() => {
      this.stepper.back();
    });
  }

  goTo(index: number): void {
    this.#done(() => {
      this.stepper.goTo(index);
    });
  }

  play(): void {
    this.#leave();
    if (this.stepper.recording === null) this.run();
    this.stepper.togglePlay();
  }

  async runToLine(line: number): Promise<void> {
    this.#leave();
    if (this.stepper.recording === null) {
      this.#keep();
      await this.stepper.run();
    }
    if (!this.stepper.runToLine(line)) this.said = `Line ${String(line)} doesn’t run after this step.`;
  }

  click(target: string): void {
    this.#leave();
    void this.stepper.click(target);
  }

  /** Runs the code unseen, and asks for the order of what it prints. */
  async predict(): Promise<void> {
    this.#leave();
    const waiting = { exercise: undefined };
    this.prediction = waiting;
    this.#keep();
    await this.stepper.run();
    if (this.prediction !== waiting) return;
    const entries = this.stepper.recording?.console ?? [];
    this.prediction = { exercise: makeExercise(entries, Math.random) };
  }

  /** From the question to the answer. */
  see(step: number): void {
    this.prediction = null;
    this.stepper.goTo(step);
  }

  endPrediction(): void {
    this.prediction = null;
  }

  async share(): Promise<void> {
    const params = await paramsOf(this.stepper.code);
    this.link = `${location.href.replace(/#.*$/, '')}#/loop?${params.toString()}`;
  }

  close(): void {
    this.stepper.close();
  }

  #show(code: string): void {
    this.#leave();
    this.prediction = null;
    this.notice = null;
    this.stepper.setCode(code);
  }

  #leave(): void {
    this.said = '';
    this.pointed = null;
  }

  #done(act: () => void): void {
    this.#leave();
    act();
  }

  /** Reloading the page, or passing its address on, brings this code back. */
  #keep(): void {
    const { code } = this.stepper;
    paramsOf(code).then(
      (params) => {
        if (code !== this.stepper.code) return;
        this.#address = params.toString();
        this.#tell(params);
      },
      (error: unknown) => {
        this.said = `The address could not be written: ${String(error)}`;
      },
    );
  }
}
