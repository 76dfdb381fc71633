/**
 * Variables, recorded as links from environment to outer environment and as a log of values: a value is
 * written down when it is first seen different, so that nothing is copied from step to step.
 */
import {
  type DeclarativeEnvironmentRecord,
  type EnvironmentRecord,
  FunctionEnvironmentRecord,
  GlobalEnvironmentRecord,
  ModuleEnvironmentRecord,
  ObjectValue,
  type Value,
} from '@engine262/engine262';
import { functionName, preview } from './preview.ts';
import { IntTable, type Strings } from './tables.ts';

const MOST_SCOPES = 12;
const MOST_VARIABLES = 40;

interface Binding {
  initialized: boolean;
  value?: Value | undefined;
}

interface Seen {
  readonly id: number;
  readonly bindings: Binding[];
  readonly variables: number[];
  readonly last: (Value | null | undefined)[];
  readonly texts: string[];
  /** How many bindings there were when the names were last read. */
  count: number;
}

export class Scopes {
  readonly scopes = new IntTable(3);
  readonly variables = new IntTable(2);
  readonly values = new IntTable(4);
  private readonly seen = new Map<EnvironmentRecord, Seen>();
  private scopeCount = 0;
  private variableCount = 0;

  constructor(
    private readonly strings: Strings,
    /** Names the learner's script declared on the global object (`var`, functions). */
    private readonly globals: readonly string[],
  ) {}

  /** Writes down what changed in all scopes seen from `environment`; returns the innermost one's number. */
  look(environment: EnvironmentRecord | undefined | null, step: number): number {
    let first = -1;
    let depth = 0;
    for (let at = environment ?? null; at !== null && depth < MOST_SCOPES; at = at.OuterEnv) {
      const seen = this.seen.get(at) ?? this.meet(at);
      if (first === -1) first = seen.id;
      this.compare(at, seen, step);
      depth += 1;
    }
    return first;
  }

  private meet(environment: EnvironmentRecord): Seen {
    const outer = environment.OuterEnv;
    const outerId = outer === null ? -1 : (this.seen.get(outer) ?? this.meet(outer)).id;
    const { kind, name } = describe(environment);
    const id = this.scopeCount;
    this.scopeCount += 1;
    this.scopes.push(outerId, this.strings.id(kind), this.strings.id(name));
    const seen: Seen = { id, bindings: [], variables: [], last: [], texts: [], count: -1 };
    this.seen.set(environment, seen);
    return seen;
  }

  private compare(environment: EnvironmentRecord, seen: Seen, step: number): void {
    const bindings = bindingsOf(environment);
    if (bindings !== null && bindings.size !== seen.count) this.names(bindings, seen);
    if (environment instanceof GlobalEnvironmentRecord) this.globalNames(environment, seen);
    for (let i = 0; i < seen.bindings.length; i += 1) this.compareOne(seen, i, step);
  }

  private names(bindings: Map<string, Binding>, seen: Seen): void {
    let at = 0;
    for (const [name, binding] of bindings) {
      if (at >= Math.max(0, seen.count) && name !== 'arguments') this.add(seen, name, binding);
      at += 1;
    }
    seen.count = bindings.size;
  }

  private add(seen: Seen, name: string, binding: Binding): void {
    if (seen.bindings.length >= MOST_VARIABLES) return;
    seen.bindings.push(binding);
    seen.variables.push(this.variableCount);
    this.variableCount += 1;
    this.variables.push(seen.id, this.strings.id(name));
    seen.last.push(undefined);
    seen.texts.push('');
  }

  /** `var` and functions of the script are properties of the global object: their descriptors are bindings. */
  private globalNames(environment: GlobalEnvironmentRecord, seen: Seen): void {
    if (seen.bindings.some((binding) => binding instanceof GlobalBinding)) return;
    const object = environment.ObjectRecord.BindingObject;
    for (const name of this.globals) this.add(seen, name, new GlobalBinding(object, name));
  }

  private compareOne(seen: Seen, i: number, step: number): void {
    const binding = seen.bindings[i];
    const value = binding === undefined ? null : valueOf(binding);
    if (value === seen.last[i] && !isChangeable(value)) return;
    const text = value === null ? '' : preview(value, 1).text;
    const same = text === seen.texts[i] && (seen.last[i] === null) === (value === null);
    const isNew = seen.last[i] === undefined;
    seen.last[i] = value;
    if (same && !isNew) return;
    seen.texts[i] = text;
    this.write(seen.variables[i] ?? -1, value, step);
  }

  private write(variable: number, value: Value | null, step: number): void {
    if (value === null) {
      this.values.push(step, variable, -1, this.strings.id('none'));
      return;
    }
    const { text, type } = preview(value, 1);
    this.values.push(step, variable, this.strings.id(text), this.strings.id(type));
  }
}

/** `null` in the temporal dead zone. */
function valueOf(binding: Binding): Value | null {
  return binding.initialized ? (binding.value ?? null) : null;
}

/** May it look different although it is the same value? Objects, but for functions. */
function isChangeable(value: Value | null): boolean {
  return value instanceof ObjectValue && !('Call' in value);
}

class GlobalBinding implements Binding {
  constructor(
    private readonly object: ObjectValue,
    private readonly name: string,
  ) {}

  get initialized(): boolean {
    return this.value !== undefined;
  }

  get value(): Value | undefined {
    return this.object.properties.get(this.name)?.Value;
  }
}

function bindingsOf(environment: EnvironmentRecord): Map<string, Binding> | null {
  if (environment instanceof GlobalEnvironmentRecord) return environment.DeclarativeRecord.bindings;
  return 'bindings' in environment ? (environment as DeclarativeEnvironmentRecord).bindings : null;
}

function describe(environment: EnvironmentRecord): { kind: string; name: string } {
  if (environment instanceof FunctionEnvironmentRecord) {
    return { kind: 'function', name: functionName(environment.FunctionObject) || 'anonymous' };
  }
  if (environment instanceof GlobalEnvironmentRecord) return { kind: 'script', name: '' };
  if (environment instanceof ModuleEnvironmentRecord) return { kind: 'module', name: '' };
  return { kind: 'block', name: '' };
}
