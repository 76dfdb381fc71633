/** Variables at a step: scopes linked to outer scopes, and for each variable a log of what it became when. */
import type { Scope, ValueView, Variable } from './contract.ts';
import { Rows, upperBound } from './rows.ts';
import type { Tables } from './wire.ts';

interface Log {
  readonly name: number;
  readonly steps: number[];
  readonly texts: number[];
  readonly types: number[];
}

export class ScopeReader {
  /** outer scope, kind, name */
  private readonly scopes = new Rows(3);
  private readonly logs: Log[] = [];
  private readonly inScope: Log[][] = [];

  constructor(private readonly strings: readonly string[]) {}

  append({ scopes, variables, values }: Pick<Tables, 'scopes' | 'variables' | 'values'>): void {
    this.scopes.append(scopes);
    while (this.inScope.length < this.scopes.length) this.inScope.push([]);
    for (let i = 0; i < variables.length; i += 2) {
      const log: Log = { name: variables[i + 1] ?? -1, steps: [], texts: [], types: [] };
      this.logs.push(log);
      this.inScope[variables[i] ?? -1]?.push(log);
    }
    for (let i = 0; i < values.length; i += 4) this.appendValue(values.subarray(i, i + 4));
  }

  private appendValue([step = 0, variable = -1, text = -1, type = -1]: Int32Array): void {
    const log = this.logs[variable];
    if (log === undefined) return;
    log.steps.push(step);
    log.texts.push(text);
    log.types.push(type);
  }

  /** Innermost first; scopes with nothing in them are left out. */
  at(scope: number, step: number): Scope[] {
    const found: Scope[] = [];
    for (let id = scope; id !== -1; id = this.scopes.at(id, 0)) {
      const variables = (this.inScope[id] ?? []).flatMap((log) => this.variable(log, step) ?? []);
      if (variables.length === 0) continue;
      const kind = this.text(this.scopes.at(id, 1)) as Scope['kind'];
      found.push({ id, kind, name: this.text(this.scopes.at(id, 2)), variables });
    }
    return found;
  }

  private variable(log: Log, step: number): Variable | null {
    const at = upperBound(log.steps, step) - 1;
    if (at < 0) return null;
    const text = log.texts[at] ?? -1;
    const value: ValueView | null =
      text === -1 ? null : { text: this.text(text), type: this.text(log.types[at] ?? -1) };
    return { name: this.text(log.name), value, changed: log.steps[at] === step };
  }

  private text(id: number): string {
    return this.strings[id] ?? '';
  }
}
