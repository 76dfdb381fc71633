/**
 * The call stack, recorded as linked nodes: a node is a frame on top of another node. Built only where the
 * stack changed since the step before, because walking all of it at every step was 12 times slower (measured).
 */
import type { ExecutionContext, FunctionObject, ParseNode } from '@engine262/engine262';
import { callPlace } from './engine.ts';
import type { Places } from './places.ts';
import { functionName } from './preview.ts';
import { IntTable, type Strings } from './tables.ts';

/** What we read of a function; which fields are there says which kind it is. */
interface FunctionSlots {
  readonly ECMAScriptCode?: ParseNode & { readonly parent?: ParseNode };
  readonly IsClassConstructor?: boolean;
}

export class Stacks {
  readonly frames = new IntTable(3);
  readonly nodes = new IntTable(4);
  /** Stack node of each depth, as far as it is still true. */
  private readonly known: number[] = [];
  private fresh = 0;
  private readonly depths: number[] = [];
  private frameCount = 0;
  private readonly frameIds = new WeakMap<ExecutionContext, number>();
  private readonly resumed = new WeakMap<ExecutionContext, number>();

  constructor(
    private readonly stack: ExecutionContext[],
    private readonly places: Places,
    private readonly strings: Strings,
    /** Is that context the learner's own code? */
    private readonly ours: (context: ExecutionContext) => boolean,
  ) {}

  /** The stack is now this long, after a pop: what lay above is no longer true. */
  shrunk(length: number): void {
    if (length < this.fresh) this.fresh = length;
  }

  /** That context stopped at that node, and says so when it is back. */
  paused(context: ExecutionContext, place: number): void {
    this.resumed.set(context, place);
  }

  /** The node of the stack as it is; -1 when none of it is the learner's. */
  current(): number {
    const { stack } = this;
    for (let depth = this.fresh; depth < stack.length; depth += 1) {
      this.known[depth] = this.derive(depth);
    }
    this.fresh = stack.length;
    return stack.length === 0 ? -1 : (this.known[stack.length - 1] ?? -1);
  }

  /** The innermost context that is the learner's. */
  top(): ExecutionContext | null {
    return this.stack.findLast((context) => this.ours(context)) ?? null;
  }

  /** How many frames lie on top of each other at that node. */
  depth(node: number): number {
    return this.depths[node] ?? 0;
  }

  private derive(depth: number): number {
    const context = this.stack[depth];
    const below = this.below(depth);
    if (context === undefined || !this.shown(context, depth)) return below;
    const parent = this.shownBelow(depth);
    this.nodes.push(below, this.frame(context), parent, this.resumed.get(context) ?? -1);
    return this.depths.push(this.depth(below) + 1) - 1;
  }

  /** An async function's context is a copy that lies on the one of the call: one frame for the learner. */
  private below(depth: number): number {
    const twin = this.isTwin(depth) ? 1 : 0;
    return this.known[depth - 1 - twin] ?? -1;
  }

  private isTwin(depth: number): boolean {
    const [lower, upper] = [this.stack[depth - 1], this.stack[depth]];
    if (lower === undefined || upper?.CodeEvaluationState === undefined) return false;
    return lower.Function === upper.Function && lower.CodeEvaluationState === undefined && upper !== lower;
  }

  /** The learner's own functions, and native ones that these called themselves. */
  private shown(context: ExecutionContext, depth: number): boolean {
    if (this.ours(context)) return true;
    const caller = this.stack[depth - 1];
    return caller !== undefined && this.ours(caller) && 'properties' in context.Function;
  }

  /** Where the frame below stands meanwhile. */
  private shownBelow(depth: number): number {
    for (let at = depth - 1 - (this.isTwin(depth) ? 1 : 0); at >= 0; at -= 1) {
      const context = this.stack[at];
      if (context !== undefined && this.ours(context)) return this.standing(context);
    }
    return -1;
  }

  standing(context: ExecutionContext): number {
    const call = this.places.id(callPlace(context));
    return call === -1 ? this.places.id(context.callSite.lastNode) : call;
  }

  private frame(context: ExecutionContext): number {
    const known = this.frameIds.get(context);
    if (known !== undefined) return known;
    const id = this.frameCount;
    this.frameCount += 1;
    this.frameIds.set(context, id);
    const { name, kind, place } = this.describe(context);
    this.frames.push(this.strings.id(name), this.strings.id(kind), place);
    return id;
  }

  private describe(context: ExecutionContext): { name: string; kind: string; place: number } {
    const called = context.Function;
    if (!('properties' in called)) return { name: 'script', kind: 'script', place: -1 };
    if (!this.ours(context)) return { name: this.nativeName(called), kind: 'native', place: -1 };
    const { ECMAScriptCode: body, IsClassConstructor } = called as unknown as FunctionSlots;
    const name = functionName(called) || 'anonymous';
    return {
      name: IsClassConstructor === true ? `new ${name}` : name,
      kind: kindOf(body?.type ?? ''),
      place: this.places.id(body?.parent),
    };
  }

  /** As the learner wrote it: `console.log`, `Promise.all`, `p.then`. */
  private nativeName(called: FunctionObject): string {
    const caller = this.top();
    const call = caller === null ? null : callPlace(caller);
    return (call === null ? '' : calleeText(call)) || functionName(called) || 'native';
  }
}

function kindOf(body: string): string {
  if (body.includes('Generator')) return 'generator';
  return body.startsWith('Async') ? 'async' : 'function';
}

const SIMPLE_NAME = /^(?:new )?[\w$.#]{1,32}$/;

/** The callee of a call, when it is a plain name or a chain of names; else its last name. */
export function calleeText(call: ParseNode): string {
  if (call.type === 'NewExpression') return `new ${shortName(call.MemberExpression.sourceText)}`;
  const callee = (call as { CallExpression?: ParseNode }).CallExpression;
  return callee === undefined ? '' : shortName(callee.sourceText);
}

function shortName(callee: string): string {
  if (SIMPLE_NAME.test(callee)) return callee;
  const last = /[\w$#]+$/.exec(callee);
  return last?.[0] ?? '';
}
