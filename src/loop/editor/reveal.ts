import type { EditorView } from '@codemirror/view';

/** Two lines of what comes before and after are seen too. */
const MARGIN_PX = 44;
/** Lines that were never drawn have guessed heights: looked at once more after each move. */
const LOOKS = 3;

/**
 * Scrolls the editor, and nothing around it, until that place is in sight. CodeMirror's own way scrolls the page too,
 * away from what somebody is reading.
 */
export function reveal(view: EditorView, at: number, looks = LOOKS): void {
  view.requestMeasure({
    key: reveal,
    read: () => {
      if (at > view.state.doc.length) return 0;
      const block = view.lineBlockAt(at);
      const { top, bottom } = view.scrollDOM.getBoundingClientRect();
      return wayTo(
        { top: block.top + view.documentTop, bottom: block.bottom + view.documentTop },
        { top: top + MARGIN_PX, bottom: bottom - MARGIN_PX },
      );
    },
    write: (way) => {
      const before = view.scrollDOM.scrollTop;
      view.scrollDOM.scrollTop += way;
      if (looks > 1 && view.scrollDOM.scrollTop !== before) reveal(view, at, looks - 1);
    },
  });
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** How far to scroll: nothing when it is in sight; where it is taller than the window, its beginning counts. */
function wayTo(line: Band, seen: Band): number {
  if (line.top < seen.top) return line.top - seen.top;
  return Math.max(0, Math.min(line.bottom - seen.bottom, line.top - seen.top));
}
