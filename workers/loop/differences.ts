/** Where this interpreter is known not to be a browser, found in the learner's own code before it runs. */
import type { ParseNode } from '@engine262/engine262';
import type { DifferenceCode, End } from '../../src/loop/contract.ts';
import type { DifferenceRow } from '../../src/loop/wire.ts';
import { nodesOf, type Places } from './places.ts';
import type { Program } from './program.ts';

type Words = Readonly<Partial<Record<DifferenceCode, string>>>;

const byWord = (words: Words): ReadonlyMap<string, DifferenceCode> =>
  new Map(
    Object.entries(words).flatMap(([code, list]) =>
      list.split(' ').map((word) => [word, code as DifferenceCode] as const),
    ),
  );

/** Names of the browser, where the code means them and nothing of its own. */
const NAMES = byWord({
  intl: 'Intl',
  atomics: 'Atomics SharedArrayBuffer',
  'simulated-fetch': 'fetch',
  'no-dom':
    'alert confirm prompt getComputedStyle location history navigator screen MutationObserver ' +
    'IntersectionObserver ResizeObserver HTMLElement Image Audio customElements',
  'missing-api':
    'localStorage sessionStorage indexedDB caches XMLHttpRequest WebSocket EventSource Worker SharedWorker ' +
    'BroadcastChannel FileReader Blob File FormData Headers Request URL URLSearchParams TextEncoder TextDecoder ' +
    'crypto ReadableStream WritableStream TransformStream WebAssembly requestIdleCallback atob btoa',
});

/** Properties, on whatever object. */
const PROPERTIES = byWord({
  locale: 'toLocaleString toLocaleDateString toLocaleTimeString localeCompare',
  'time-zone':
    'getFullYear getMonth getDate getDay getHours getMinutes getTimezoneOffset setHours setMinutes setDate ' +
    'toDateString toTimeString',
  'error-stack': 'captureStackTrace',
});

/** Properties of one kind of object, by the look of the code before the dot. */
const QUALIFIED: readonly (readonly [object: RegExp, property: string, code: DifferenceCode])[] = [
  [/^Math$/, 'random', 'random'],
  [/^(?:e|err|error|ex|exception|reason|new Error\(.*\))$/i, 'stack', 'error-stack'],
];

const MODULES = /^(?:Import|Export)Declaration$|^ImportCall$/;
const MEMBERS = new Set(['MemberExpression', 'CallExpression', 'OptionalChain']);
const PRIMITIVES = new Set(['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'NullLiteral']);
const BODIES = /^(?:FunctionBody|AsyncBody|GeneratorBody|AsyncGeneratorBody|ScriptBody|ModuleBody)$/;

export function differencesOf({ root, isModule }: Program, places: Places): DifferenceRow[] {
  const nodes = [...nodesOf(root)];
  const own = new Set(nodes.filter(({ type }) => type === 'BindingIdentifier').map(nameOf));
  const found = nodes.flatMap((node) => {
    const code = differenceAt(node, own);
    return code === undefined ? [] : [{ code, node }];
  });
  const hoisted = isModule ? [] : blockFunctions(nodes);
  return [...found, ...hoisted, ...rejectedReturns(nodes)].map(({ code, node }) => ({
    code,
    name: wordOf(node),
    place: places.id(node),
  }));
}

function differenceAt(node: ParseNode, own: ReadonlySet<string>): DifferenceCode | undefined {
  if (node.type === 'IdentifierReference') return own.has(node.name) ? undefined : NAMES.get(node.name);
  if (MODULES.test(node.type)) return 'module';
  if (node.type !== 'IdentifierName' || node.parent === undefined) return undefined;
  if (!MEMBERS.has(node.parent.type)) return undefined;
  return PROPERTIES.get(node.name) ?? qualified(node.name, node.parent);
}

function qualified(name: string, parent: ParseNode): DifferenceCode | undefined {
  const object = parent.sourceText.slice(0, -name.length).replace(/\s*\??\.\s*$/, '');
  return QUALIFIED.find(([before, property]) => property === name && before.test(object))?.[2];
}

/**
 * A function declared in a block is seen outside of it in sloppy code, says Annex B, which this interpreter
 * leaves out: found where its name is used outside.
 */
function blockFunctions(nodes: readonly ParseNode[]): { code: DifferenceCode; node: ParseNode }[] {
  if (nodes.some(isStrictDirective)) return [];
  return nodes.flatMap((node) => {
    if (node.type !== 'FunctionDeclaration' || node.parent === undefined) return [];
    if (BODIES.test(node.parent.type)) return [];
    const { startIndex, endIndex } = node.parent.location;
    const outside = nodes.some(
      (other) =>
        other.type === 'IdentifierReference' &&
        other.name === node.BindingIdentifier?.name &&
        (other.location.startIndex < startIndex || other.location.endIndex > endIndex),
    );
    return outside ? [{ code: 'annex-b-function' as const, node }] : [];
  });
}

/**
 * `return()` with a promise that rejects, given to an async generator during its `yield*`: the promise's reason is thrown
 * into the generator, says the specification (27.6.3.7, AsyncGeneratorUnwrapYieldResumption); V8 goes on as if `next()`
 * had been called. What rejects can't be read off the code, but a number or a text never does.
 */
function rejectedReturns(nodes: readonly ParseNode[]): { code: DifferenceCode; node: ParseNode }[] {
  if (!nodes.some(delegatesAsync)) return [];
  return nodes
    .filter((node) => node.type === 'CallExpression')
    .filter(({ CallExpression: callee, Arguments: [value] }) => {
      const returns = /\.\s*return$/.test(callee.sourceText);
      return returns && value !== undefined && !PRIMITIVES.has(value.type);
    })
    .map((node) => ({ code: 'rejected-return' as const, node }));
}

/** A `yield*` of an async generator. */
function delegatesAsync(node: ParseNode): boolean {
  if (node.type !== 'YieldExpression' || !node.hasStar) return false;
  let at: ParseNode | undefined = node;
  while (at !== undefined && !BODIES.test(at.type)) at = at.parent;
  return at?.type === 'AsyncGeneratorBody';
}

function isStrictDirective({ type, sourceText }: ParseNode): boolean {
  return type === 'ExpressionStatement' && /^(['"])use strict\1;?$/.test(sourceText);
}

function nameOf(node: ParseNode): string {
  return (node as { readonly name?: string }).name ?? '';
}

function wordOf(node: ParseNode): string {
  if (node.type === 'FunctionDeclaration') return node.BindingIdentifier?.name ?? 'function';
  if (node.type === 'CallExpression') return 'return';
  return nameOf(node) || (node.type.startsWith('Export') ? 'export' : 'import');
}

const REGEXP = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;

/** What could not be parsed here, though a browser would: nothing ran, but the learner is told why. */
export function syntaxDifferences(
  code: string,
  { line, column }: Extract<End, { status: 'syntax' }>,
  places: Places,
): DifferenceRow[] {
  const before = code.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const text = code.slice(start).split('\n', 1)[0] ?? '';
  const at = column - 1;
  const comment = /<!--|^\s*-->/.exec(text);
  if (comment?.index === at) {
    return [
      { code: 'html-comment', name: comment[0].trim(), place: places.at(start + at, start + text.length) },
    ];
  }
  for (const { 0: literal, index } of text.matchAll(REGEXP)) {
    if (index > at || index + literal.length < at || !browserTakes(literal)) continue;
    const from = start + index;
    return [{ code: 'annex-b-regexp', name: literal, place: places.at(from, from + literal.length) }];
  }
  return [];
}

/** This browser itself says whether it takes that regular expression. */
function browserTakes(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    return new RegExp(literal.slice(1, end), literal.slice(end + 1)) instanceof RegExp;
  } catch {
    // A SyntaxError says no.
    return false;
  }
}
