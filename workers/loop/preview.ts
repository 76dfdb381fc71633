/**
 * Values as text, by reading property descriptors and internal slots: no getter, no `toString`, no proxy
 * trap of the learner's code ever runs because somebody looks.
 */
import {
  BigIntValue,
  BooleanValue,
  JSStringValue,
  NullValue,
  NumberValue,
  ObjectValue,
  SymbolValue,
  UndefinedValue,
  isArrayExoticObject,
  type Value,
} from '@engine262/engine262';
import { ownData } from './engine.ts';

export interface Preview {
  readonly text: string;
  readonly type: string;
}

const MOST_TEXT = 400;
const MOST_ITEMS = 12;
const DEEPEST = 2;

/** What an object may carry besides properties; which slots there are says what it is. */
interface Slots {
  readonly PromiseState?: string;
  readonly PromiseResult?: Value;
  readonly MapData?: readonly { readonly Key?: Value; readonly Value?: Value }[];
  readonly SetData?: readonly (Value | undefined)[];
  readonly WeakMapData?: unknown;
  readonly WeakSetData?: unknown;
  readonly WeakRefTarget?: unknown;
  readonly DateValue?: number | { readonly value: number };
  readonly OriginalSource?: string;
  readonly OriginalFlags?: string;
  readonly NumberData?: Value;
  readonly StringData?: Value;
  readonly BooleanData?: Value;
  readonly ProxyHandler?: unknown;
  readonly ErrorData?: unknown;
  readonly Call?: unknown;
  readonly IsClassConstructor?: boolean;
  readonly GeneratorState?: unknown;
  readonly Prototype?: Value;
}

export function cut(text: string, most = MOST_TEXT): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

export function preview(value: Value, depth = 0): Preview {
  if (value instanceof ObjectValue) return previewObject(value, depth);
  if (value instanceof JSStringValue) return { text: quote(value.value), type: 'string' };
  return previewPrimitive(value);
}

/** As `console.log` prints its arguments: a string alone stands without quotes. */
export function printed(value: Value): string {
  return value instanceof JSStringValue ? value.value : preview(value).text;
}

function quote(text: string): string {
  return `'${cut(text, 100).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

function previewPrimitive(value: Value): Preview {
  if (value instanceof NumberValue)
    return { text: Object.is(value.value, -0) ? '-0' : String(value.value), type: 'number' };
  if (value instanceof BooleanValue) return { text: String(value.value), type: 'boolean' };
  if (value instanceof UndefinedValue) return { text: 'undefined', type: 'undefined' };
  if (value instanceof NullValue) return { text: 'null', type: 'null' };
  if (value instanceof BigIntValue) return { text: `${cut(String(value.value), 100)}n`, type: 'bigint' };
  if (value instanceof SymbolValue) return { text: `Symbol(${value.Description ?? ''})`, type: 'symbol' };
  return { text: '?', type: 'none' };
}

function previewObject(object: ObjectValue, depth: number): Preview {
  const slots = object as unknown as Slots;
  if (slots.ProxyHandler !== undefined) return { text: 'Proxy', type: 'object' };
  if (slots.Call !== undefined) return { text: previewFunction(object, slots), type: 'function' };
  if (slots.ErrorData !== undefined || 'ErrorData' in object)
    return { text: previewError(object), type: 'error' };
  if (slots.PromiseState !== undefined) return { text: previewPromise(slots, depth), type: 'promise' };
  if (isArrayExoticObject(object)) return { text: previewArray(object, depth), type: 'array' };
  return { text: cut(previewSlots(object, slots, depth) ?? previewPlain(object, depth)), type: 'object' };
}

function previewFunction(object: ObjectValue, slots: Slots): string {
  const name = functionName(object);
  return slots.IsClassConstructor === true ? `class ${name}`.trimEnd() : `ƒ ${name}()`;
}

export function functionName(object: ObjectValue): string {
  const name = ownData(object, 'name');
  return name instanceof JSStringValue ? cut(name.value, 40) : '';
}

function previewError(object: ObjectValue): string {
  const name = inheritedText(object, 'name') ?? 'Error';
  const message = inheritedText(object, 'message') ?? '';
  return cut(message === '' ? name : `${name}: ${message}`);
}

/** A text in a data property of the object or of its prototypes, which are walked by their slots. */
export function inheritedText(object: ObjectValue, key: string): string | undefined {
  let at: unknown = object;
  for (let hops = 0; hops < 20 && at instanceof ObjectValue; hops += 1) {
    const value = ownData(at, key);
    if (value instanceof JSStringValue) return value.value;
    if (value !== undefined) return preview(value, DEEPEST).text;
    at = (at as unknown as Slots).Prototype;
  }
  return undefined;
}

function previewPromise(slots: Slots, depth: number): string {
  if (slots.PromiseState === 'pending') return 'Promise {<pending>}';
  const result = slots.PromiseResult === undefined ? '' : inner(slots.PromiseResult, depth);
  return slots.PromiseState === 'rejected' ? `Promise {<rejected>: ${result}}` : `Promise {${result}}`;
}

function inner(value: Value, depth: number): string {
  if (depth < DEEPEST || !(value instanceof ObjectValue)) return preview(value, depth + 1).text;
  if (isArrayExoticObject(value)) return '[…]';
  return (value as unknown as Slots).Call === undefined ? '{…}' : preview(value, depth).text;
}

function previewArray(object: ObjectValue, depth: number): string {
  const length = ownData(object, 'length');
  const count = length instanceof NumberValue ? length.value : 0;
  const items: string[] = [];
  for (let i = 0; i < Math.min(count, MOST_ITEMS); i += 1) {
    const property = object.properties.get(String(i));
    items.push(property === undefined ? 'empty' : textOf(property, depth));
  }
  if (count > MOST_ITEMS) items.push(`… ${String(count - MOST_ITEMS)} more`);
  return cut(`[${items.join(', ')}]`);
}

interface Property {
  readonly Value?: Value | undefined;
}

function textOf(property: Property, depth: number): string {
  return property.Value === undefined ? '(…)' : inner(property.Value, depth);
}

function previewSlots(object: ObjectValue, slots: Slots, depth: number): string | null {
  if (slots.MapData !== undefined) return previewMap(slots.MapData, depth);
  if (slots.SetData !== undefined) return previewSet(slots.SetData, depth);
  if (slots.OriginalSource !== undefined) return `/${slots.OriginalSource}/${slots.OriginalFlags ?? ''}`;
  if (slots.DateValue !== undefined) return previewDate(slots.DateValue);
  return previewOpaque(object, slots);
}

function previewOpaque(object: ObjectValue, slots: Slots): string | null {
  const boxed = slots.NumberData ?? slots.StringData ?? slots.BooleanData;
  if (boxed !== undefined) return `[${constructorName(object)}: ${preview(boxed).text}]`;
  const opaque = slots.WeakMapData ?? slots.WeakSetData ?? slots.WeakRefTarget ?? slots.GeneratorState;
  return opaque === undefined ? null : `${constructorName(object)} {}`;
}

function previewMap(data: NonNullable<Slots['MapData']>, depth: number): string {
  const rows = data.filter((row) => row.Key !== undefined);
  const texts = rows
    .slice(0, MOST_ITEMS)
    .map(
      (row) =>
        `${row.Key === undefined ? '' : inner(row.Key, depth)} => ${row.Value === undefined ? '' : inner(row.Value, depth)}`,
    );
  return `Map(${String(rows.length)}) {${texts.join(', ')}${rows.length > MOST_ITEMS ? ', …' : ''}}`;
}

function previewSet(data: NonNullable<Slots['SetData']>, depth: number): string {
  const values = data.filter((value) => value !== undefined);
  const texts = values.slice(0, MOST_ITEMS).map((value) => inner(value, depth));
  return `Set(${String(values.length)}) {${texts.join(', ')}${values.length > MOST_ITEMS ? ', …' : ''}}`;
}

function previewDate(date: number | { readonly value: number }): string {
  const time = typeof date === 'number' ? date : date.value;
  return Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString();
}

/** The name of the constructor that made it, by its prototype's own `constructor`. */
export function constructorName(object: ObjectValue): string {
  let at: unknown = (object as unknown as Slots).Prototype;
  for (let hops = 0; hops < 20 && at instanceof ObjectValue; hops += 1) {
    const made = ownData(at, 'constructor');
    if (made instanceof ObjectValue) return functionName(made);
    at = (at as unknown as Slots).Prototype;
  }
  return '';
}

function previewPlain(object: ObjectValue, depth: number): string {
  const name = constructorName(object);
  const texts: string[] = [];
  let more = false;
  for (const [key, property] of object.properties.entries()) {
    if (!property.Enumerable) continue;
    if (texts.length >= MOST_ITEMS) {
      more = true;
      break;
    }
    const label = key instanceof JSStringValue ? key.value : `[Symbol(${key.Description ?? ''})]`;
    texts.push(`${cut(label, 40)}: ${textOf(property, depth)}`);
  }
  const body = `{${texts.join(', ')}${more ? ', …' : ''}}`;
  return name === 'Object' || name === '' ? body : `${name} ${body}`;
}
