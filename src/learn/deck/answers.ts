import type { Outcome } from '../model/lesson.ts';
import { logged } from '../trace/ask.ts';

/** Answers to choose from, or to put in order, that are what they say. */
export const answers = (...texts: readonly string[]) => texts.map((text) => ({ id: text, label: text }));

/** All that was printed, in one line. */
export const printed = (outcome: Outcome): string => logged(outcome).join(', ');
