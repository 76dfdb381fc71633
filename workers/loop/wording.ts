/** Errors of the language in the words that learners meet in a browser (V8's), where the interpreter's differ. */
import { JSStringValue, ObjectValue, surroundingAgent, SymbolValue } from '@engine262/engine262';
import { callPlace } from './engine.ts';
import { functionName, preview } from './preview.ts';
import { calleeText } from './stacks.ts';

type Words = [template: string, parts: readonly unknown[]];

/** By the interpreter's own template. */
export const REWORDED: Readonly<Record<string, (...parts: unknown[]) => Words>> = {
  '$1 is not defined': (name) => ['$1 is not defined', [plain(name)]],
  '$1 cannot be used before initialization': (name) => [
    "Cannot access '$1' before initialization",
    [plain(name)],
  ],
  'Assignment to constant variable $1': () => ['Assignment to constant variable.', []],
  '$1 is not a function. (In "$2", it is $3)': (callee) => [
    '$1 is not a function',
    [unwrapped(plain(callee))],
  ],
  '$1 is not a function': (value) => ['$1 is not a function', [plain(value)]],
  '$1 is not a constructor': (value) => ['$1 is not a constructor', [constructed() || plain(value)]],
  '$1 is not iterable': (value) => ['$1 is not iterable', [plain(value)]],
  'Cannot convert $1 to object': () => ['Cannot convert undefined or null to object', []],
  'Cannot read $2 of $1': (base, key) => nothing('read', 'reading', base, key),
  'Cannot set $2 of $1': (base, key) => nothing('set', 'setting', base, key),
  '$1 cannot be invoked without new': (made) => [
    "Class constructor $1 cannot be invoked without 'new'",
    [made instanceof ObjectValue ? functionName(made) : plain(made)],
  ],
  'this has not been initialized': () => [
    "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
    [],
  ],
  'Cannot reduce an empty array with no initial value': () => [
    'Reduce of empty array with no initial value',
    [],
  ],
  '$1 is not a valid array length': () => ['Invalid array length', []],
  'Count $1 is invalid': (count) => ['Invalid count value: $1', [plain(count)]],
  'Cannot mix BigInt and other types in $1 operation': () => [
    'Cannot mix BigInt and other types, use explicit conversions',
    [],
  ],
};

export function reword(template: string, parts: readonly unknown[]): Words {
  return REWORDED[template]?.(...parts) ?? [template, parts];
}

/** https://github.com/v8/v8/blob/main/src/common/message-template.h: kNonObjectPropertyLoadWithProperty */
function nothing(verb: string, doing: string, base: unknown, key: unknown): Words {
  return [`Cannot ${verb} properties of $1 (${doing} '$2')`, [plain(base), plain(key)]];
}

/** `$1` as text, read without running any code of the learner. */
function plain(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value instanceof JSStringValue) return value.value;
  if (value instanceof SymbolValue) return preview(value).text;
  if (value instanceof ObjectValue) return 'Call' in value ? preview(value).text : 'object';
  return preview(value as Parameters<typeof preview>[0]).text;
}

/** The `o` of the `new o()` under way. */
function constructed(): string {
  const [context] = surroundingAgent.executionContextStack.slice(-1);
  const call = context === undefined ? null : callPlace(context);
  return call?.type === 'NewExpression' ? calleeText(call).replace('new ', '') : '';
}

/** `(5)()`: the brackets belong to the code, not to the value. */
function unwrapped(callee: string): string {
  return /^\([^()]*\)$/.test(callee) ? callee.slice(1, -1) : callee;
}
