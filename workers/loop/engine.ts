/** The interpreter's parts that the machine uses, with what our patches (scripts/vite/engine.ts) add. */
import type {
  AgentHostDefined,
  ExecutionContext,
  FunctionObject,
  ParseNode,
  Value,
} from '@engine262/engine262';

/** What the patched interpreter tells its host besides what it tells by itself. */
export interface PatchedHost extends AgentHostDefined {
  /** The learner's code is about to call (or construct) that function. */
  onCall(callee: FunctionObject): void;
  /** That function is about to leave the stack, to go on later. */
  onSuspend(context: ExecutionContext, how: 'await' | 'yield' | 'async-yield'): void;
}

/** The innermost call under way in a context, which the patches keep. */
export function callPlace(context: ExecutionContext): ParseNode | null {
  return (context.callSite as { callPlace?: ParseNode | null }).callPlace ?? null;
}

interface PatchedJob {
  readonly reaction?: { readonly Type: 'Fulfill' | 'Reject'; readonly Handler: JobHandler | undefined };
  readonly then?: JobHandler;
}

interface JobHandler {
  readonly Callback: FunctionObject;
}

/** What a promise job will do, which the patches keep. */
export function promiseJob(job: unknown): PatchedJob {
  return job as PatchedJob;
}

/** The function that an await's continuation brings back to the stack; `undefined` for other callbacks. */
export function awaitingContext(callback: FunctionObject): ExecutionContext | undefined {
  const key = Object.getOwnPropertySymbols(callback).find((symbol) => symbol.description === 'kAsyncContext');
  return key === undefined
    ? undefined
    : (callback as unknown as Record<symbol, ExecutionContext | undefined>)[key];
}

/** An own data property, read without running any code. */
export function ownData(object: { properties: PropertyMap }, key: string): Value | undefined {
  return object.properties.get(key)?.Value;
}

interface PropertyMap {
  get(key: string): { readonly Value?: Value | undefined } | undefined;
}
