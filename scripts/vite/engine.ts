/**
 * Small changes to the interpreter of the event-loop stepper, made while it is bundled: the same in
 * `vite dev`, in the build and in every test. Each replaces one exact piece of text of one pinned version;
 * if that text is not there exactly once, building stops, so that an update can't lose one in silence.
 */
import type { Plugin } from 'vite';

export interface Patch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The package that the texts below were taken from. */
export const ENGINE_VERSION = '0.0.1-d553e7b52501fbc47eae981c8d0fa7a5c26d0171';

const ENGINE_FILE = /[\\/]@engine262[\\/]engine262[\\/]lib[\\/]engine262\.mjs(\?|$)/;

/** Calls nest at most this deep, then the code gets the RangeError that it gets in a browser. */
const DEEPEST = 10_000;

/** A queued job says what it will do, so that it can be shown by name and place. */
const JOBS_HAVE_NAMES: readonly Patch[] = [
  {
    name: 'a reaction job keeps its reaction',
    from: '  // 4. Return { [[Job]]: job, [[Realm]]: handlerRealm }.\n  return {',
    to: '  job.reaction = reaction;\n  return {',
  },
  {
    name: 'a thenable job keeps its then',
    from: '  // 6. Return { [[Job]]: job, [[Realm]]: thenRealm }.\n  return {',
    to: '  job.then = then;\n  return {',
  },
];

/**
 * Evaluation is generators within generators; each call in the learner's code would add some fifteen frames
 * to the native stack. Every few calls the callee is handed to the driver instead, which keeps the caller
 * on a list: the depth is ours to choose.
 */
const CALLS_BOUNCE: readonly Patch[] = [
  {
    name: 'Call hands the callee to the driver',
    from: '  /* ReturnIfAbrupt */let _temp3 = yield* F.Call(V, argumentsList);',
    to:
      `  const depth = surroundingAgent.executionContextStack.length;\n` +
      `  if (depth > ${String(DEEPEST)} && 'ECMAScriptCode' in F) return Throw.RangeError('Maximum call stack size exceeded');\n` +
      `  let _temp3 = (depth & 15) < 4 ? yield { suspend: 'call', callee: F.Call(V, argumentsList) } : yield* F.Call(V, argumentsList);`,
  },
  {
    name: 'Construct hands the callee to the driver',
    from: '  return yield* F.Construct(argumentsList, newTarget);\n}\nConstruct.section',
    to:
      `  const depth = surroundingAgent.executionContextStack.length;\n` +
      `  if (depth > ${String(DEEPEST)} && 'ECMAScriptCode' in F) return Throw.RangeError('Maximum call stack size exceeded');\n` +
      `  if ((depth & 15) < 4) return yield { suspend: 'call', callee: F.Construct(argumentsList, newTarget) };\n` +
      `  return yield* F.Construct(argumentsList, newTarget);\n}\nConstruct.section`,
  },
  {
    name: 'a suspended context passes calls on to the driver',
    from: "    if (value.suspend === 'debugger' || value.suspend === 'potential-debugger') {\n      completion = yield value;",
    to: "    if (value.suspend === 'call' || value.suspend === 'debugger' || value.suspend === 'potential-debugger') {\n      completion = yield value;",
  },
  {
    name: 'the driver keeps the callers',
    from: `  let steps = 0;
  while (true) {
    const {
      done,
      value
    } = iterator.next({
      resume: 'debugger',
      value: undefined
    });
    if (done) {
      return value;
    }`,
    to: `  let steps = 0;
  const callers = [];
  const go = { resume: 'debugger', value: undefined };
  let answer = go;
  while (true) {
    const { done, value } = iterator.next(answer);
    answer = go;
    if (done) {
      if (callers.length === 0) return value;
      iterator = callers.pop();
      answer = value;
    } else if (value.suspend === 'call') {
      callers.push(iterator);
      iterator = value.callee;
    }`,
  },
];

/** Where a caller stands, also after a call among the arguments; and no pause for a debugger that isn't there. */
const CALLS_HAVE_PLACES: readonly Patch[] = [
  {
    name: 'a call keeps its place',
    from: `        surroundingAgent.runningExecutionContext.callSite.setCallLocation(node);
        const r = yield* Evaluate_CallExpression(node);
        const resumption = yield {
          suspend: 'potential-debugger'
        };
        /* Assert */ /* node:coverage ignore next */if (!(resumption.resume === 'debugger')) throw new Assert.Error("resumption.resume === 'debugger'");
        surroundingAgent.runningExecutionContext.callSite.setCallLocation(null);
        return r;`,
    to: `        const callSite = surroundingAgent.runningExecutionContext.callSite;
        const outer = callSite.callPlace;
        callSite.callPlace = node;
        const r = yield* Evaluate_CallExpression(node);
        callSite.callPlace = outer;
        return r;`,
  },
  {
    name: 'a construction keeps its place',
    from: `    case 'NewExpression':
      return yield* Evaluate_NewExpression(node);`,
    to: `    case 'NewExpression':
      {
        const callSite = surroundingAgent.runningExecutionContext.callSite;
        const outer = callSite.callPlace;
        callSite.callPlace = node;
        const r = yield* Evaluate_NewExpression(node);
        callSite.callPlace = outer;
        return r;
      }`,
  },
  {
    name: 'a call is told',
    from: '  const result = yield* Call(func, thisValue, argList);\n  // 8. Assert: If tailPosition',
    to: '  surroundingAgent.hostDefinedOptions.onCall?.(func);\n  const result = yield* Call(func, thisValue, argList);\n  // 8. Assert: If tailPosition',
  },
  {
    name: 'a construction is told',
    from: '  return yield* Construct(constructor, argList);\n}\nEvaluateNew.section',
    to: '  surroundingAgent.hostDefinedOptions.onCall?.(constructor);\n  return yield* Construct(constructor, argList);\n}\nEvaluateNew.section',
  },
];

/** A function that pauses is seen before it has left the stack. */
const PAUSES_ARE_SEEN: readonly Patch[] = [
  {
    name: 'a pause is told',
    from: '  // Remove genContext from the execution context stack and restore the execution context that is at the top of the execution context stack as the running execution context.\n  surroundingAgent.executionContextStack.pop(genContext);',
    to: '  surroundingAgent.hostDefinedOptions.onSuspend?.(genContext, passingValue.suspend);\n  surroundingAgent.executionContextStack.pop(genContext);',
  },
];

/** Errors in the words that browsers use: the host rewrites the interpreter's own, and knows what was read. */
const ERRORS_HAVE_WORDS: readonly Patch[] = [
  {
    name: 'an error is worded by the host',
    from: '  return (message, ...args) => {\n    message.matchAll(',
    to:
      '  return (template, ...parts) => {\n' +
      '    const [message, args] = surroundingAgent.hostDefinedOptions.onThrow?.(template, parts) ?? [template, parts];\n' +
      '    message.matchAll(',
  },
  {
    name: 'reading from nothing says what',
    from: `    return Throw.ReferenceError('$1 is not defined', V.ReferencedName);
  }
  // 3. If IsPropertyReference(V) is true, then
  if (IsPropertyReference(V)) {`,
    to: `    return Throw.ReferenceError('$1 is not defined', V.ReferencedName);
  }
  if (IsPropertyReference(V)) {
    if (V.Base === Value.undefined || V.Base === Value.null) return Throw.TypeError('Cannot read $2 of $1', V.Base, V.ReferencedName);`,
  },
  {
    name: 'writing to nothing says what',
    from: '    /* ReturnIfAbrupt */let _baseObj2 = ToObject(V.Base);',
    to:
      "    if (V.Base === Value.undefined || V.Base === Value.null) return Throw.TypeError('Cannot set $2 of $1', V.Base, V.ReferencedName);\n" +
      '    /* ReturnIfAbrupt */let _baseObj2 = ToObject(V.Base);',
  },
];

/** An async generator has no promise of its own: without this, an error made beneath its `await` ends the interpreter. */
const ERRORS_BENEATH_GENERATORS: readonly Patch[] = [
  {
    name: 'the callers of an error end at an async generator',
    from: "      if ('PromiseState' in asyncContext.promiseCapability.Promise) {",
    to: "      if (asyncContext.promiseCapability && 'PromiseState' in asyncContext.promiseCapability.Promise) {",
  },
];

export const PATCHES: readonly Patch[] = [
  ...JOBS_HAVE_NAMES,
  ...CALLS_BOUNCE,
  ...CALLS_HAVE_PLACES,
  ...PAUSES_ARE_SEEN,
  ...ERRORS_HAVE_WORDS,
  ...ERRORS_BENEATH_GENERATORS,
];

/** Applies every patch once. Throws when a text is missing or stands there twice. */
export function patchEngine(code: string, patches: readonly Patch[] = PATCHES): string {
  return patches.reduce((text, { name, from, to }) => {
    const found = text.split(from).length - 1;
    if (found !== 1) {
      throw new Error(
        `The interpreter's patch "${name}" fits ${String(found)} times, not once: is @engine262/engine262 still ${ENGINE_VERSION}?`,
      );
    }
    // A function, because "$" means something in a replacement text.
    return text.replace(from, () => to);
  }, code);
}

export function patchedEngine(): Plugin {
  return {
    name: 'unblocked:engine',
    enforce: 'pre',
    transform(code, id) {
      if (!ENGINE_FILE.test(id)) return null;
      // The package's own map is 5 MB and of a text that is no longer there.
      return { code: patchEngine(code), map: { mappings: '' } };
    },
  };
}
