import type { Outcome } from './lesson.ts';

/** What a learner commits to before the run, and how the run tells the truth. Nothing here knows the answer. */
interface Asked {
  /** With the marks of words/inline.ts. */
  readonly question: string;
  /** Before the truth: "It shows". "It is" if left out. */
  readonly truthLabel?: string;
}

export interface ChoicePrediction extends Asked {
  readonly kind: 'choice';
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly truth: (outcome: Outcome) => string;
}

export interface NumberPrediction extends Asked {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  /** Where the slider stands at first. */
  readonly start: number;
  /** So near counts as right: clocks and machines differ. */
  readonly near: number;
  readonly truth: (outcome: Outcome) => number;
}

export interface OrderPrediction extends Asked {
  readonly kind: 'order';
  /** In the order in which they are first shown: not the true one. */
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly truth: (outcome: Outcome) => readonly string[];
}

export type Prediction = ChoicePrediction | NumberPrediction | OrderPrediction;

/** A choice's id, a number, or ids in order. */
export type Answer = string | number | readonly string[];

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

/** An answer in words, as it stands in "You said". */
export function answerWords(prediction: Prediction, answer: Answer): string {
  if (prediction.kind === 'number') return `${String(answer)} ${prediction.unit}`;
  const names = prediction.kind === 'choice' ? prediction.options : prediction.items;
  const label = (id: unknown) => names.find((name) => name.id === id)?.label ?? String(id);
  return isList(answer) ? answer.map(label).join(', ') : label(answer);
}

/** What the run says; numbers are rounded to a whole. */
export function truthOf(prediction: Prediction, outcome: Outcome): Answer {
  return prediction.kind === 'number' ? Math.round(prediction.truth(outcome)) : prediction.truth(outcome);
}

export function isRight(prediction: Prediction, said: Answer, truth: Answer): boolean {
  if (prediction.kind === 'number') return Math.abs(Number(said) - Number(truth)) <= prediction.near;
  if (isList(said) && isList(truth)) {
    return said.length === truth.length && said.every((id, at) => id === truth[at]);
  }
  return said === truth;
}

/** Before anything is touched: a slider and a list stand somewhere, a choice doesn't. */
export function firstAnswer(prediction: Prediction): Answer | null {
  if (prediction.kind === 'choice') return null;
  return prediction.kind === 'number' ? prediction.start : prediction.items.map(({ id }) => id);
}

/** The list with one item moved to another place. */
export function moveItem(list: readonly string[], from: number, to: number): readonly string[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
