import { compareExperiments, type Comparison } from '../model/compare.ts';
import type { ExperimentRecord } from '../model/experiment.ts';
import { ALL, filtered, type Filter } from '../model/filter.ts';
import { countWords, extentWords } from '../model/words.ts';
import { readReportFile } from '../share/files.ts';
import { ReportRefused } from '../share/validate.ts';
import type { RunHistory } from '../store/history.svelte.ts';

/** What the page has to say about what was just done. */
export interface Message {
  readonly title: string;
  readonly sentence: string;
  /** A refusal interrupts a screen reader. */
  readonly refused: boolean;
  readonly undo?: () => void;
}

/** The state of the results page: what is listed, chosen, open and said. */
export class ResultsPage {
  readonly history: RunHistory;
  #filter = $state.raw<Filter>(ALL);
  #chosen = $state.raw<ReadonlySet<string>>(new Set());
  #comparing = $state(false);
  #message = $state.raw<Message | null>(null);

  constructor(history: RunHistory) {
    this.history = history;
  }

  readonly listed = $derived.by(() => filtered(this.history.experiments, this.#filter));

  /** Chosen ones that are listed: what a filter hides is not acted on. */
  readonly chosen = $derived.by(() => this.listed.filter(({ id }) => this.#chosen.has(id)));

  /** What Export and Share take: the chosen ones, else all that are listed. */
  readonly taken = $derived.by(() => (this.chosen.length > 0 ? this.chosen : this.listed));

  readonly comparison = $derived.by((): Comparison | null =>
    this.#comparing && this.chosen.length > 1 ? compareExperiments(this.chosen, this.history.names) : null,
  );

  get filter(): Filter {
    return this.#filter;
  }

  get message(): Message | null {
    return this.#message;
  }

  setFilter(change: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...change };
  }

  choose(id: string, on: boolean): void {
    const next = new Set(this.#chosen);
    if (on) next.add(id);
    else next.delete(id);
    this.#chosen = next;
  }

  clear(): void {
    this.#chosen = new Set();
    this.#comparing = false;
  }

  compare(on: boolean): void {
    this.#comparing = on;
  }

  dismiss(): void {
    this.#message = null;
  }

  /** Deletes; the message brings them back. */
  remove(experiments: readonly ExperimentRecord[]): void {
    void this.#remove(experiments);
  }

  import(files: readonly File[]): void {
    void this.#import(files);
  }

  /** Keeps what a link brought. */
  async keep(experiments: readonly ExperimentRecord[]): Promise<void> {
    const { addedRuns, knownRuns } = await this.history.import(experiments);
    this.#message = { title: 'Kept on this device', sentence: outcome(addedRuns, knownRuns), refused: false };
  }

  async #remove(experiments: readonly ExperimentRecord[]): Promise<void> {
    const bring = await this.history.remove(experiments.map(({ id }) => id));
    this.#message = {
      title: 'Deleted',
      sentence: `${extentWords(experiments)}.`,
      refused: false,
      undo: () => {
        this.#message = null;
        void bring();
      },
    };
  }

  async #import(files: readonly File[]): Promise<void> {
    const said: Message[] = [];
    for (const file of files) said.push(await this.#importOne(file));
    const refused = said.find((message) => message.refused);
    this.#message = refused ?? said.at(-1) ?? null;
  }

  async #importOne(file: File): Promise<Message> {
    try {
      const { addedRuns, knownRuns } = await this.history.import(await readReportFile(file));
      return { title: `${file.name} is imported`, sentence: outcome(addedRuns, knownRuns), refused: false };
    } catch (error) {
      if (!(error instanceof ReportRefused)) throw error;
      const sentence = `${error.message} Nothing that is kept was changed.`;
      return { title: `${file.name} is refused`, sentence, refused: true };
    }
  }
}

function outcome(addedRuns: number, knownRuns: number): string {
  const known =
    knownRuns === 1 ? 'One run was here already.' : `${countWords(knownRuns, 'run')} were here already.`;
  if (addedRuns === 0 && knownRuns === 0) return 'It holds no run.';
  const added = addedRuns === 0 ? 'Nothing new in it.' : `${countWords(addedRuns, 'run')} added.`;
  return knownRuns === 0 ? added : `${added} ${known}`;
}
