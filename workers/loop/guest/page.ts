/** A little of the page: elements that can be clicked, messages, and a network that is only pretended. */
export const PAGE = String.raw`
const clone = (value, seen = new Map()) => {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new DOMException(String(value) + ' could not be cloned.', 'DataCloneError');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const keep = (copy) => { seen.set(value, copy); return copy; };
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) {
    throw new DOMException('#<' + value.constructor.name + '> could not be cloned.', 'DataCloneError');
  }
  if (value instanceof Map) {
    const copy = keep(new Map());
    for (const [key, item] of value) copy.set(clone(key, seen), clone(item, seen));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set());
    for (const item of value) copy.add(clone(item, seen));
    return copy;
  }
  if (value instanceof Error) {
    const copy = keep(new globalThis[value.name in globalThis ? value.name : 'Error'](value.message));
    return copy;
  }
  if (ArrayBuffer.isView(value)) return keep(value.slice());
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  const copy = keep(Array.isArray(value) ? [] : {});
  for (const key of Object.keys(value)) copy[key] = clone(value[key], seen);
  return copy;
};
const structuredClone = (value) => clone(value);

class MessagePort extends EventTarget {
  #other = null;
  #started = false;
  #early = [];
  #closed = false;
  postMessage(data) {
    const copy = clone(data);
    const other = this.#other;
    if (other === null || this.#closed) return;
    other.#deliver(copy);
  }
  #deliver(data) {
    if (this.#closed) return;
    if (!this.#started) { this.#early.push(data); return; }
    host.post('message', 'message', () => {
      if (!this.#closed) dispatch(this, new MessageEvent('message', { data }), host.between);
    });
  }
  start() {
    if (this.#started) return;
    this.#started = true;
    for (const data of this.#early.splice(0)) this.#deliver(data);
  }
  close() { this.#closed = true; }
  static join(a, b) { a.#other = b; b.#other = a; }
}
const joinPorts = MessagePort.join;
delete MessagePort.join;
handlerProperties(MessagePort.prototype, ['message']);

class MessageChannel {
  constructor() {
    this.port1 = new MessagePort();
    this.port2 = new MessagePort();
    joinPorts(this.port1, this.port2);
  }
}

class Node extends EventTarget {}
class Element extends Node {
  #text = '';
  #classes = new Set();
  constructor(tag = 'div') {
    super();
    Object.defineProperties(this, {
      tagName: { value: tag.toUpperCase() },
      children: { value: [] },
      style: { value: {} },
      dataset: { value: {} },
    });
    this.id = '';
    this.value = '';
    this.disabled = false;
    parentOf.set(this, document);
  }
  get textContent() { return this.#text; }
  set textContent(text) { this.#text = String(text); }
  get innerText() { return this.#text; }
  set innerText(text) { this.#text = String(text); }
  get innerHTML() { return this.#text; }
  set innerHTML(text) { this.#text = String(text); }
  get classList() {
    const classes = this.#classes;
    return {
      add: (...names) => names.forEach((name) => classes.add(name)),
      remove: (...names) => names.forEach((name) => classes.delete(name)),
      contains: (name) => classes.has(name),
      toggle: (name) => (classes.delete(name) ? false : Boolean(classes.add(name))),
    };
  }
  setAttribute(name, value) { this[name] = String(value); }
  getAttribute(name) { return this[name] ?? null; }
  append(...nodes) { for (const node of nodes) this.appendChild(node); }
  appendChild(node) {
    if (typeof node !== 'object') { this.#text += String(node); return node; }
    this.children.push(node);
    parentOf.set(node, this);
    return node;
  }
  remove() { parentOf.delete(this); }
  click() { if (!this.disabled) dispatch(this, new Event('click', { bubbles: true, cancelable: true })); }
  focus() {}
  blur() {}
  getBoundingClientRect() { return { x: 0, y: 0, width: 100, height: 40, top: 0, left: 0, right: 100, bottom: 40 }; }
}
handlerProperties(Element.prototype, ['click', 'input', 'change']);

const found = new Map();
class Document extends Node {
  querySelector(selector) {
    const key = String(selector);
    if (key === 'body') return this.body;
    let element = found.get(key);
    if (element === undefined) {
      const id = /#([\w-]+)/.exec(key)?.[1] ?? '';
      element = new Element(/^[a-z][\w-]*/i.exec(key)?.[0] ?? 'div');
      element.id = id;
      found.set(key, element);
      if (id !== '') found.set('#' + id, element);
      host.name(element, key);
    }
    return element;
  }
  getElementById(id) { return this.querySelector('#' + id); }
  querySelectorAll(selector) { return [this.querySelector(selector)]; }
  createElement(tag) {
    const element = new Element(String(tag));
    host.name(element, String(tag));
    return element;
  }
}
handlerProperties(Document.prototype, ['click']);
const document = new Document();
parentOf.set(document, globalThis);
host.name(document, 'document');
host.name(globalThis, 'window');
document.body = new Element('body');
host.name(document.body, 'body');

const parseUrl = (input) => {
  const url = String(typeof input === 'object' && input !== null ? (input.url ?? input.href ?? input) : input);
  const query = {};
  const [path, search = ''] = url.split('?');
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const [key, value = ''] = pair.split('=');
    query[decodeURIComponent(key)] = decodeURIComponent(value);
  }
  return { url, path, query };
};

class Response {
  #body;
  #used = false;
  constructor(body = '', init = {}) {
    this.#body = String(body);
    this.status = init.status ?? 200;
    this.ok = this.status >= 200 && this.status < 300;
    this.url = init.url ?? '';
    this.headers = new Map([['content-type', 'application/json']]);
  }
  get bodyUsed() { return this.#used; }
  #read(use) {
    if (this.#used) return Promise.reject(new TypeError("Failed to execute 'text' on 'Response': body stream already read"));
    this.#used = true;
    return new Promise((resolve, reject) => {
      host.post('fetch', this.url + ' (body)', () => {
        try { resolve(use(this.#body)); } catch (error) { reject(error); }
      });
    });
  }
  text() { return this.#read((body) => body); }
  json() { return this.#read((body) => JSON.parse(body)); }
}

/** Nothing leaves the interpreter: "?ms=300" takes so long, "?status=404" answers so, "?fail" has no network. */
const fetch = (input, init = {}) => {
  const { url, path, query } = parseUrl(input);
  const signal = init?.signal;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) { reject(signal.reason); return; }
    const ms = Number(query.ms ?? query.delay ?? 100);
    const id = Number(/(\d+)\/?$/.exec(path)?.[1] ?? 1);
    const handle = host.wait('fetch', url, Number.isFinite(ms) ? ms : 100, () => {
      if ('fail' in query) { reject(new TypeError('Failed to fetch')); return; }
      const body = JSON.stringify({ id, path, ...query });
      resolve(new Response(body, { status: Number(query.status ?? 200), url }));
    });
    if (signal) onAbort(signal, () => { host.cancel(handle); reject(signal.reason); });
  });
};

const scheduler = {
  postTask(callback, { signal, delay = 0 } = {}) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) { reject(signal.reason); return; }
      const run = () => { try { resolve(callback()); } catch (error) { reject(error); } };
      const handle = delay > 0 ? host.wait('message', 'postTask', delay, run) : host.post('message', 'postTask', run);
      if (signal) onAbort(signal, () => { host.cancel(handle); reject(signal.reason); });
    });
  },
  yield() { return new Promise((resolve) => { host.post('message', 'scheduler.yield', resolve); }); },
};

const windowMethods = {
  addEventListener: EventTarget.prototype.addEventListener,
  removeEventListener: EventTarget.prototype.removeEventListener,
  dispatchEvent: EventTarget.prototype.dispatchEvent,
  postMessage(data) {
    const copy = clone(data);
    host.post('message', 'message', () => { dispatch(globalThis, new MessageEvent('message', { data: copy }), host.between); });
  },
  reportError(error) { host.report(error); },
};

const globals = {
  window: globalThis, self: globalThis, document, scheduler, structuredClone, fetch,
  DOMException, Event, CustomEvent, MessageEvent, ErrorEvent, PromiseRejectionEvent, EventTarget,
  AbortSignal, AbortController, MessagePort, MessageChannel, Response, Element, Document, Node,
  ...windowMethods,
};
for (const name of Object.keys(globals)) {
  Object.defineProperty(globalThis, name, { value: globals[name], writable: true, enumerable: false, configurable: true });
}
handlerProperties(globalThis, ['message', 'error', 'unhandledrejection', 'rejectionhandled', 'click', 'load']);

/** What the host calls. */
const has = (type) => listenersAt(globalThis).some((listener) => listener.type === type);
return {
  click: (target) => dispatch(target, Object.assign(new Event('click', { bubbles: true, cancelable: true }), { isTrusted: true }), host.between),
  error: (error) => {
    if (!has('error')) return true;
    const message = 'Uncaught ' + (error instanceof Error ? error.name + ': ' + error.message : String(error));
    return dispatch(globalThis, new ErrorEvent('error', { cancelable: true, message, error }), host.between);
  },
  rejection: (promise, reason) =>
    !has('unhandledrejection') ||
    dispatch(globalThis, new PromiseRejectionEvent('unhandledrejection', { cancelable: true, promise, reason }), host.between),
};
`;
