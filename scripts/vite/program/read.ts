import { format } from 'prettier';
import ts from 'typescript';
import { markLines, reachOf } from './marks.ts';
import { stripTypes } from './strip.ts';

/** A phone of 360 px shows 37 letters of code; a body stands two to the right of that. */
const WIDTH = 39;

export interface ProgramFunction {
  readonly name: string;
  /** Its body, as it is shown. */
  readonly text: string;
  /** Where statements of several lines end, by their first line. */
  readonly reach: Readonly<Record<number, number>>;
}

export interface Program {
  readonly functions: readonly ProgramFunction[];
  /** The module, each exported function with its marks. */
  readonly marked: string;
}

/** Remarks to the linter are no part of the lesson. */
const FOR_TOOLS = /^[ \t]*\/\/ (?:eslint|prettier)-.*\n/gm;

function isExported(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true;
}

function bodyOf(text: string, name: string): { readonly first: number; readonly body: string } {
  const file = ts.createSourceFile('program.js', text, ts.ScriptTarget.ESNext, true);
  const [node] = file.statements;
  if (node === undefined || !ts.isFunctionDeclaration(node) || node.body === undefined) {
    throw new Error(`${name} in a program.ts must be a function declaration.`);
  }
  const first = file.getLineAndCharacterOfPosition(node.body.getStart()).line + 1;
  const last = file.getLineAndCharacterOfPosition(node.body.getEnd() - 1).line;
  const lines = text.split('\n').slice(first, last);
  return { first, body: lines.map((line) => line.replace(/^ {2}/, '')).join('\n') };
}

/** Splits a program into its exported functions, laid out for a phone, and marks their lines. */
export async function readProgram(source: string): Promise<Program> {
  const script = stripTypes(source.replaceAll('\r\n', '\n').replaceAll(FOR_TOOLS, ''));
  const file = ts.createSourceFile('program.js', script, ts.ScriptTarget.ESNext, true);
  const functions: ProgramFunction[] = [];
  const marked = ["import { marksOf as $marksOf } from '/src/learn/stage/marks.ts';"];
  for (const node of file.statements) {
    if (!ts.isFunctionDeclaration(node) || !isExported(node)) {
      marked.push(node.getText());
      continue;
    }
    const name = node.name?.text ?? '';
    const plain = node.getText().replace(/^export\s+/, '');
    const text = await format(plain, {
      parser: 'babel',
      printWidth: WIDTH,
      singleQuote: true,
      trailingComma: 'none',
    });
    const { first, body } = bodyOf(text, name);
    functions.push({ name, text: body, reach: reachOf(text, first) });
    marked.push(`export ${markLines(text, first)}`);
  }
  return { functions, marked: marked.join('\n') };
}
