import { penOf } from '../../ui/canvas-pen.ts';
import { HATCH_ALPHA, hatchPattern } from '../../ui/charts/hatch.ts';
import { onThemeChange, readPalette, type Palette } from '../../ui/charts/palette.ts';
import { barColour } from '../sort/thread-colours.ts';
import type { Trial, TrialBook } from './trial-book.ts';

/** In a row, as many parts as one find may be expected in. */
const COLUMNS = 32;
const FEWEST_ROWS = 4;
const GAP_PX = 2;
/** Drawn in one frame. */
const CELLS_A_FRAME = 32;

type Box = readonly [x: number, y: number, width: number, height: number];

/** The nonces from 0 upwards, a cell a part: whose it was, what was found in it, and what was for nothing. */
export class NoncePainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: CanvasRenderingContext2D;
  readonly #forgetTheme: () => void;
  #palette: Palette;
  #book: TrialBook | null = null;
  #drawn = 0;
  #rows = FEWEST_ROWS;
  #last = Infinity;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#pen = penOf(canvas);
    this.#palette = readPalette(canvas);
    this.#forgetTheme = onThemeChange(() => {
      this.#palette = readPalette(canvas);
      this.#all();
    });
    this.#all();
  }

  close(): void {
    this.#forgetTheme();
  }

  /** Once a frame: draws some of what the book has got since. */
  frame(book: TrialBook): void {
    if (book !== this.#book) this.#begin(book);
    const { trials } = book;
    if (this.#drawn === trials.length) return;
    const upTo = Math.min(trials.length, this.#drawn + CELLS_A_FRAME);
    for (; this.#drawn < upTo; this.#drawn += 1) {
      const trial = trials[this.#drawn] as Trial;
      if (!this.#fits(trial)) return;
      this.#cell(trial);
      if (trial.nonces.length > 0) this.#settle(book);
    }
  }

  #begin(book: TrialBook): void {
    this.#book = book;
    this.#drawn = 0;
    this.#rows = FEWEST_ROWS;
    this.#last = Infinity;
    this.#all();
  }

  /** Further on than there are rows: twice as many, all drawn anew. */
  #fits({ part }: Trial): boolean {
    if (part < this.#rows * COLUMNS) return true;
    while (part >= this.#rows * COLUMNS) this.#rows *= 2;
    this.#all();
    return false;
  }

  /** Something was found: what lies behind may have been for nothing. */
  #settle(book: TrialBook): void {
    const { last } = book;
    if (last === this.#last) return;
    this.#last = last;
    for (const trial of book.trials.slice(0, this.#drawn + 1)) this.#cell(trial);
  }

  #all(): void {
    const { width, height } = this.#canvas;
    this.#pen.clearRect(0, 0, width, height);
    for (let part = 0; part < this.#rows * COLUMNS; part += 1) this.#hollow(part);
    for (const trial of this.#book?.trials.slice(0, this.#drawn) ?? []) this.#cell(trial);
  }

  #box(part: number): Box {
    const wide = this.#canvas.width / COLUMNS;
    const high = this.#canvas.height / this.#rows;
    const [column, row] = [part % COLUMNS, Math.floor(part / COLUMNS)];
    return [column * wide, row * high, wide - GAP_PX, Math.max(1, high - GAP_PX)];
  }

  #hollow(part: number): void {
    const [x, y, width, height] = this.#box(part);
    this.#pen.fillStyle = this.#palette.paper;
    this.#pen.fillRect(x, y, width, height);
    this.#pen.strokeStyle = this.#palette.rule;
    this.#pen.lineWidth = 1;
    this.#pen.strokeRect(x + 0.5, y + 0.5, width - 1, Math.max(0, height - 1));
  }

  #cell({ part, thread, nonces, dropped }: Trial): void {
    const box = this.#box(part);
    const needless = dropped || part > this.#last;
    if (needless) {
      this.#hollow(part);
      this.#pen.globalAlpha = HATCH_ALPHA;
      this.#pen.fillStyle = barColour(thread, this.#palette.ink);
      this.#pen.fillRect(...box);
      this.#pen.globalAlpha = 1;
      this.#pen.fillStyle = hatchPattern(this.#pen, this.#palette.ink, 2);
    } else {
      this.#pen.fillStyle = barColour(thread, this.#palette.ink);
    }
    this.#pen.fillRect(...box);
    if (nonces.length > 0 && !needless) this.#mark(box);
  }

  /** Yellow: it was found here. */
  #mark([x, y, width, height]: Box): void {
    const side = Math.max(4, Math.min(width, height) - 6);
    const [left, top] = [x + (width - side) / 2, y + (height - side) / 2];
    this.#pen.fillStyle = this.#palette['on-now'];
    this.#pen.fillRect(left, top, side, side);
    this.#pen.fillStyle = this.#palette.now;
    this.#pen.fillRect(left + 2, top + 2, side - 4, side - 4);
  }
}
