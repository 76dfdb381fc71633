import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { adoptStyles } from './adopt-styles.ts';
import { setNow, setPointed, type Span, stepperMarks } from './marks.ts';
import { plainTyping } from './plain-typing.ts';
import { reveal } from './reveal.ts';
import { theme } from './theme.ts';

export interface CodeEvents {
  /** Somebody typed. */
  readonly onedit: (code: string) => void;
  /** The caret went to another line. */
  readonly online: (line: number) => void;
  /** A line's number was pressed. */
  readonly onlinenumber: (line: number) => void;
}

/** Where the code can't be read, and why. */
export interface Fault extends Span {
  readonly message: string;
}

/** Tab leaves the editor, as keyboards alone need it; a new line is indented like the last. */
function extensions(events: CodeEvents) {
  const press = (view: EditorView, block: { from: number }): boolean => {
    events.onlinenumber(view.state.doc.lineAt(block.from).number);
    return true;
  };
  return [
    lineNumbers({ domEventHandlers: { click: press } }),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    javascriptLanguage,
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': 'Code',
      enterkeyhint: 'enter',
      // it is focusable as it is, but not every checker of accessibility knows
      tabindex: '0',
    }),
    EditorState.tabSize.of(2),
    plainTyping,
    stepperMarks,
    theme,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) events.onedit(update.state.doc.toString());
      if (update.selectionSet || update.docChanged) {
        const { doc, selection } = update.state;
        events.online(doc.lineAt(selection.main.head).number);
      }
    }),
  ];
}

/** The editor, and what the stepper asks of it. */
export class CodeView {
  readonly #view: EditorView;
  readonly #events: CodeEvents;

  constructor(parent: HTMLElement, code: string, events: CodeEvents) {
    adoptStyles();
    this.#events = events;
    this.#view = new EditorView({ parent, state: this.#stateOf(code) });
  }

  get code(): string {
    return this.#view.state.doc.toString();
  }

  /** Other code, with a history of its own: undo doesn't lead back to another example. */
  replace(code: string): void {
    if (code !== this.code) this.#view.setState(this.#stateOf(code));
  }

  /** Shows what runs, and scrolls to it within the editor alone. */
  showNow(span: Span | null): void {
    const inside = span !== null && span.to <= this.#view.state.doc.length ? span : null;
    this.#view.dispatch({ effects: setNow.of(inside) });
    if (inside === null) return;
    reveal(this.#view, inside.from);
    // Measured now, while the thread is free: left to CodeMirror it would be half of the next frame's work (measured).
    this.#view.lineBlockAtHeight(0);
  }

  showPointed(line: number | null): void {
    const { doc } = this.#view.state;
    const known = line !== null && line >= 1 && line <= doc.lines ? line : null;
    this.#view.dispatch({ effects: setPointed.of(known) });
    if (known !== null) reveal(this.#view, doc.line(known).from);
  }

  showFault(fault: Fault | null): void {
    const { doc } = this.#view.state;
    if (fault === null) {
      this.#view.dispatch(setDiagnostics(this.#view.state, []));
      return;
    }
    const from = Math.min(fault.from, doc.length);
    const to = Math.max(from, Math.min(fault.to, doc.length));
    this.#view.dispatch(
      setDiagnostics(this.#view.state, [{ from, to, severity: 'error', message: fault.message }]),
    );
    reveal(this.#view, from);
  }

  destroy(): void {
    this.#view.destroy();
  }

  #stateOf(code: string): EditorState {
    return EditorState.create({ doc: code, extensions: extensions(this.#events) });
  }
}
