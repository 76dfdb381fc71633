/** A term: what it means in a sentence or two, and where it is defined. */
export interface Term {
  readonly name: string;
  readonly means: string;
  readonly spec: { readonly title: string; readonly href: string };
}

const html = (fragment: string) => `https://html.spec.whatwg.org/multipage/${fragment}`;
const ecma = (fragment: string) => `https://tc39.es/ecma262/multipage/${fragment}`;

/** By the name that `[[…]]` uses. */
export const GLOSSARY: Readonly<Record<string, Term>> = {
  task: {
    name: 'task (macrotask)',
    means:
      'One turn of the event loop: a timer’s callback, a click, an arrived message. The page does one at a time, and finishes it before anything else. Many people say macrotask; the standard says task.',
    spec: { title: 'HTML: task', href: html('webappapis.html#concept-task') },
  },
  microtask: {
    name: 'microtask',
    means:
      'A short job that runs as soon as the current code is done, before the next task and before the next frame. What follows an await, and what stands in then, are microtasks.',
    spec: { title: 'HTML: microtask queue', href: html('webappapis.html#microtask-queue') },
  },
  'event loop': {
    name: 'event loop',
    means:
      'What drives a page: take one task, run it to its end, run all microtasks, perhaps draw a frame, and begin again.',
    spec: {
      title: 'HTML: event loop processing model',
      href: html('webappapis.html#event-loop-processing-model'),
    },
  },
  promise: {
    name: 'promise',
    means:
      'An object that stands for a value that may come later. It is pending, then fulfilled or rejected, and never changes again.',
    spec: {
      title: 'ECMAScript: Promise objects',
      href: ecma('control-abstraction-objects.html#sec-promise-objects'),
    },
  },
  pending: {
    name: 'pending',
    means: 'A promise that is neither fulfilled nor rejected yet.',
    spec: {
      title: 'ECMAScript: Promise objects',
      href: ecma('control-abstraction-objects.html#sec-promise-objects'),
    },
  },
  fulfilled: {
    name: 'fulfilled',
    means: 'A promise that has its value. It stays so.',
    spec: {
      title: 'ECMAScript: FulfillPromise',
      href: ecma('control-abstraction-objects.html#sec-fulfillpromise'),
    },
  },
  rejected: {
    name: 'rejected',
    means: 'A promise that has an error in place of a value. Somebody should handle it.',
    spec: {
      title: 'ECMAScript: RejectPromise',
      href: ecma('control-abstraction-objects.html#sec-rejectpromise'),
    },
  },
  settled: {
    name: 'settled',
    means: 'Fulfilled or rejected: no longer pending.',
    spec: {
      title: 'ECMAScript: Promise objects',
      href: ecma('control-abstraction-objects.html#sec-promise-objects'),
    },
  },
  await: {
    name: 'await',
    means:
      'Pauses this async function until the promise is settled. The thread isn’t paused: it goes on with other code.',
    spec: { title: 'ECMAScript: Await', href: ecma('control-abstraction-objects.html#await') },
  },
  jank: {
    name: 'jank',
    means:
      'What a person sees when frames come late or not at all: scrolling that sticks, a spinner that stands still.',
    spec: { title: 'W3C: Long Tasks', href: 'https://w3c.github.io/longtasks/' },
  },
  frame: {
    name: 'frame',
    means:
      'One picture on the screen. Between two of them the page may run code; if that takes too long, a frame is lost.',
    spec: { title: 'HTML: update the rendering', href: html('webappapis.html#update-the-rendering') },
  },
  thread: {
    name: 'thread',
    means: 'A line of code being run. A page has one for its scripts; each worker has one of its own.',
    spec: {
      title: 'ECMAScript: agents',
      href: ecma('executable-code-and-execution-contexts.html#sec-agents'),
    },
  },
  worker: {
    name: 'worker',
    means: 'A second thread with its own memory and no page. It is spoken to by messages.',
    spec: { title: 'HTML: web workers', href: html('workers.html') },
  },
  clone: {
    name: 'clone',
    means:
      'A copy of a value, made so that another thread can have it. The larger the value, the longer the sender is busy.',
    spec: { title: 'HTML: structured clone', href: html('structured-data.html#structuredserialize') },
  },
  transfer: {
    name: 'transfer',
    means: 'A buffer changes hands instead of being copied. The sender can’t use it any more.',
    spec: { title: 'HTML: transferable objects', href: html('structured-data.html#transferable-objects') },
  },
  'secure context': {
    name: 'secure context',
    means:
      'A page that nobody can have changed on its way: it came by https, or from this very device. Some features exist only there.',
    spec: { title: 'HTML: secure contexts', href: html('webappapis.html#secure-contexts') },
  },
  AbortError: {
    name: 'AbortError',
    means:
      'The error with which an aborted operation rejects. It says that somebody changed their mind, not that something broke.',
    spec: {
      title: 'DOM: aborting ongoing activities',
      href: 'https://dom.spec.whatwg.org/#aborting-ongoing-activities',
    },
  },
  AbortController: {
    name: 'AbortController',
    means: 'Has a signal that operations listen to, and one method, abort, that tells all of them to stop.',
    spec: { title: 'DOM: AbortController', href: 'https://dom.spec.whatwg.org/#interface-abortcontroller' },
  },
  AbortSignal: {
    name: 'AbortSignal',
    means:
      'The end of the wire that an operation listens to. It fires once, says why, and any number of operations may share it.',
    spec: { title: 'DOM: AbortSignal', href: 'https://dom.spec.whatwg.org/#interface-AbortSignal' },
  },
  TimeoutError: {
    name: 'TimeoutError',
    means:
      'The error with which an operation rejects when AbortSignal.timeout has stopped it: its time was up.',
    spec: {
      title: 'DOM: AbortSignal.timeout',
      href: 'https://dom.spec.whatwg.org/#dom-abortsignal-timeout',
    },
  },
  'async iterator': {
    name: 'async iterator',
    means:
      'An object with next(), which returns a promise of the next value or of the end. for await asks it again and again.',
    spec: {
      title: 'ECMAScript: the async iterator interface',
      href: ecma('control-abstraction-objects.html#sec-asynciterator-interface'),
    },
  },
  stream: {
    name: 'stream',
    means: 'Pieces of a whole that arrive one after the other and wait in a queue until somebody reads them.',
    spec: { title: 'Streams: readable streams', href: 'https://streams.spec.whatwg.org/#rs-model' },
  },
  'race condition': {
    name: 'race condition',
    means: 'The result depends on who comes first, and nobody decided who that is.',
    spec: { title: 'ECMAScript: memory model', href: ecma('memory-model.html') },
  },
};

export function findTerm(name: string): Term | null {
  return Object.hasOwn(GLOSSARY, name) ? (GLOSSARY[name] ?? null) : null;
}
