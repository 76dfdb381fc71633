/**
 * Where a text stops being JSON, by the grammar of RFC 8259 (https://www.rfc-editor.org/rfc/rfc8259). Engines
 * tell it each in another way or not at all, so a text that `JSON.parse` has refused is read once more here.
 */

export interface Fault {
  /** Offset in the text, in code units. */
  readonly at: number;
  readonly reason: string;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
/** What may stand in a string up to its end, its first fault or an escape. */
// eslint-disable-next-line no-control-regex -- control characters are what a string must not hold
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The first fault of a text, or `null` where there is none. */
export function locateFault(text: string): Fault | null {
  try {
    new Reader(text).document();
    return null;
  } catch (error) {
    if (error instanceof Stop) return error.fault;
    throw error;
  }
}

class Stop extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason);
  }
}

type Open = '{' | '[';

/** Reads without recursion: a hostile file may open a million brackets. */
class Reader {
  readonly #text: string;
  readonly #open: Open[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    let complete = this.#value();
    while (!complete || this.#open.length > 0) complete = complete ? this.#after() : this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail('the value has ended, but there is more', true);
  }

  /** A scalar, an empty container or an opening bracket; false where a value must follow. */
  #value(): boolean {
    this.#space();
    const next = this.#text[this.#at];
    if (next === '{' || next === '[') return this.#begin(next);
    if (next === '"') this.#string();
    else if (next !== undefined && /[-\d]/.test(next)) this.#number();
    else this.#literal();
    return true;
  }

  #begin(open: Open): boolean {
    this.#at += 1;
    this.#space();
    const close = open === '{' ? '}' : ']';
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return true;
    }
    this.#open.push(open);
    if (open === '{') this.#key();
    return false;
  }

  /** Behind a value in a container: a comma, or the end; false where a value must follow. */
  #after(): boolean {
    this.#space();
    const open = this.#open.at(-1);
    const close = open === '{' ? '}' : ']';
    const next = this.#text[this.#at];
    if (next === close) {
      this.#at += 1;
      this.#open.pop();
      return true;
    }
    if (next !== ',') this.#fail(`a comma or ${close} should stand here`, true);
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) this.#fail(`a comma must not stand before ${close}`);
    if (open === '{') this.#key();
    return false;
  }

  #key(): void {
    this.#space();
    if (this.#text[this.#at] !== '"') this.#fail('a key in double quotes should stand here', true);
    this.#string();
    this.#space();
    if (this.#text[this.#at] !== ':') this.#fail('a colon should stand behind the key', true);
    this.#at += 1;
  }

  #string(): void {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#take(PLAIN);
      const next = this.#text[this.#at];
      if (next === '"') break;
      if (next === undefined) this.#failAt(start, 'this string has no end');
      if (next !== '\\') this.#fail('a string must not hold a line break or another control character');
      if (!this.#take(ESCAPE)) this.#fail('there is no such escape in JSON');
    }
    this.#at += 1;
  }

  #number(): void {
    const start = this.#at;
    if (!this.#take(NUMBER) || /[\w.+-]/.test(this.#text[this.#at] ?? ''))
      this.#failAt(start, 'this is not a number as JSON writes them');
  }

  #literal(): void {
    const start = this.#at;
    this.#take(WORD);
    const word = this.#text.slice(start, this.#at);
    if (['true', 'false', 'null'].includes(word)) return;
    this.#at = start;
    if (this.#text[start] === "'") this.#fail('strings stand in double quotes');
    if (this.#text[start] === '/') this.#fail('JSON has no comments');
    this.#fail('a value should stand here', true);
  }

  #space(): void {
    this.#take(SPACE);
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    this.#at += found?.[0].length ?? 0;
    return found !== null;
  }

  #fail(reason: string, what = false): never {
    this.#failAt(this.#at, what ? `${reason}, ${this.#found()}` : reason);
  }

  #found(): string {
    const next = this.#text.codePointAt(this.#at);
    if (next === undefined) return 'but the text ends';
    return next < 0x20 ? 'not a control character' : `not “${String.fromCodePoint(next)}”`;
  }

  #failAt(at: number, reason: string): never {
    throw new Stop({ at, reason });
  }
}

/** Line and column of an offset, from 1; a column is a code unit. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const breaks = /\r\n|\n|\r/g;
  let line = 1;
  let start = 0;
  for (let found = breaks.exec(text); found !== null && breaks.lastIndex <= at; found = breaks.exec(text)) {
    line += 1;
    start = breaks.lastIndex;
  }
  return { line, column: at - start + 1 };
}

/** What is wrong with a text, in one sentence. */
export function faultSentence(text: string): string {
  if (text.trim() === '') return 'It is empty: there is no value in it.';
  const fault = locateFault(text);
  if (fault === null) return 'This browser can’t read it as JSON.';
  const { line, column } = placeOf(text, fault.at);
  return `Line ${String(line)}, column ${String(column)}: ${fault.reason}.`;
}
