/**
 * The newest frames, at the lower edge of the feel strip: one cell a slot, the newest at the right. It runs beside
 * the meter in every frame, so it writes nothing to the DOM and draws only what is new: the picture is shifted by whole
 * cells.
 */
import { hatchPattern, TICK_ALPHA } from './charts/hatch.ts';
import type { Palette } from './charts/palette.ts';
import { Sheet } from './sheet.ts';
import type { Strategy } from './strategy.ts';

/** What the strip is drawn on; tests hand in a recorder. */
export interface LiveSheet {
  readonly pen: Pick<
    CanvasRenderingContext2D,
    'fillStyle' | 'globalAlpha' | 'fillRect' | 'drawImage' | 'setTransform' | 'createPattern'
  >;
  readonly picture: HTMLCanvasElement;
  size(width: number, height: number): void;
  show(): void;
}

type LivePen = LiveSheet['pen'];

const PITCH_PX = 5;
const GAP_PX = 1;
const TICK_PX = 4;

/** More slots than the widest screen shows. */
const KEPT = 1024;

const ON_TIME = 0;
const LATE = 1;
const LOST = 2;
const STATE_BITS = 3;
const LINES: readonly (Strategy | 'idle')[] = ['idle', 'blocking', 'chunked', 'pool'];

/** Slots that a frame closes: 1 on time, n when n − 1 were lost before it (DESIGN: `round(Δ / interval)`). */
export function slotsOf(deltaMs: number, intervalMs: number): number {
  return Math.max(1, Math.round(deltaMs / intervalMs));
}

export function liveStrip(canvas: HTMLCanvasElement): LiveStrip {
  return new LiveStrip(new Sheet(canvas));
}

export class LiveStrip {
  readonly #sheet: LiveSheet;
  readonly #hatchOf: typeof hatchPattern;
  /** A ring of cells: state in the low two bits, line above. */
  readonly #cells = new Uint8Array(KEPT);
  #head = 0;
  #kept = 0;
  #fresh = 0;
  #dpr = 1;
  #height = 0;
  #columns = 0;
  #fills: string[] = ['', '', '', ''];
  #ground = '';
  #ink = '';
  #hatch: string | CanvasPattern = '';

  constructor(sheet: LiveSheet, hatchOf: typeof hatchPattern = hatchPattern) {
    this.#sheet = sheet;
    this.#hatchOf = hatchOf;
  }

  /** A new box or new colours: everything kept is drawn again. */
  resize(widthPx: number, heightPx: number, dpr: number, palette: Palette): void {
    this.#dpr = dpr;
    this.#height = heightPx;
    this.#columns = Math.min(KEPT, Math.ceil(widthPx / PITCH_PX));
    this.#sheet.size(Math.max(1, Math.round(widthPx * dpr)), Math.max(1, Math.round(heightPx * dpr)));
    this.#fills = LINES.map((line) => palette[line]);
    this.#ground = palette.scope;
    this.#ink = palette.ink;
    this.#hatch = this.#hatchOf(this.#sheet.pen, palette.ink, dpr);
    this.#fresh = this.#columns;
    this.draw();
  }

  /** One frame came, `deltaMs` after the one before. `strategy` is what runs now, or `null`. */
  push(deltaMs: number, intervalMs: number, strategy: Strategy | null): void {
    const line = (strategy === null ? 0 : LINES.indexOf(strategy)) << 2;
    const slots = Math.min(KEPT, slotsOf(deltaMs, intervalMs));
    for (let lost = 1; lost < slots; lost += 1) this.#keep(LOST | line);
    this.#keep((slots > 1 ? LATE : ON_TIME) | line);
    this.#fresh = Math.min(this.#columns, this.#fresh + slots);
  }

  /** Draws what was pushed since the last time. */
  draw(): void {
    const fresh = this.#fresh;
    const { pen, picture } = this.#sheet;
    if (fresh === 0 || this.#columns === 0) return;
    this.#fresh = 0;
    this.#shift(pen, fresh);
    const right = picture.width / this.#dpr;
    pen.fillStyle = this.#ground;
    pen.fillRect(right - fresh * PITCH_PX, 0, fresh * PITCH_PX, this.#height);
    for (let age = Math.min(fresh, this.#kept) - 1; age >= 0; age -= 1) {
      const cell = this.#cells[(this.#head - 1 - age + KEPT) % KEPT] ?? 0;
      this.#drawCell(pen, cell, right - (age + 1) * PITCH_PX);
    }
    this.#sheet.show();
  }

  #keep(cell: number): void {
    this.#cells[this.#head] = cell;
    this.#head = (this.#head + 1) % KEPT;
    this.#kept = Math.min(KEPT, this.#kept + 1);
  }

  /** The picture moves left by whole cells. Drawing a canvas onto itself is defined to copy first. */
  #shift(pen: LivePen, slots: number): void {
    const { picture } = this.#sheet;
    const { width, height } = picture;
    const by = Math.round(slots * PITCH_PX * this.#dpr);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    if (by < width) pen.drawImage(picture, by, 0, width - by, height, 0, 0, width - by, height);
    pen.setTransform(this.#dpr, 0, 0, this.#dpr, 0, 0);
  }

  #drawCell(pen: LivePen, cell: number, x: number): void {
    const state = cell & STATE_BITS;
    const fill = this.#fills[cell >> 2] ?? '';
    const width = PITCH_PX - GAP_PX;
    if (state === LOST) {
      pen.fillStyle = this.#hatch;
      pen.fillRect(x, 0, PITCH_PX, this.#height);
      pen.globalAlpha = TICK_ALPHA;
      pen.fillStyle = this.#ink;
      pen.fillRect(x, this.#height - TICK_PX, width, TICK_PX);
      pen.globalAlpha = 1;
      return;
    }
    pen.fillStyle = fill;
    if (state === ON_TIME) {
      pen.fillRect(x, 0, width, this.#height);
      return;
    }
    const half = this.#height >> 1;
    pen.fillRect(x, 0, width, 2);
    pen.fillRect(x, half, width, this.#height - half);
  }
}
