import type { Lab } from './lab.svelte.ts';
import { needTask } from './model/catalog.ts';
import { parseOptions, queryOf, type Options } from './model/options.ts';

/** The page's options in its address: a link opens an experiment, and what is set on the page can be linked to. */
export class Address {
  /** One sentence for each value of a link that could not be used. */
  notices = $state.raw<readonly string[]>([]);
  /** What the link asked for. */
  readonly options: Options;
  readonly #defaults: Options;
  #known: string;

  /** `needTask` has been waited for. */
  constructor(params: URLSearchParams, defaults: Options) {
    const { options, notices } = parseOptions(params, defaults);
    this.#defaults = defaults;
    this.#known = params.toString();
    this.options = options;
    this.notices = notices;
  }

  /** Another link was opened while the lab was on the page. */
  follow(params: URLSearchParams, lab: Lab): void {
    const text = params.toString();
    if (text === this.#known) return;
    this.#known = text;
    void this.#open(params, lab);
  }

  /** Never rejects. */
  async #open(params: URLSearchParams, lab: Lab): Promise<void> {
    const known = this.#known;
    try {
      await needTask(params.get('task'));
    } catch {
      this.notices = ['Its task could not be loaded. Go online once and reload.'];
      return;
    }
    // Another link, or what was set on the page, came first.
    if (this.#known !== known) return;
    const { options, notices } = parseOptions(params, this.#defaults);
    this.notices = notices;
    await lab.stop();
    lab.setOptions(options);
  }

  /** Options were set on the page. `write` puts them into the address. */
  tell(options: Options, write: (params: URLSearchParams) => void): void {
    if (options === this.options) return;
    const params = queryOf(options, this.#defaults);
    const text = params.toString();
    if (text === this.#known) return;
    this.#known = text;
    write(params);
  }
}
