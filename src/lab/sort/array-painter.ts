import type { SortParams } from '../../tasks/sort/info.ts';
import { stagesOf } from '../../strategies/deal.ts';
import type { Job, PartDone } from '../../strategies/contract.ts';
import type { Plan } from '../../tasks/contract.ts';
import { penOf } from '../../ui/canvas-pen.ts';
import { canvasFont } from '../../ui/charts/paint.ts';
import { onThemeChange, readPalette, type Palette } from '../../ui/charts/palette.ts';
import { ArrayColumns, NOBODY } from './array-columns.ts';
import { barColour } from './thread-colours.ts';
import { stageWords } from './words.ts';

/** A column is so many canvas pixels wide; the canvas is shown at half its size where there is room. */
const COLUMN_PX = 2;
/** Drawn in one frame: well under a millisecond. */
const COLUMNS_A_FRAME = 96;
/** On the screen, in CSS pixels. */
const LABEL_PX = 13;

/** The array on a canvas: a bar a column, as high as its number. Only `frame` draws. */
export class ArrayPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: CanvasRenderingContext2D;
  readonly #columns: ArrayColumns;
  #palette: Palette;
  #stages = 1;
  #stage = -1;
  readonly #forgetTheme: () => void;

  /** `columns`: those that another keeps up to date. */
  constructor(canvas: HTMLCanvasElement, columns?: ArrayColumns) {
    this.#canvas = canvas;
    this.#pen = penOf(canvas);
    this.#columns = columns ?? new ArrayColumns(Math.floor(canvas.width / COLUMN_PX));
    this.#palette = readPalette(canvas);
    this.#forgetTheme = onThemeChange(() => {
      this.#palette = readPalette(canvas);
      this.#all();
    });
  }

  close(): void {
    this.#forgetTheme();
  }

  /** The unsorted array: nothing has been done. */
  begin(params: SortParams, plan: Plan): void {
    this.#stages = stagesOf(plan).length;
    this.#stage = -1;
    this.#columns.begin(params);
    this.#columns.take(Infinity);
    this.#all();
  }

  /** All of it at once, as it is after a run of so many stages. */
  show(stages: number): void {
    this.#stages = stages;
    this.#stage = this.#columns.stage;
    this.#all();
  }

  part(done: PartDone, job: Job): void {
    this.#columns.part(done, job);
  }

  /** Once a frame: draws some of what has changed. */
  frame(): void {
    const changed = this.#columns.take(COLUMNS_A_FRAME);
    if (changed.length === 0) return;
    for (const column of changed) this.#column(column);
    this.#stage = this.#columns.stage;
    this.#label();
  }

  #all(): void {
    for (let column = 0; column < this.#columns.count; column += 1) this.#column(column);
    this.#label();
  }

  #column(column: number): void {
    const { height } = this.#canvas;
    const x = column * COLUMN_PX;
    const thread = this.#columns.threads[column] as number;
    const room = height - this.#labelHeight();
    const high = Math.max(2, Math.round((this.#columns.heights[column] as number) * room));
    this.#pen.fillStyle = this.#palette.paper;
    this.#pen.fillRect(x, 0, COLUMN_PX, height);
    this.#pen.fillStyle = thread === NOBODY ? this.#palette.idle : barColour(thread, this.#palette.ink);
    this.#pen.fillRect(x, height - high, COLUMN_PX, high);
  }

  /** Which round it is, above the bars. */
  #label(): void {
    const { width } = this.#canvas;
    const text = this.#stage < 0 ? 'not sorted yet' : stageWords(this.#stage, this.#stages);
    this.#pen.fillStyle = this.#palette.paper;
    this.#pen.fillRect(0, 0, width, this.#labelHeight());
    this.#pen.fillStyle = this.#palette['ink-2'];
    this.#pen.font = canvasFont(550, LABEL_PX * this.#scale());
    this.#pen.textBaseline = 'top';
    this.#pen.fillText(text, 6 * this.#scale(), 5 * this.#scale());
  }

  #labelHeight(): number {
    return Math.ceil((LABEL_PX + 7) * this.#scale());
  }

  /** Canvas pixels for one of the screen's. */
  #scale(): number {
    const { clientWidth, width } = this.#canvas;
    return clientWidth === 0 ? 2 : width / clientWidth;
  }
}
