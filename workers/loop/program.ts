/** The learner's code, parsed: as a script, or as a module where it awaits at the top. */
import {
  EnsureCompletion,
  type ManagedRealm,
  type ObjectValue,
  type ParseNode,
  ScriptEvaluation,
  skipDebugger,
  type ScriptRecord,
  type SourceTextModuleRecord,
  ThrowCompletion,
} from '@engine262/engine262';
import type { End } from '../../src/loop/contract.ts';
import { nodesOf } from './places.ts';
import { inheritedText } from './preview.ts';
import type { World } from './world.ts';

export interface Program {
  readonly record: ScriptRecord | SourceTextModuleRecord;
  readonly root: ParseNode;
  readonly isModule: boolean;
  /** Names of the script's functions and `var`s: properties of the global object. */
  readonly globals: readonly string[];
  run(world: World): void;
}

type SyntaxEnd = Extract<End, { status: 'syntax' }>;

const MODULE_WORDS = /\b(?:await|import|export)\b/;

export function parseProgram(code: string, realm: ManagedRealm): Program | SyntaxEnd {
  const script = EnsureCompletion(realm.compileScript(code));
  if (!(script instanceof ThrowCompletion)) return scriptProgram(script.Value);
  const asScript = syntaxEnd(script.Value as ObjectValue);
  if (!MODULE_WORDS.test(code)) return asScript;
  const module = EnsureCompletion(realm.compileModule(code));
  if (!(module instanceof ThrowCompletion)) return moduleProgram(module.Value);
  const asModule = syntaxEnd(module.Value);
  return isFurther(asModule, asScript) ? asModule : asScript;
}

function isFurther(a: SyntaxEnd, b: SyntaxEnd): boolean {
  return a.line > b.line || (a.line === b.line && a.column > b.column);
}

function scriptProgram(record: ScriptRecord): Program {
  const root = record.ECMAScriptCode;
  return {
    record,
    root,
    isModule: false,
    globals: globalNames(root),
    run: (world) => {
      world.settle(skipDebugger(ScriptEvaluation(record)));
    },
  };
}

function moduleProgram(record: SourceTextModuleRecord): Program {
  return {
    record,
    root: record.ECMAScriptCode,
    isModule: true,
    globals: [],
    run: (world) => {
      world.inContext(() => {
        record.LoadRequestedModules();
        const linked = EnsureCompletion(record.Link());
        if (linked instanceof ThrowCompletion) world.settle(linked);
        else skipDebugger(record.Evaluate());
      });
    },
  };
}

const FUNCTIONS = /^(?:Async)?(?:Function|Generator|AsyncGenerator)Declaration$/;
const INSIDE = /Function|Generator|Arrow|Class|Method/;

function globalNames(root: ParseNode): string[] {
  const names = new Set<string>();
  for (const node of nodesOf(root)) {
    if (!isTopLevel(node)) continue;
    if (node.type === 'VariableDeclaration' && node.BindingIdentifier !== undefined) {
      names.add(node.BindingIdentifier.name);
    } else if (FUNCTIONS.test(node.type)) {
      const { BindingIdentifier } = node as { BindingIdentifier?: { readonly name: string } | null };
      if (BindingIdentifier != null) names.add(BindingIdentifier.name);
    }
  }
  return [...names];
}

function isTopLevel(node: ParseNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) if (INSIDE.test(at.type)) return false;
  return true;
}

function syntaxEnd(error: ObjectValue): SyntaxEnd {
  const [site] = (error as { HostDefinedStack?: readonly unknown[] }).HostDefinedStack ?? [];
  const { lineNumber, columnNumber } = (site ?? {}) as {
    lineNumber?: number | null;
    columnNumber?: number | null;
  };
  return {
    status: 'syntax',
    message: inheritedText(error, 'message') ?? 'Syntax error',
    line: lineNumber ?? 1,
    column: columnNumber ?? 1,
  };
}
