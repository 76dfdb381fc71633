/**
 * CodeMirror writes its rules into a `<style>` element, which our policy (`style-src 'self'`) refuses. A constructed
 * style sheet says the same and needs no exception: https://www.w3.org/TR/cssom-1/#constructable-style-sheets
 * The library does so itself, but only within a shadow tree, where Safari's selection is unreliable.
 */
import { StyleModule } from 'style-mod';

const sheets = new Map<StyleModule, CSSStyleSheet>();

function sheetOf(module: StyleModule): CSSStyleSheet {
  const known = sheets.get(module);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(module.getRules());
  sheets.set(module, sheet);
  return sheet;
}

/** Later modules win over earlier ones, as CodeMirror counts on. */
function adopt(root: Document | ShadowRoot, modules: StyleModule | readonly StyleModule[]): void {
  const wanted = [modules].flat().map(sheetOf);
  const others = root.adoptedStyleSheets.filter((sheet) => !wanted.includes(sheet));
  root.adoptedStyleSheets = [...others, ...wanted];
}

/** Before the first editor is made. */
export function adoptStyles(): void {
  StyleModule.mount = adopt;
}
