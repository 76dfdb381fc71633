import type { Lab } from './lab.svelte.ts';
import { parseOptions, queryOf, type Options } from './model/options.ts';

/** The page's options in its address: a link opens an experiment, and what is set on the page can be linked to. */
export class Address {
  /** One sentence for each value of a link that could not be used. */
  notices = $state.raw<readonly string[]>([]);
  /** What the link asked for. */
  readonly options: Options;
  readonly #defaults: Options;
  #known: string;

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
    const { options, notices } = parseOptions(params, this.#defaults);
    this.notices = notices;
    lab.stop().then(
      () => {
        lab.setOptions(options);
      },
      () => undefined, // never: how a run ended is the lab's status
    );
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
