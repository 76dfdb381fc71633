/** What a function of the host or of promises does to the queues, in a sentence. */
const WORDS: Readonly<Record<string, string>> = {
  'console.log': 'console.log prints at once: it is an ordinary call.',
  setTimeout: 'setTimeout hands its callback to a timer and returns. The callback waits outside the stack.',
  setInterval: 'setInterval hands its callback to a timer that starts anew each time.',
  clearTimeout: 'clearTimeout takes a timer back: its callback never runs.',
  clearInterval: 'clearInterval stops the timer.',
  queueMicrotask: 'queueMicrotask puts its callback at the end of the microtasks.',
  requestAnimationFrame: 'The callback waits for the next frame.',
  cancelAnimationFrame: 'The frame callback is taken back.',
  fetch: 'fetch sends the request and returns a promise at once.',
  then: 'then() keeps the callback. Once the promise is settled, it is queued as a microtask.',
  catch: 'catch() keeps the callback for a rejection. It runs as a microtask.',
  finally: 'finally() keeps the callback for either outcome. It runs as a microtask.',
  postMessage: 'postMessage queues a task for the other port.',
  addEventListener: 'The listener is kept. It runs each time the event is dispatched.',
  dispatchEvent: 'dispatchEvent runs the listeners at once, on this stack.',
  click: 'click() dispatches at once: the listeners run on this stack, with no microtasks between them.',
  abort: 'abort() runs the signal’s listeners at once, on this stack.',
  all: 'Promise.all waits for all; the first rejection decides.',
  allSettled: 'Promise.allSettled waits until each is settled.',
  race: 'Promise.race takes the first that is settled.',
  any: 'Promise.any takes the first that is fulfilled.',
  resolve: 'The promise is resolved. What was registered on it is queued as microtasks.',
  reject: 'The promise is rejected. What was registered on it is queued as microtasks.',
  Promise: 'new Promise runs its function at once, on this stack.',
};

/** `console.log`, `Promise.prototype.then`, `then`: by the last word, the console as a whole. */
export function nativeWords(name: string): string {
  if (name.startsWith('console.')) return (WORDS['console.log'] ?? '').replace('console.log', name);
  const last = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(WORDS, last) ? (WORDS[last] ?? '') : `${name}() runs at once, on this stack.`;
}
