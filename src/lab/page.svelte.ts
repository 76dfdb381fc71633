import { tick } from 'svelte';
import { deferred, type Deferred } from '../async/deferred.ts';
import { onAbort } from '../async/abort.ts';
import type { Refresh } from '../measure/refresh.ts';
import type { StrategyId } from '../tasks/ids.ts';
import { formatMs } from '../ui/format.ts';
import { Address } from './address.svelte.ts';
import { FeelFeed, type FeelTarget } from './feel.ts';
import type { Prepared } from './input/prepare.ts';
import type { Lab, LabStatus } from './lab.svelte.ts';
import { makeLab } from './make-lab.ts';
import type { Options } from './model/options.ts';
import { LONG_FREEZE_MS } from './model/long-freeze.ts';
import type { PaceLog, Slowed } from './model/pace.ts';
import type { Smaller } from './model/warning.ts';

export type Start = StrategyId | 'all';

/** Which page stands around the lab. */
export type Layout = 'bench' | 'locked' | 'present';

/** A long freeze that a person is asked about before it begins. */
export interface Asked {
  readonly prepared: Prepared;
  readonly freezeMs: number;
  readonly answer: Deferred<boolean>;
}

/** Screens of 30 Hz are rare, browsers that save power are not. */
const LOW_POWER_HZ = 31;

/** What a person does with the lab, whichever page stands around it. */
export class LabPage {
  readonly lab: Lab;
  readonly address: Address;
  readonly defaults: Options;
  readonly feed = new FeelFeed();
  /** The feel strip that is on the page now. */
  feel = $state.raw<FeelTarget>();
  tapText = $state('tap to feel it');
  /** `auto=1`: counts down to the start. */
  counting = $state(false);
  sharing = $state(false);
  /** The screen's beat, once it is known. */
  refresh = $state.raw<Refresh | null>(null);
  /** Of the last experiment: a run that took much longer than its twin. */
  slowed = $state.raw<Slowed | null>(null);
  #lowPowerSeen = $state(false);
  #asked = $state.raw<Asked | null>(null);
  #last: Start = 'all';
  /** Made with the first result: until then there is nothing to compare. */
  #pace: PaceLog | null = null;

  constructor(params: URLSearchParams, defaults: Options) {
    this.defaults = defaults;
    this.address = new Address(params, defaults);
    this.counting = this.address.options.auto;
    this.lab = makeLab(this.address.options, (tap) => {
      this.tapText = `waited ${formatMs(Math.round(tap.delayMs))}`;
    });
    this.lab.consent = (prepared, strategies, signal) => this.#consent(prepared, strategies, signal);
  }

  get layout(): Layout {
    const { present, lock } = this.lab.options;
    if (present) return 'present';
    return lock ? 'locked' : 'bench';
  }

  /** Half the usual beat: what phones and laptops do to save power (WebKit 215745). */
  get lowPower(): boolean {
    return !this.#lowPowerSeen && this.refresh !== null && this.refresh.hz <= LOW_POWER_HZ;
  }

  get hinted(): boolean {
    return !this.lab.running && (this.lowPower || this.slowed !== null);
  }

  dismissHints(): void {
    if (this.lowPower) this.#lowPowerSeen = true;
    this.slowed = null;
  }

  /** An experiment has ended, or the next one begins: what it tells about the device. */
  observe(status: LabStatus): void {
    if (status.status === 'running') this.slowed = null;
    if (status.status !== 'done') return;
    this.refresh = status.result.refresh ?? this.refresh;
    const { slice, assign, yield: yieldName } = this.lab.options;
    void this.#note(status, performance.now(), JSON.stringify([slice, assign, yieldName]));
  }

  async #note(status: LabStatus & { status: 'done' }, nowMs: number, setting: string): Promise<void> {
    try {
      const { PaceLog } = await import('./model/pace.ts');
      this.#pace ??= new PaceLog();
    } catch {
      return; // without a network; a result is shown all the same
    }
    const records = status.result.runs.map(({ record }) => record);
    const slowed = this.#pace.add(records, nowMs, setting);
    if (this.lab.status === status) this.slowed = slowed;
  }

  get asked(): Asked | null {
    return this.#asked;
  }

  /** What the one big button of a locked or presented experiment starts. */
  get main(): Start {
    return this.lab.options.strategy;
  }

  get ended(): boolean {
    const { status } = this.lab.status;
    return status !== 'ready' && status !== 'running';
  }

  start(what: Start): void {
    this.counting = false;
    this.#last = what;
    if (what === 'all') this.lab.compareAll();
    else this.lab.runOne(what);
    void tick().then(() => {
      scrollTo({ top: 0 });
    });
  }

  cancel(event: Event): void {
    this.counting = false;
    this.lab.cancel(event.timeStamp);
  }

  /** Less work instead of the long freeze that was asked about. */
  async startSmaller({ change }: Smaller): Promise<void> {
    this.#asked?.answer.resolve(false);
    await this.lab.stop();
    this.lab.setOptions(change);
    this.start(this.#last);
  }

  present(on: boolean): void {
    const { runs } = this.lab.options;
    const [from, to] = on ? [this.defaults.runs, 1] : [1, this.defaults.runs];
    this.lab.setOptions({ present: on, runs: runs === from ? to : runs });
  }

  async #consent(
    prepared: Prepared,
    strategies: readonly StrategyId[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const freezeMs = strategies.includes('blocking') ? (prepared.forecastMs ?? 0) : 0;
    if (freezeMs <= LONG_FREEZE_MS || !(await canAsk())) return true;
    const answer = deferred<boolean>();
    const forget = onAbort(signal, () => {
      answer.resolve(false);
    });
    this.#asked = { prepared, freezeMs, answer };
    try {
      return await answer.promise;
    } finally {
      forget();
      this.#asked = null;
    }
  }
}

/** Without a network the question may not be there: then the person's press counts, and nothing waits for ever. */
async function canAsk(): Promise<boolean> {
  try {
    await import('./view/FreezeWarning.svelte');
    return true;
  } catch {
    return false;
  }
}
