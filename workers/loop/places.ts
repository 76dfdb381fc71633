/** Places in the learner's code, and which pieces of it are worth a step. */
import type { ParseNode } from '@engine262/engine262';
import type { Place } from '../../src/loop/contract.ts';
import { IntTable } from './tables.ts';

export type StopKind = 'statement' | 'expression';

/** Statements that do nothing by themselves, or whose parts are steps of their own. */
const QUIET = new Set([
  'EmptyStatement',
  'LabelledStatement',
  'TryStatement',
  'FunctionDeclaration',
  'GeneratorDeclaration',
  'AsyncFunctionDeclaration',
  'AsyncGeneratorDeclaration',
  'ExportDeclaration',
  'ImportDeclaration',
]);

/** What a function can pause at. */
const PAUSES = new Set(['AwaitExpression', 'YieldExpression', 'ForAwaitStatement', 'ReturnStatement']);

const STATEMENT = /(?:Statement|Declaration)$/;

/** The part of a compound statement that is run: `if (x)` without what follows. */
const BODY_KEYS = ['Statement', 'Statement_a', 'CaseBlock', 'CaseBlock_a', 'ClassBody'];

function stopKind(type: string): StopKind | null {
  if (type === 'ExpressionBody') return 'expression';
  return STATEMENT.test(type) && !QUIET.has(type) ? 'statement' : null;
}

export function isNode(value: unknown): value is ParseNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'location' in value;
}

/** Every node below and including `root`, each once, in source order. */
export function* nodesOf(root: ParseNode): Generator<ParseNode> {
  const stack: ParseNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    stack.push(...childrenOf(node).reverse());
  }
}

function childrenOf(node: ParseNode): ParseNode[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'parent')
    .flatMap(([, value]: [string, unknown]): readonly unknown[] =>
      Array.isArray(value) ? (value as readonly unknown[]) : [value],
    )
    .filter(isNode);
}

export class Places {
  readonly table = new IntTable(5);
  private readonly ids = new Map<object, number>();
  private readonly stops = new Map<object, StopKind>();

  constructor(private readonly code: string) {}

  /** Learns the learner's tree; only its nodes are places and stops. */
  adopt(root: ParseNode): void {
    for (const node of nodesOf(root)) {
      this.ids.set(node, -1);
      const kind = stopKind(node.type);
      if (kind !== null) this.stops.set(node, kind);
    }
  }

  stop(node: object): StopKind | undefined {
    return this.stops.get(node);
  }

  /** The number of a node's place; -1 for none and for nodes of other code. */
  id(node: ParseNode | null | undefined): number {
    if (node == null) return -1;
    const known = this.ids.get(node);
    if (known === undefined) return -1;
    if (known !== -1) return known;
    const id = this.table.rows;
    this.ids.set(node, id);
    this.table.push(...this.row(node));
    return id;
  }

  /** The place itself, for what is not in a table. */
  place(node: ParseNode | null): Place | null {
    if (node === null || !this.ids.has(node)) return null;
    const [from, to, line, column, endLine] = this.row(node);
    return { from, to, line, column, endLine };
  }

  /** Where a function pauses that last looked at `node`: the `await` or `yield` around it. */
  pause(node: ParseNode | null): number {
    let at: ParseNode | undefined = node ?? undefined;
    while (at !== undefined && !PAUSES.has(at.type)) at = at.parent;
    return this.id(at ?? node);
  }

  private row(node: ParseNode): [number, number, number, number, number] {
    const { startIndex, endIndex, start } = node.location;
    const to = this.stops.has(node) ? headEnd(node, this.code) : endIndex;
    const lines = this.code.slice(startIndex, to).split('\n').length - 1;
    return [startIndex, to, start.line, start.column, start.line + lines];
  }
}

function headEnd(node: ParseNode, code: string): number {
  const { startIndex, endIndex } = node.location;
  const fields = node as unknown as Record<string, unknown>;
  for (const key of BODY_KEYS) {
    const body = fields[key];
    if (!isNode(body)) continue;
    const head = code.slice(startIndex, body.location.startIndex).trimEnd();
    if (head !== '') return startIndex + head.length;
  }
  return endIndex;
}
