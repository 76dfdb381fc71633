/** What the stepper marks in the code: the node that runs, the line somebody points at. Lines count from one. */
import {
  type EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Offsets into the code, the end not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Marks {
  readonly now: Span | null;
  readonly pointed: number | null;
}

const NONE: Marks = { now: null, pointed: null };

export const setNow = StateEffect.define<Span | null>();
export const setPointed = StateEffect.define<number | null>();

const nowLine = Decoration.line({ class: 'cm-now' });
const nowNode = Decoration.mark({ class: 'cm-node' });
const pointedLine = Decoration.line({ class: 'cm-pointed' });

const nowGutter = new (class extends GutterMarker {
  override readonly elementClass = 'cm-now';
})();

/** Changed code is no longer what was recorded: every mark goes. */
const marks = StateField.define<Marks>({
  create: () => NONE,
  update: (before, transaction) => {
    let after = transaction.docChanged ? NONE : before;
    for (const effect of transaction.effects) {
      if (effect.is(setNow)) after = { ...after, now: effect.value };
      if (effect.is(setPointed)) after = { ...after, pointed: effect.value };
    }
    return after;
  },
});

const inside = (doc: Text, { from, to }: Span): boolean => from >= 0 && to >= from && to <= doc.length;

/** The line on which a span begins, or null: a recording may be of other code than what is there. */
function lineStart(doc: Text, span: Span | null): number | null {
  return span !== null && inside(doc, span) ? doc.lineAt(span.from).from : null;
}

function decorations(state: EditorState): DecorationSet {
  const { now, pointed } = state.field(marks);
  const ranges = [];
  const start = lineStart(state.doc, now);
  if (start !== null) ranges.push(nowLine.range(start));
  if (start !== null && now !== null && now.to > now.from) ranges.push(nowNode.range(now.from, now.to));
  if (pointed !== null && pointed >= 1 && pointed <= state.doc.lines) {
    ranges.push(pointedLine.range(state.doc.line(pointed).from));
  }
  return RangeSet.of(ranges, true);
}

function gutter(state: EditorState): RangeSet<GutterMarker> {
  const start = lineStart(state.doc, state.field(marks).now);
  return RangeSet.of(start === null ? [] : [nowGutter.range(start)]);
}

export const stepperMarks: Extension = [
  marks,
  EditorView.decorations.compute([marks, 'doc'], decorations),
  gutterLineClass.compute([marks, 'doc'], gutter),
];
