/** A document that this page makes: the orders of a shop, the same for the same seed and length. */

const NAMES = ['Ada', 'Björn', 'Chloé', 'Dörte', 'Edsger', 'Grace', 'Inés', 'Jörg', 'Noor', 'Zoë'] as const;
const CITIES = ['Bath', 'Genève', 'Köln', 'Lyon', 'Málaga', 'Oslo', 'Porto', 'Zürich'] as const;
const GOODS = ['bolt', 'cable', 'hinge', 'lamp', 'motor', 'rail', 'signal', 'sleeper', 'wheel'] as const;
const NOTES = [
  'leave it at the gate',
  'ring twice: the bell is quiet',
  'the second door, behind the yard',
  '',
] as const;

const START = '{"shop":"The Junction","currency":"EUR","orders":[\n';
const END = '\n]}';
/** Orders are made in blocks of about so many characters. */
const BLOCK = 1 << 16;
/** Room for one order, in bytes: none is larger. */
const ORDER_BYTES = 1024;

/** xorshift32 (Marsaglia 2003, https://doi.org/10.18637/jss.v008.i14). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  below(n: number): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) % n;
  }

  of(items: readonly string[]): string {
    return items[this.below(items.length)] ?? '';
  }
}

/** Fills `out`, at least 4 KiB, with one document; spaces at its end make it exactly as long. */
export function writeDocument(out: Uint8Array, seed: number): void {
  const dice = new Dice(seed);
  let at = writeText(out, 0, START);
  let text = order(dice, 1);
  for (let id = 2; ; id++) {
    if (text.length >= BLOCK) {
      at = writeText(out, at, text);
      text = '';
    }
    // A character takes at most two bytes here.
    if (at + 2 * text.length + ORDER_BYTES > out.length) break;
    text += `,\n${order(dice, id)}`;
  }
  at = writeText(out, at, text + END);
  out.fill(0x20, at);
}

function order(dice: Dice, id: number): string {
  const lines = Array.from({ length: 1 + dice.below(4) }, () => line(dice)).join(',');
  const paid = dice.below(4) > 0;
  return (
    `{"id":${String(id)},"customer":{"name":"${dice.of(NAMES)}","city":"${dice.of(CITIES)}",` +
    `"postcode":${dice.below(5) === 0 ? 'null' : `"${String(10_000 + dice.below(90_000))}"`},` +
    `"position":[${decimal(dice, 180, -90)},${decimal(dice, 360, -180)}]},` +
    `"paid":${String(paid)},"lines":[${lines}],"note":"${dice.of(NOTES)}"}`
  );
}

function line(dice: Dice): string {
  const price = decimal(dice, 500, 0);
  return `{"goods":"${dice.of(GOODS)}","quantity":${String(1 + dice.below(40))},"price":${price}}`;
}

/** A number with up to four decimals, from `least` to `least + width`. */
function decimal(dice: Dice, width: number, least: number): string {
  return String((least * 10_000 + dice.below(width * 10_000)) / 10_000);
}

/** Writes text of code points below 0x800 as UTF-8; gives the offset behind it. */
function writeText(out: Uint8Array, start: number, text: string): number {
  let at = start;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) out[at++] = code;
    else {
      out[at++] = 0xc0 | (code >>> 6);
      out[at++] = 0x80 | (code & 0x3f);
    }
  }
  return at;
}
