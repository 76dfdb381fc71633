import { EditorView } from '@codemirror/view';

/**
 * What is typed over a selection goes straight into the text. The browser's own way keeps the look of what it takes
 * the place of (a keyword is bold) in an inline style, which the page's policy forbids and reports as an error.
 * Where there is no selection there is nothing to keep, and a keyboard that composes needs the browser's way.
 */
export const plainTyping = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType, cancelable } = event;
    if (inputType !== 'insertText' || data === null || !cancelable || view.composing) return false;
    const span = selected(view);
    if (span === null || span.from === span.to) return false;
    event.preventDefault();
    view.dispatch({
      changes: { ...span, insert: data },
      selection: { anchor: span.from + data.length },
      scrollIntoView: true,
      userEvent: 'input.type',
    });
    return true;
  },
});

/** What is selected on the page: the editor hears of a new selection only after it was made. */
function selected(view: EditorView): { from: number; to: number } | null {
  const selection = view.contentDOM.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!view.contentDOM.contains(range.commonAncestorContainer)) return null;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  return { from, to: view.posAtDOM(range.endContainer, range.endOffset) };
}
