import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Strings are the only tint in code; the rest is told by weight. */
const words = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], fontWeight: '700' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: '3px solid var(--ink)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--code-size, 0.875rem)',
    fontVariantLigatures: 'none',
    lineHeight: 'var(--code-line, 1.375rem)',
    overscrollBehavior: 'contain',
  },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 4px 0 4px' },
  '.cm-gutters': { color: 'var(--ink-3)', backgroundColor: 'var(--paper)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '0 8px 0 4px', cursor: 'pointer' },
  '.cm-lineNumbers .cm-gutterElement:hover': { color: 'var(--ink)', textDecoration: 'underline' },
  '.cm-cursor': { borderLeft: '2px solid var(--ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--raised)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 20%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', boxShadow: '0 2px 0 var(--ink)' },
  '.cm-now, .cm-now *': { color: 'var(--on-now) !important' },
  '.cm-line.cm-now': { backgroundColor: 'var(--now)' },
  '.cm-gutterElement.cm-now': {
    color: 'var(--on-now)',
    fontWeight: '700',
    backgroundColor: 'var(--now)',
    boxShadow: 'inset 4px 0 0 var(--on-now)',
  },
  '.cm-node': { boxShadow: '0 2px 0 var(--on-now)' },
  '.cm-line.cm-pointed': { backgroundColor: 'var(--raised)', boxShadow: 'inset 3px 0 0 var(--ink)' },
  '.cm-line.cm-now.cm-pointed': { backgroundColor: 'var(--now)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--chrome)',
    border: '2px solid var(--ink)',
    fontFamily: 'var(--font)',
  },
  '.cm-diagnostic-error': { borderLeft: '0' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy 2px var(--ink)',
    textUnderlineOffset: '3px',
  },
});

export const theme: Extension = [look, syntaxHighlighting(words)];
