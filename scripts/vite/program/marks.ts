import ts from 'typescript';
import { applyEdits, type Edit } from './edits.ts';

const insert = (start: number, text: string): Edit => ({ start, end: start, text });

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const parent = node.parent as ts.Node | undefined;
  return parent !== undefined && ts.isVariableDeclaration(parent) ? parent.name.getText() : '';
}

/** The single statement after `if (…)`, `for (…)` and the like: it needs braces before a mark can stand there. */
function isBare(node: ts.Node): node is ts.Statement {
  const { parent } = node;
  if (!ts.isStatement(node) || ts.isBlock(node)) return false;
  if (ts.isIfStatement(parent)) return node === parent.thenStatement || node === parent.elseStatement;
  return ts.isIterationStatement(parent, false) && node === parent.statement;
}

/** What needs a mark: statements in a list. A nested function's declaration doesn't run. */
function isListed(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isStatement(node) &&
    !ts.isBlock(node) &&
    !ts.isFunctionDeclaration(node) &&
    (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent))
  );
}

/** `() => log('now')`: it runs later than the statement it stands in, so it needs a mark of its own. */
function isShortArrow(node: ts.Node): node is ts.ArrowFunction {
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return false;
  return ts.findAncestor(node, ts.isParameter) === undefined;
}

/**
 * A function's text with a mark before each statement: `$t.at($c, line)`, where `$c` numbers the call. Marks are
 * put on the line they speak of, so that every line keeps its number; they only write into a list.
 */
export function markLines(text: string, firstLine: number): string {
  const file = ts.createSourceFile('program.js', text, ts.ScriptTarget.ESNext, true);
  const edits: Edit[] = [];
  const at = (node: ts.Node): string => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line - firstLine + 1;
    return `$t.at($c, ${String(line)})`;
  };
  const mark = (node: ts.Node): string => `${at(node)}; `;
  const enter = (node: ts.FunctionLikeDeclaration): void => {
    if (node.body === undefined || !ts.isBlock(node.body)) return;
    const outermost = node.parent.kind === ts.SyntaxKind.SourceFile;
    const start = outermost ? ' const $t = $marksOf(arguments[0]);' : '';
    edits.push(
      insert(node.body.getStart() + 1, `${start} const $c = $t.enter(${JSON.stringify(nameOf(node))});`),
    );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) enter(node as ts.FunctionLikeDeclaration);
    if (node.parent as ts.Node | undefined) {
      if (isBare(node)) {
        edits.push(insert(node.getStart(), `{ ${mark(node)}`), insert(node.getEnd(), ' }'));
      } else if (isListed(node)) {
        edits.push(insert(node.getStart(), mark(node)));
      } else if (isShortArrow(node)) {
        const { body } = node;
        edits.push(insert(body.getStart(), `(${at(body)}, `), insert(body.getEnd(), ')'));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return applyEdits(text, edits);
}

/** A statement without statements of its own: all its lines run as one. */
function isWhole(node: ts.Statement): boolean {
  let whole = true;
  const visit = (inner: ts.Node): void => {
    if (ts.isBlock(inner) || (inner !== node && ts.isStatement(inner))) whole = false;
    else ts.forEachChild(inner, visit);
  };
  visit(node);
  return whole;
}

/** For statements over several lines, the last line by the first: they light up together. */
export function reachOf(text: string, firstLine: number): Record<number, number> {
  const file = ts.createSourceFile('program.js', text, ts.ScriptTarget.ESNext, true);
  const lineAt = (at: number) => file.getLineAndCharacterOfPosition(at).line - firstLine + 1;
  const reach: Record<number, number> = {};
  const visit = (node: ts.Node): void => {
    if (
      (node.parent as ts.Node | undefined) &&
      (isListed(node) || isBare(node)) &&
      isWhole(node as ts.Statement)
    ) {
      const [from, to] = [lineAt(node.getStart()), lineAt(node.getEnd())];
      if (to > from) reach[from] = to;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return reach;
}
