/** One run's interpreter: a realm of its own, and the ways in which its host calls the code in it. */
import {
  Call,
  Completion,
  CreateBuiltinFunction,
  CreateDataProperty,
  Descriptor,
  ExecutionContext,
  type FunctionObject,
  IsCallable,
  type ManagedRealm,
  type NativeSteps,
  ObjectValue,
  OrdinaryObjectCreate,
  skipDebugger,
  surroundingAgent,
  ThrowCompletion,
  Value,
} from '@engine262/engine262';

export type HostFunction = (args: readonly Value[], thisValue: Value) => Value | ThrowCompletion | undefined;

export function isFunction(value: Value | undefined): value is FunctionObject {
  return value instanceof ObjectValue && IsCallable(value);
}

export class World {
  constructor(
    readonly realm: ManagedRealm,
    /** Hears of errors that reach the bottom of the stack. */
    private readonly onUncaught: (error: Value) => void,
  ) {}

  /** Calls with nothing of the learner's below; an error is reported, not thrown. */
  call(callback: FunctionObject, thisValue: Value, args: readonly Value[]): Value {
    return this.settle(this.inContext(() => skipDebugger(Call(callback, thisValue, [...args]))));
  }

  /** Runs a promise job, or any other evaluator, with nothing below. */
  evaluate(evaluator: () => Generator): void {
    this.settle(this.inContext(() => skipDebugger(evaluator() as Parameters<typeof skipDebugger>[0])));
  }

  /** Something has to lie on the stack for the realm to be known. */
  inContext<T>(work: () => T): T {
    const context = new ExecutionContext();
    context.Function = Value.null;
    context.Realm = this.realm;
    surroundingAgent.executionContextStack.push(context);
    const result = work();
    surroundingAgent.executionContextStack.pop(context);
    return result;
  }

  settle(result: unknown): Value {
    if (result instanceof ThrowCompletion) this.onUncaught(result.Value as Value);
    if (result instanceof Completion) return result.Value as Value;
    return (result as Value | undefined) ?? Value.undefined;
  }

  native(name: string, length: number, steps: HostFunction): FunctionObject {
    const behaviour: NativeSteps = (args, { thisValue }) => {
      const list = Array.from({ length: args.length }, (_, i) => args[i] ?? Value.undefined);
      return steps(list, thisValue);
    };
    return CreateBuiltinFunction(behaviour, length, Value(name), [], this.realm);
  }

  object(): ObjectValue {
    return OrdinaryObjectCreate(this.realm.Intrinsics['%Object.prototype%']);
  }

  /** Defines a property as the browser's own are: writable, not enumerable. */
  define(object: ObjectValue, name: string, value: Value): void {
    const descriptor = Descriptor({ Value: value, Writable: true, Enumerable: false, Configurable: true });
    skipDebugger(object.DefineOwnProperty(Value(name), descriptor));
  }

  method(object: ObjectValue, name: string, length: number, steps: HostFunction): void {
    this.define(object, name, this.native(name, length, steps));
  }

  data(object: ObjectValue, name: string, value: Value): void {
    skipDebugger(CreateDataProperty(object, Value(name), value));
  }

  get global(): ObjectValue {
    return this.realm.GlobalObject;
  }
}
