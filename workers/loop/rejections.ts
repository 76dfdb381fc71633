/**
 * Rejections that nobody handled by the end of the microtasks.
 * https://html.spec.whatwg.org/multipage/webappapis.html#unhandled-promise-rejections
 */
import type { PromiseObject } from '@engine262/engine262';

export class Rejections {
  private waiting: PromiseObject[] = [];

  track(promise: PromiseObject, operation: 'reject' | 'handle'): void {
    if (operation === 'reject') this.waiting.push(promise);
    else this.waiting = this.waiting.filter((other) => other !== promise);
  }

  /** Those to be told of now; the list starts anew. */
  take(): PromiseObject[] {
    return this.waiting.splice(0).filter((promise) => !promise.PromiseIsHandled);
  }
}
