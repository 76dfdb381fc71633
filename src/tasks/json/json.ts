import { BadInput, type Part, type PartJob, type Steps, type Task } from '../contract.ts';
import { decodeText } from './decode.ts';
import { jsonInfo, type JsonParams } from './info.ts';
import { faultSentence } from './locate.ts';
import { summarise } from './summarise.ts';
import { SUMMARY_BYTES, summaryText, writeSummary } from './summary.ts';

/** One file: the first. */
export interface JsonShape {
  readonly sizes: readonly number[];
}

/**
 * Parses a JSON document and summarises it. One step, because `JSON.parse` is one call: nobody can be heard
 * between its beginning and its end. The result is the summary as text.
 */
export const json: Task<JsonParams, JsonShape> = {
  ...jsonInfo,
  nature: () => 'indivisible',
  plan: (_, { sizes }) => {
    const size = sizes[0] ?? 0;
    const output = { start: 0, end: SUMMARY_BYTES };
    const part: Part = { index: 0, input: { start: 0, end: size }, output, cost: Math.max(1, size) };
    return { parts: [part], outputBytes: SUMMARY_BYTES };
  },
  steps: jsonSteps,
  finish: summaryText,
};

function* jsonSteps({ part, out }: PartJob<JsonParams, JsonShape>): Steps {
  const size = part.input.end - part.input.start;
  const bytes = yield { start: 0, end: size };
  if (bytes.length !== size) throw new Error('The file changed while it was read.');
  writeSummary(summarise(parseDocument(bytes), size), out);
}

/** The document's values. @throws BadInput with the place of the first fault */
export function parseDocument(bytes: Uint8Array): unknown {
  const text = decodeText(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput(faultSentence(text));
    throw error;
  }
}
