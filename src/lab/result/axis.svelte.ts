import { fitAxisMs, makeAxis, xOf } from '../../ui/charts/axis.ts';
import type { Attachment } from 'svelte/attachments';
import { intervalOfRows, type ResultRow } from './figures.ts';

/** Room for "main", left of the lanes. */
const GUTTER_PX = 40;

/** The one time axis of all the runs that are shown together; it fits the width of its place. */
export class SharedAxis {
  readonly #rows: () => readonly ResultRow[];
  #width = $state(640);

  constructor(rows: () => readonly ResultRow[]) {
    this.#rows = rows;
  }

  readonly intervalMs = $derived.by(() => intervalOfRows(this.#rows()));

  readonly #axisMs = $derived.by(() => {
    const slowestMs = Math.max(0, ...this.#rows().map(({ view }) => view.wallMs));
    return fitAxisMs(this.#width, slowestMs, this.intervalMs ?? 1000 / 60, { gutterPx: GUTTER_PX });
  });

  get props(): { axisMs: number; gutterPx: number } {
    return { axisMs: this.#axisMs, gutterPx: GUTTER_PX };
  }

  /** Where the space right of a run begins, with its wall time, in px; `null` where too little is left. */
  rightOf(wallMs: number): number | null {
    const axis = makeAxis({ widthPx: this.#width, ...this.props });
    const left = xOf(axis, wallMs) + 72;
    return this.#width - left < 250 ? null : left;
  }

  /** Follows the width of an element that holds a chart. */
  readonly measured: Attachment<HTMLElement> = (element) => {
    const observer = new ResizeObserver(() => {
      this.#width = element.clientWidth;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  };
}
