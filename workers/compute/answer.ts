import { abortError } from '../../src/async/abort.ts';
import type { Failure, PartReply, RunSetup } from '../../src/pool/protocol.ts';
import type { TwinTask } from '../../src/wasm/engine.ts';
import { runPart, type Ears, type Given } from './run-part.ts';

export function failureOf(error: unknown, part: number): Failure {
  const known = error instanceof Error ? error : new Error(String(error));
  return { ok: false, aborted: known.name === 'AbortError', part, name: known.name, message: known.message };
}

/** Runs one part and puts what became of it in words that cross to the page. Never rejects. */
export async function answerOf(
  kernel: TwinTask,
  setup: RunSetup,
  given: Given,
  ears: Ears,
): Promise<PartReply> {
  const { index } = given.part;
  try {
    const { output, time, ended } = await runPart(kernel, setup, given, ears);
    if (ended) return { ok: true, output, time };
    return { ...failureOf(abortError(), index), left: { output, time } };
  } catch (error) {
    return failureOf(error, index);
  }
}

/** What an answer takes with it. */
export function movedBy(reply: PartReply): ArrayBuffer[] {
  const output = reply.ok ? reply.output : reply.left?.output;
  return output === undefined ? [] : [output];
}
