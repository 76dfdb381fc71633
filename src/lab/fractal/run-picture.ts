import type { TilePart } from '../../tasks/mandelbrot/tiles.ts';
import { penOf } from '../../ui/canvas-pen.ts';
import { pixelRatio } from '../../ui/pixel-ratio.ts';
import { Sheet } from '../../ui/sheet.ts';
import { ThreadMarks } from './thread-marks.ts';

/**
 * While a run is measured it is this that is seen, over the picture: the tiles as large as they are on the screen, so
 * that the page hands over and the browser puts up no more pixels than it must (measured: 0.7 ms of all threads’ time a frame less).
 */
export class RunPicture {
  readonly #canvas: HTMLCanvasElement;
  readonly #sheet: Sheet;
  readonly #tile: CanvasRenderingContext2D;
  readonly #marks = new ThreadMarks();
  /** Pixels of this picture to one of the whole. */
  #scale = 1;
  #changed = false;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#sheet = new Sheet(canvas);
    this.#tile = penOf(document.createElement('canvas'));
  }

  /** Shows all of `whole` as it is now. */
  begin(whole: HTMLCanvasElement): void {
    this.#canvas.hidden = false;
    const { clientWidth } = this.#canvas;
    const ratio = pixelRatio(this.#canvas);
    this.#scale = clientWidth === 0 ? 1 : Math.min(1, (clientWidth * ratio) / whole.width);
    this.#marks.begin(clientWidth === 0 ? 1 : (whole.width * this.#scale) / clientWidth);
    const { left, top, width, height } = this.#onScreen({ left: 0, top: 0, ...sizeOf(whole) });
    this.#sheet.size(Math.max(1, width), Math.max(1, height));
    this.#sheet.pen.drawImage(whole, left, top, width, height);
    this.#changed = true;
  }

  /** A tile has come. Drawn from a canvas no larger than itself: one that is drawn from is copied when it changes. */
  tile(part: TilePart, image: ImageData): void {
    const { canvas } = this.#tile;
    if (canvas.width !== part.width) canvas.width = part.width;
    if (canvas.height !== part.height) canvas.height = part.height;
    this.#tile.putImageData(image, 0, 0);
    const { left, top, width, height } = this.#onScreen(part);
    this.#sheet.pen.drawImage(canvas, left, top, width, height);
    this.#changed = true;
  }

  mark(part: TilePart, thread: number): void {
    this.#marks.stamp(this.#sheet.pen, this.#onScreen(part), thread);
    this.#changed = true;
  }

  /** Puts what has changed on the screen. */
  show(): void {
    if (this.#changed) this.#sheet.show();
    this.#changed = false;
  }

  end(): void {
    this.#canvas.hidden = true;
  }

  /** Whole pixels: neighbours meet without a gap. */
  #onScreen({ left, top, width, height }: Box): Box {
    const at = (place: number): number => Math.round(place * this.#scale);
    return {
      left: at(left),
      top: at(top),
      width: at(left + width) - at(left),
      height: at(top + height) - at(top),
    };
  }
}

type Box = Pick<TilePart, 'left' | 'top' | 'width' | 'height'>;

const sizeOf = ({ width, height }: HTMLCanvasElement) => ({ width, height });
