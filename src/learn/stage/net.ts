import { abortError, onAbort } from '../../async/abort.ts';
import type { Lane } from '../trace/trace.ts';
import type { Clock } from './clock.ts';
import { randomFrom } from './random.ts';
import type { Tracer } from './tracer.ts';

export interface NetRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: unknown;
  /** 1 for the first request of the run. */
  readonly nth: number;
}

/** What the simulated server does with a request. */
export interface NetReply {
  /** Until the answer is there. `Infinity`: it never comes. */
  readonly ms: number;
  /** Up to so many milliseconds more, by the run's seed. */
  readonly jitter?: number;
  /** The answer's contents. */
  readonly json?: unknown;
  /** From 400 on the call rejects with a `NetError`. */
  readonly status?: number;
  /** The connection breaks: the call rejects with a `TypeError`, as `fetch` does. */
  readonly broken?: boolean;
  /** The lane's name; "Request 1" if none is given. */
  readonly lane?: string;
}

export type NetPlan = (request: NetRequest) => NetReply;

export class NetError extends Error {
  override readonly name = 'NetError';
  constructor(readonly status: number) {
    super(`The server answered ${String(status)}.`);
  }
}

interface NetOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What programs get: a small client over a network that lives in the page. */
export interface Net {
  readonly get: <T>(path: string, options?: NetOptions) => Promise<T>;
  readonly post: <T>(path: string, body: unknown, options?: NetOptions) => Promise<T>;
}

interface NetParts {
  readonly tracer: Tracer;
  readonly clock: Clock;
  readonly plan: NetPlan;
  readonly seed: number;
  readonly say: (value: unknown) => string;
  readonly note: (what: string) => void;
  /** Told which answer belongs to which request, so that the screen can know a stale one. */
  readonly answered: (value: unknown, nth: number) => void;
}

export function makeNet(parts: NetParts): Net {
  const random = randomFrom(parts.seed);
  let count = 0;

  function send<T>(method: 'GET' | 'POST', path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    count += 1;
    const request = { method, path, body, nth: count };
    const reply = parts.plan(request);
    const lateMs = (reply.jitter ?? 0) * random();
    return exchange<T>(parts, request, { ...reply, ms: reply.ms + lateMs }, signal);
  }

  return {
    get: (path, options) => send('GET', path, undefined, options?.signal),
    post: (path, body, options) => send('POST', path, body, options?.signal),
  };
}

function failureOf(reply: NetReply): Error | null {
  if (reply.broken === true) return new TypeError('The connection broke.');
  if (reply.status !== undefined && reply.status >= 400) return new NetError(reply.status);
  return null;
}

function exchange<T>(
  { tracer, clock, note, say, answered }: NetParts,
  { method, path, nth }: NetRequest,
  reply: NetReply,
  signal: AbortSignal | undefined,
): Promise<T> {
  const lane: Lane = { name: reply.lane ?? `Request ${String(nth)}`, group: 'network' };
  note(`${method.toLowerCase()} ${path}`);
  const finish = tracer.start({ lane, label: path, mode: 'wait' });
  return new Promise<T>((resolve, reject) => {
    const cancel = clock.after(reply.ms, () => {
      off();
      const failure = failureOf(reply);
      note(`${failure === null ? 'answer' : 'failure'} ${path}`);
      if (failure !== null) {
        finish('rejected', failure.message);
        reject(failure);
        return;
      }
      answered(reply.json, nth);
      finish('fulfilled', say(reply.json));
      resolve(reply.json as T);
    });
    const off = onAbort(signal, () => {
      cancel();
      note(`abort ${path}`);
      finish('aborted');
      reject(reasonOf(signal));
    });
  });
}

/** `fetch` rejects with the signal's reason: an AbortError unless the caller gave another. */
function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : abortError('The request was aborted.');
}
