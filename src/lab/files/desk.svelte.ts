import { parseSums, type Sums } from '../../tasks/hash/sums.ts';
import type { DroppedFile } from '../../ui/dropped-files.ts';
import type { Lab } from '../lab.svelte.ts';
import type { FilesInput } from '../model/input.ts';
import { Checklist, type Tally } from './check.ts';
import { Digests, filesOf, paramsOf } from './digests.svelte.ts';
import { readLists, sortOut } from './list-file.ts';

/** A checksum list that could not be read. */
interface ListFailure {
  readonly title: string;
  readonly sentence: string;
}

/** Files, their digests and the list that they are checked against: what the panel and the table share. */
export class FilesDesk {
  readonly lab: Lab;
  readonly digests: Digests;
  /** What they are checked against, as text. */
  list = $state('');
  #failure = $state.raw<ListFailure | null>(null);
  readonly #sums = $derived(this.list.trim() === '' ? null : parseSums(this.list));
  readonly #check = $derived(this.#paired());
  readonly #tally = $derived(this.#counted());

  constructor(lab: Lab) {
    this.lab = lab;
    this.digests = new Digests(lab);
  }

  get input(): FilesInput | null {
    return filesOf(this.lab.input.prepared);
  }

  get algorithm() {
    return paramsOf(this.lab.input.prepared)?.algorithm ?? 'sha256';
  }

  /** `null` where there is no list. */
  get sums(): Sums | null {
    return this.#sums;
  }

  get check(): Checklist | null {
    return this.#check;
  }

  get tally(): Tally | null {
    return this.#tally;
  }

  get failure(): ListFailure | null {
    return this.#failure;
  }

  dismiss(): void {
    this.#failure = null;
  }

  /** Takes files to hash and lists to check, whatever was chosen or dropped. Never rejects. */
  async take(chosen: readonly DroppedFile[]): Promise<void> {
    if (this.lab.running || chosen.length === 0) return;
    const { files, lists } = sortOut(chosen);
    const algorithm = await this.#read(lists);
    if (files.length === 0 && algorithm === null) return;
    const change = algorithm === null ? {} : { params: { ...this.lab.options.params, algorithm } };
    if (files.length === 0) this.lab.setOptions(change);
    else this.lab.setOptions({ ...change, size: null }, files);
  }

  /** Back to the files that this page makes. */
  useSample(): void {
    this.lab.setOptions({}, []);
  }

  clearList(): void {
    this.list = '';
  }

  /** Reads lists into the text; gives the algorithm that their names tell, where it isn't the one at work. */
  async #read(lists: readonly File[]) {
    if (lists.length === 0) return null;
    try {
      const { text, algorithm } = await readLists(lists);
      this.list = text;
      this.#failure = null;
      return algorithm === this.algorithm ? null : algorithm;
    } catch {
      const name = lists.length === 1 ? (lists[0]?.name ?? 'The list') : 'One of the lists';
      this.#failure = {
        title: `${name} could not be read`,
        sentence: 'It was moved, changed or deleted after you chose it. Choose it again, or paste its text.',
      };
      return null;
    }
  }

  #counted(): Tally | null {
    return this.#check?.tally(this.digests.all) ?? null;
  }

  #paired(): Checklist | null {
    const { input } = this;
    if (this.#sums === null || input === null) return null;
    return new Checklist(this.#sums, input.files, this.algorithm);
  }
}

const desks = new WeakMap<Lab, FilesDesk>();

/** The one desk of a lab: its panel and its table stand far apart on the page. */
export function filesDeskOf(lab: Lab): FilesDesk {
  const desk = desks.get(lab) ?? new FilesDesk(lab);
  desks.set(lab, desk);
  return desk;
}
