/**
 * Events and aborting, written in the language that the interpreter runs: it is loaded before the learner's
 * code, each run anew, and its steps are not shown. https://dom.spec.whatwg.org/#events
 */
export const EVENTS = String.raw`
class DOMException extends Error {
  constructor(message = '', name = 'Error') {
    super(message);
    Object.defineProperty(this, 'name', { value: String(name), configurable: true });
    Object.defineProperty(this, 'code', { value: { AbortError: 20, TimeoutError: 23, DataCloneError: 25 }[name] ?? 0 });
  }
}

class Event {
  #state = { stop: false, stopNow: false, prevented: false };
  constructor(type, init = {}) {
    this.type = String(type);
    this.bubbles = Boolean(init.bubbles);
    this.cancelable = Boolean(init.cancelable);
    this.target = null;
    this.currentTarget = null;
    this.isTrusted = false;
    this.timeStamp = host.time();
  }
  get defaultPrevented() { return this.#state.prevented; }
  preventDefault() { if (this.cancelable) this.#state.prevented = true; }
  stopPropagation() { this.#state.stop = true; }
  stopImmediatePropagation() { this.#state.stop = true; this.#state.stopNow = true; }
  static stateOf(event) { return event.#state; }
}
const stateOf = Event.stateOf;
delete Event.stateOf;

class CustomEvent extends Event {
  constructor(type, init = {}) { super(type, init); this.detail = init.detail ?? null; }
}
class MessageEvent extends Event {
  constructor(type, init = {}) { super(type, init); this.data = init.data ?? null; this.ports = init.ports ?? []; }
}
class ErrorEvent extends Event {
  constructor(type, init = {}) { super(type, init); this.message = init.message ?? ''; this.error = init.error; }
}
class PromiseRejectionEvent extends Event {
  constructor(type, init = {}) { super(type, init); this.promise = init.promise; this.reason = init.reason; }
}

const listenersOf = new WeakMap();
const parentOf = new WeakMap();
const listenersAt = (target) => {
  let list = listenersOf.get(target);
  if (list === undefined) listenersOf.set(target, (list = []));
  return list;
};

class EventTarget {
  addEventListener(type, callback, options) {
    const target = this ?? globalThis;
    if (callback == null) return;
    const { capture = false, once = false, signal } = typeof options === 'object' && options !== null ? options : { capture: Boolean(options) };
    if (signal?.aborted) return;
    const list = listenersAt(target);
    if (list.some((l) => l.type === type && l.callback === callback && l.capture === capture)) return;
    list.push({ type: String(type), callback, capture, once, removed: false });
    if (type === 'click') host.clickable(target);
    if (signal) signal.addEventListener('abort', () => target.removeEventListener(type, callback, { capture }), { once: true });
  }
  removeEventListener(type, callback, options) {
    const capture = typeof options === 'object' && options !== null ? Boolean(options.capture) : Boolean(options);
    const list = listenersAt(this ?? globalThis);
    const at = list.findIndex((l) => l.type === type && l.callback === callback && l.capture === capture);
    if (at === -1) return;
    list[at].removed = true;
    list.splice(at, 1);
  }
  dispatchEvent(event) {
    return dispatch(this ?? globalThis, event);
  }
}

const handlerProperties = (target, types) => {
  for (const type of types) {
    const handlers = new WeakMap();
    Object.defineProperty(target, 'on' + type, {
      configurable: true,
      enumerable: false,
      get() { return handlers.get(this ?? globalThis)?.callback ?? null; },
      set(callback) {
        const owner = this ?? globalThis;
        const list = listenersAt(owner);
        const known = handlers.get(owner);
        if (typeof callback !== 'function') {
          if (known !== undefined) { known.removed = true; list.splice(list.indexOf(known), 1); handlers.delete(owner); }
          return;
        }
        if (known !== undefined) { known.callback = callback; return; }
        const listener = { type, callback, capture: false, once: false, removed: false, handler: true };
        handlers.set(owner, listener);
        list.push(listener);
        if (type === 'click') host.clickable(owner);
        if (type === 'message') owner.start?.();
      },
    });
  }
};

/** The nodes from the target up to the window. */
const pathFrom = (target) => {
  const path = [target];
  for (let at = parentOf.get(target); at !== undefined; at = parentOf.get(at)) path.push(at);
  return path;
};

const invoke = (node, event, phase, between) => {
  event.currentTarget = node;
  for (const listener of [...listenersAt(node)]) {
    if (listener.type !== event.type || listener.removed) continue;
    if (phase !== 'target' && listener.capture !== (phase === 'capture')) continue;
    if (listener.once) { listener.removed = true; const list = listenersAt(node); list.splice(list.indexOf(listener), 1); }
    try {
      const { callback } = listener;
      if (typeof callback === 'function') {
        const result = Reflect.apply(callback, node, [event]);
        if (listener.handler === true && result === false) event.preventDefault();
      } else callback.handleEvent(event);
    } catch (error) {
      host.report(error);
    }
    between?.();
    if (stateOf(event).stopNow) return;
  }
};

/** Between listeners the microtasks run when the stack is empty: when the user clicked, not when code did. */
const dispatch = (target, event, between) => {
  event.target = target;
  const path = pathFrom(target);
  const above = path.slice(1);
  for (const node of [...above].reverse()) {
    if (stateOf(event).stop) break;
    invoke(node, event, 'capture', between);
  }
  if (!stateOf(event).stop) invoke(target, event, 'target', between);
  if (event.bubbles) {
    for (const node of above) {
      if (stateOf(event).stop) break;
      invoke(node, event, 'bubble', between);
    }
  }
  event.currentTarget = null;
  return !event.defaultPrevented;
};

let makingSignal = false;
const makeSignal = () => {
  makingSignal = true;
  const signal = new AbortSignal();
  makingSignal = false;
  return signal;
};

class AbortSignal extends EventTarget {
  #aborted = false;
  #reason = undefined;
  #followers = [];
  constructor() {
    if (!makingSignal) throw new TypeError('Illegal constructor');
    super();
  }
  get aborted() { return this.#aborted; }
  get reason() { return this.#reason; }
  throwIfAborted() { if (this.#aborted) throw this.#reason; }
  static abort(reason = new DOMException('signal is aborted without reason', 'AbortError')) {
    const signal = makeSignal();
    signal.#aborted = true;
    signal.#reason = reason;
    return signal;
  }
  static timeout(ms) {
    const signal = makeSignal();
    host.wait('abort', 'AbortSignal.timeout', ms, () => signalAbort(signal, new DOMException('signal timed out', 'TimeoutError')));
    return signal;
  }
  static any(signals) {
    const list = [...signals];
    const signal = makeSignal();
    const first = list.find((s) => s.aborted);
    if (first !== undefined) {
      signal.#aborted = true;
      signal.#reason = first.reason;
    } else for (const source of list) source.#followers.push(signal);
    return signal;
  }
  static abortNow(signal, reason) {
    if (signal.#aborted) return;
    signal.#aborted = true;
    signal.#reason = reason;
    const followers = signal.#followers.filter((follower) => !follower.#aborted);
    for (const follower of followers) { follower.#aborted = true; follower.#reason = reason; }
    for (const one of [signal, ...followers]) {
      for (const run of algorithmsOf.get(one) ?? []) run();
      algorithmsOf.delete(one);
      dispatch(one, new Event('abort'));
    }
  }
}
const algorithmsOf = new WeakMap();
const onAbort = (signal, run) => {
  const list = algorithmsOf.get(signal) ?? [];
  list.push(run);
  algorithmsOf.set(signal, list);
};
const signalAbort = AbortSignal.abortNow;
delete AbortSignal.abortNow;

class AbortController {
  #signal = makeSignal();
  get signal() { return this.#signal; }
  abort(reason = new DOMException('signal is aborted without reason', 'AbortError')) { signalAbort(this.#signal, reason); }
}
handlerProperties(AbortSignal.prototype, ['abort']);
`;
