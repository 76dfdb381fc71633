import ts from 'typescript';
import { applyEdits, type Edit } from './edits.ts';

const cut = (start: number, end: number): Edit => ({ start, end, text: '' });

/** Statements that exist for the compiler alone. */
function isTypeStatement(node: ts.Node): boolean {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** From the colon to the end of the type. */
function annotation(source: string, type: ts.Node): Edit {
  return cut(source.lastIndexOf(':', type.getStart()), type.getEnd());
}

/** `<T>` in `call<T>()`, `new Map<K, V>()`. */
function typeArguments(source: string, list: ts.NodeArray<ts.Node>): Edit {
  return cut(source.lastIndexOf('<', list.pos), source.indexOf('>', list.end) + 1);
}

/** What carries `: Type`. */
function annotated(node: ts.Node): ts.TypeNode | undefined {
  const carries = ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isFunctionLike(node);
  return carries ? node.type : undefined;
}

function typed(source: string, node: ts.Node): Edit | null {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) {
    return cut(node.expression.getEnd(), node.getEnd());
  }
  const type = annotated(node);
  if (type !== undefined) return annotation(source, type);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return null;
  return node.typeArguments === undefined ? null : typeArguments(source, node.typeArguments);
}

/** The JavaScript in a TypeScript text, spaces and comments kept. */
export function stripTypes(source: string): string {
  const file = ts.createSourceFile('program.ts', source, ts.ScriptTarget.ESNext, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (isTypeStatement(node)) {
      edits.push(cut(node.getStart(), node.getEnd()));
      return;
    }
    const edit = typed(source, node);
    if (edit !== null) edits.push(edit);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return applyEdits(source, edits);
}
