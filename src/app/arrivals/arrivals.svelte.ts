import type { Lab } from '../../lab/lab.svelte.ts';
import { takeFiles } from '../../lab/input/take-files.ts';
import { filesOf, hashToFollow, type LaunchParams } from './launch-queue.ts';
import { outcomeOf, takeShared } from './shared-files.ts';
import { GONE, nameOf, NOT_LOADED, SHARE_PROBLEMS, unreadable, type Words } from './words.ts';

/** Something from outside the page that the lab should open. */
export interface Arrival {
  /** "photo.jpg". */
  readonly name: string;
  /** It came while something ran: the result of that run stays until the person says otherwise. */
  readonly late: boolean;
  open(lab: Lab): Promise<void>;
}

export interface ArrivalsHost {
  /** The app's own folder. */
  readonly appUrl: string;
  readonly lab: () => Lab | null;
  /** Brings the lab to the page. */
  readonly toLab: () => void;
  readonly go: (hash: string) => void;
}

/** Files and links that the system hands to the app: each waits until it can be opened, the newest wins. */
export class Arrivals {
  #arrival = $state.raw<Arrival | null>(null);
  #words = $state.raw<Words | null>(null);
  #first = true;
  readonly #host: ArrivalsHost;

  constructor(host: ArrivalsHost) {
    this.#host = host;
  }

  get arrival(): Arrival | null {
    return this.#arrival;
  }

  /** What there is to say: a problem. */
  get words(): Words | null {
    return this.#words;
  }

  dismiss(): void {
    this.#words = null;
  }

  leave(): void {
    this.#arrival = null;
  }

  /** The page was opened by a share. Never rejects. */
  async shared(marker: string): Promise<void> {
    const outcome = outcomeOf(marker);
    this.#words = SHARE_PROBLEMS[outcome];
    if (outcome !== '1') return;
    try {
      const files = await takeShared(caches, this.#host.appUrl);
      if (files.length === 0) this.#words = GONE;
      else this.#filesCame(files);
    } catch {
      this.#words = SHARE_PROBLEMS['not-kept'];
    }
  }

  /** The system launched the app. Never rejects. */
  async launched(params: LaunchParams, reloaded: boolean): Promise<void> {
    // A reload brings the last launch again: its files are wanted, its address was left long ago.
    const old = this.#first && reloaded;
    this.#first = false;
    try {
      const files = await filesOf(params);
      if (files.length > 0) this.#filesCame(files);
      else if (!old) this.#linkCame(params);
    } catch (error) {
      this.#words = unreadable(error instanceof Error ? error.message : 'The file');
    }
  }

  /** Opens what waits. Never rejects: what goes wrong with a file is told where files are chosen. */
  async open(lab: Lab): Promise<void> {
    const arrival = this.#arrival;
    if (arrival === null || lab.running) return;
    this.#arrival = null;
    await arrival.open(lab);
  }

  #filesCame(files: readonly File[]): void {
    this.#came(nameOf(files), async (lab) => {
      try {
        await takeFiles(lab, files);
      } catch {
        this.#words = NOT_LOADED;
      }
    });
  }

  #linkCame(params: LaunchParams): void {
    const hash = hashToFollow(params, location);
    if (hash === null) return;
    this.#came('What you opened', () => {
      this.#host.go(hash);
      return Promise.resolve();
    });
  }

  #came(name: string, open: Arrival['open']): void {
    const lab = this.#host.lab();
    this.#arrival = { name, late: lab?.running === true, open };
    if (lab === null) this.#host.toLab();
  }
}
