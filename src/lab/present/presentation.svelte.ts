import type { StrategyId } from '../../tasks/ids.ts';
import type { LabStatus } from '../lab.svelte.ts';
import type { LabPage } from '../page.svelte.ts';
import type { RunView } from '../run/run-view.ts';
import { summarise } from '../../results/summary.ts';
import { resultRows, type ResultRow } from '../result/figures.ts';
import { resultOf } from '../result/shown.ts';
import { commandOf, type Command, type Scene, type Slide } from './keys.ts';

/** What a class sees: one thing at a time, gone through by keys, taps or a remote. */
export class Presentation {
  readonly page: LabPage;
  #slide = $state<Exclude<Slide, 'running'>>('ready');
  #alone = $state<StrategyId | null>(null);
  #cover = $state<Scene['cover']>(null);
  /** The runs that the board shows: those of a comparison, or one after the other as they were run by hand. */
  #runs = $state.raw<readonly RunView[]>([]);
  #compared = $state(false);

  constructor(page: LabPage) {
    this.page = page;
  }

  get scene(): Scene {
    return {
      slide: this.page.lab.running ? 'running' : this.#slide,
      compared: this.#compared,
      alone: this.#alone !== null,
      pictured: this.result !== null,
      cover: this.#cover,
    };
  }

  /** What the newest experiment made, where one can look at it. */
  get result(): Uint8Array | null {
    const { status, options, input } = this.page.lab;
    if (status.status !== 'done') return null;
    const seen = input.prepared?.input.kind === 'picture' || resultOf(options.task, true) !== undefined;
    return seen ? status.result.result : null;
  }

  get runs(): readonly RunView[] {
    return this.#runs;
  }

  readonly rows: readonly ResultRow[] = $derived.by(() =>
    resultRows(this.#runs, summarise(this.#runs.map(({ record }) => record))),
  );

  /** The rows on the board: all, or the one that is shown alone. */
  get shown(): readonly ResultRow[] {
    const alone = this.rows.filter(({ strategy }) => strategy === this.#alone);
    return alone.length > 0 ? alone : this.rows;
  }

  /** How an experiment ended, as the lab tells it. */
  observe(status: LabStatus): void {
    if (status.status === 'ready') this.#slide = 'ready';
    if (status.status === 'ready' || status.status === 'running') return;
    this.#slide = 'result';
    this.#alone = null;
    if (status.status === 'done') this.#keep(status.result.runs, status.compared);
  }

  #keep(runs: readonly RunView[], compared: boolean): void {
    const key = (view: RunView): string => JSON.stringify([view.record.task, view.record.params]);
    const [first] = runs;
    const others = this.#runs.filter(
      (view) => first !== undefined && view.strategy !== first.strategy && key(view) === key(first),
    );
    this.#runs = compared || this.#compared ? runs : [...others, ...runs];
    this.#compared = compared;
  }

  /** Does what a key asks for; tells whether it was one of ours. */
  press(event: KeyboardEvent): boolean {
    const command = commandOf(event.key, this.scene);
    if (command === null) return false;
    this.do(command, event);
    return true;
  }

  do(command: Command, event: Event): void {
    switch (command.does) {
      case 'start':
        this.page.start(this.page.main);
        break;
      case 'run':
        this.page.start(command.strategy);
        break;
      case 'cancel':
        this.page.cancel(event);
        break;
      case 'leave':
        this.page.present(false);
        break;
      case 'full screen':
        void toggleFullScreen();
        break;
      default:
        this.#show(command);
    }
  }

  #show(command: Command): void {
    switch (command.does) {
      case 'ready':
      case 'result':
      case 'why':
      case 'picture':
        this.#slide = command.does;
        break;
      case 'alone':
        this.#alone = this.#alone === command.strategy ? null : command.strategy;
        break;
      case 'all':
        this.#alone = null;
        break;
      case 'code':
      case 'black':
        this.#cover = command.does;
        break;
      default:
        this.#cover = null;
    }
  }
}

/** iPhones have none for a page; elsewhere a person's key is reason enough. */
async function toggleFullScreen(): Promise<void> {
  const { documentElement } = document;
  const able = (document as { fullscreenEnabled?: boolean }).fullscreenEnabled === true;
  if (!able) return;
  try {
    await (document.fullscreenElement === null
      ? documentElement.requestFullscreen()
      : document.exitFullscreen());
  } catch {
    // the browser said no: the slide is the same, only smaller
  }
}
