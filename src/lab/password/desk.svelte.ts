import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import { KEY_BYTES } from '../../tasks/password/pbkdf2.ts';
import type { PasswordParams } from '../../tasks/password/info.ts';
import type { Lab } from '../lab.svelte.ts';
import { NO_THREAD } from '../view/threads.ts';
import { isWords, type WordsInput } from './prepare.ts';
import { keyAt } from './typed.ts';

/** Between two looks at what has arrived, in ms. */
const LOOK_MS = 150;

/** How far the newest run came. */
export interface Search {
  /** Who hashed each candidate. */
  readonly threads: Uint8Array;
  /** Index of the candidate that gives the key; `null` as long as none did. */
  readonly found: number | null;
  readonly done: number;
}

/** The candidates and who has hashed them. A part costs the run a comparison of 32 bytes. */
export class PasswordDesk {
  readonly #lab: Lab;
  #shown = $state.raw<Search | null>(null);
  #of: WordsInput | null = null;
  #threads = new Uint8Array(0);
  #found: number | null = null;
  #done = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(lab: Lab) {
    this.#lab = lab;
    lab.onStart(() => {
      if (lab.options.task === 'password-hash') this.#begin();
    });
    lab.onPart((done, job) => {
      if (job.task.id === 'password-hash') this.#part(done, job);
    });
  }

  get input(): WordsInput | null {
    const { prepared } = this.#lab.input;
    return prepared !== null && isWords(prepared.input) ? prepared.input : null;
  }

  get params(): PasswordParams | null {
    const { prepared } = this.#lab.input;
    return prepared?.draft.task.id === 'password-hash' ? (prepared.draft.params as PasswordParams) : null;
  }

  get search(): Search {
    const { input } = this;
    const count = input?.words.length ?? 0;
    if (this.#shown !== null && this.#of === input) return this.#shown;
    return { threads: new Uint8Array(count).fill(NO_THREAD), found: null, done: 0 };
  }

  #begin(): void {
    this.#of = this.input;
    this.#threads = new Uint8Array(this.#of?.words.length ?? 0).fill(NO_THREAD);
    this.#found = null;
    this.#done = 0;
    this.#later();
  }

  #part({ part, thread }: PartDone, job: Job): void {
    const first = part.output.start / KEY_BYTES;
    const end = part.output.end / KEY_BYTES;
    const keys = partOutput(job, part);
    for (let i = first; i < end; i++) {
      if (this.#of?.target === keyAt(keys, i - first)) this.#found = i;
    }
    this.#threads.fill(thread, first, end);
    this.#done += end - first;
    this.#later();
  }

  #later(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#shown = { threads: this.#threads, found: this.#found, done: this.#done };
    }, LOOK_MS);
  }
}

const desks = new WeakMap<Lab, PasswordDesk>();

/** The one desk of a lab: its panel and its result show the same search. */
export function passwordDeskOf(lab: Lab): PasswordDesk {
  const desk = desks.get(lab) ?? new PasswordDesk(lab);
  desks.set(lab, desk);
  return desk;
}
