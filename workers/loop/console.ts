/** `console`, as far as learners use it. https://console.spec.whatwg.org */
import { JSStringValue, NumberValue, ObjectValue, SymbolValue, Value } from '@engine262/engine262';
import type { ConsoleLevel } from '../../src/loop/contract.ts';
import { preview, printed } from './preview.ts';
import type { World } from './world.ts';

export interface ConsoleHost {
  print(level: ConsoleLevel, text: string, depth: number): void;
  now(): number;
}

const FORMAT = /%([sdifoOc%])/g;

/** https://console.spec.whatwg.org/#formatter */
export function format(args: readonly Value[]): string {
  const [first, ...rest] = args;
  if (!(first instanceof JSStringValue)) return args.map(printed).join(' ');
  const left = [...rest];
  const text = first.value.replace(FORMAT, (whole, kind: string) => {
    if (kind === '%') return '%';
    const value = left.shift();
    return value === undefined ? whole : formatOne(kind, value);
  });
  return [text, ...left.map(printed)].join(' ');
}

function formatOne(kind: string, value: Value): string {
  if (kind === 'c') return '';
  if (kind === 's') return printed(value);
  if (kind === 'o' || kind === 'O') return preview(value).text;
  if (value instanceof SymbolValue || value instanceof ObjectValue) return 'NaN';
  const number = value instanceof NumberValue ? value.value : Number.parseFloat(printed(value));
  return String(kind === 'f' ? number : Math.trunc(number));
}

export class Console {
  private depth = 0;
  private readonly counts = new Map<string, number>();
  private readonly timers = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly host: ConsoleHost,
  ) {}

  install(): void {
    const { world } = this;
    const object = world.object();
    for (const level of ['log', 'info', 'debug', 'warn', 'error'] as const) {
      this.method(object, level, (args) => this.print(level, format(args)));
    }
    for (const name of ['dir', 'dirxml', 'table', 'trace']) {
      this.method(object, name, (args) => this.print('log', format(args) || name));
    }
    this.installGroups(object);
    this.installCounters(object);
    this.installTimers(object);
    world.define(world.global, 'console', object);
  }

  private method(object: ObjectValue, name: string, run: (args: readonly Value[]) => void): void {
    this.world.method(object, name, 0, (args) => {
      run(args);
      return Value.undefined;
    });
  }

  private print(level: ConsoleLevel, text: string): void {
    this.host.print(level, text, this.depth);
  }

  private installGroups(object: ObjectValue): void {
    for (const name of ['group', 'groupCollapsed']) {
      this.method(object, name, (args) => {
        if (args.length > 0) this.print('log', format(args));
        this.depth += 1;
      });
    }
    this.method(object, 'groupEnd', () => {
      this.depth = Math.max(0, this.depth - 1);
    });
    this.method(object, 'clear', () => undefined);
    this.method(object, 'assert', ([condition, ...args]) => {
      if (condition !== undefined && isTruthy(condition)) return;
      const text = format(args);
      this.print('error', text === '' ? 'Assertion failed' : `Assertion failed: ${text}`);
    });
  }

  private installCounters(object: ObjectValue): void {
    this.method(object, 'count', ([label]) => {
      const name = labelOf(label);
      const count = (this.counts.get(name) ?? 0) + 1;
      this.counts.set(name, count);
      this.print('log', `${name}: ${String(count)}`);
    });
    this.method(object, 'countReset', ([label]) => {
      this.counts.delete(labelOf(label));
    });
  }

  private installTimers(object: ObjectValue): void {
    const report = (label: Value | undefined, rest: readonly Value[] = []): void => {
      const started = this.timers.get(labelOf(label));
      if (started === undefined) {
        this.print('warn', `Timer '${labelOf(label)}' does not exist`);
        return;
      }
      const elapsed = `${labelOf(label)}: ${String(this.host.now() - started)} ms`;
      this.print('log', [elapsed, ...rest.map(printed)].join(' '));
    };
    this.method(object, 'time', ([label]) => {
      this.timers.set(labelOf(label), this.host.now());
    });
    this.method(object, 'timeLog', ([label, ...rest]) => report(label, rest));
    this.method(object, 'timeEnd', ([label]) => {
      report(label);
      this.timers.delete(labelOf(label));
    });
  }
}

function labelOf(label: Value | undefined): string {
  return label === undefined || label === Value.undefined ? 'default' : printed(label);
}

function isTruthy(value: Value): boolean {
  const falsy: readonly unknown[] = [Value.undefined, Value.null, Value.false];
  if (falsy.includes(value)) return false;
  if (value instanceof NumberValue) return value.value !== 0 && !Number.isNaN(value.value);
  return !(value instanceof JSStringValue && value.value === '');
}
