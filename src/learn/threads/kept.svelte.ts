/** What the runs of a lesson have measured, by name, so that ways can stand side by side. Kept while the page lives. */
export class Kept<T> {
  #values = $state.raw<Readonly<Record<string, T>>>({});

  keep(name: string, value: T): void {
    this.#values = { ...this.#values, [name]: value };
  }

  of(name: string): T | null {
    return this.#values[name] ?? null;
  }
}
