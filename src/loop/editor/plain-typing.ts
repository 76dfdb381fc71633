import { EditorView } from '@codemirror/view';

/**
 * What is typed over a selection goes straight into the text. The browser's own way keeps the look of what it takes
 * the place of (a keyword is bold) in an inline style, which the page's policy forbids and reports as an error.
 * Where there is no selection there is nothing to keep, and a keyboard that composes needs the browser's way.
 */
export const plainTyping = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType, cancelable } = event;
    if (inputType !== 'insertText' || data === null || !cancelable) return false;
    if (view.composing || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(data), { scrollIntoView: true, userEvent: 'input.type' });
    return true;
  },
});
