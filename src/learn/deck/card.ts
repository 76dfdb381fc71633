import type { Scene, Text } from '../model/lesson.ts';
import type { Slug } from '../model/slugs.ts';

/** A question, code that answers it, and the sentence to take away. */
export interface Card extends Scene {
  readonly name: `gotcha:${string}`;
  /** One sentence. It stands there once the code has run. */
  readonly rule: Text;
  /** Where there is more of it. */
  readonly more: Slug;
}

/** What every card's first program is called; the rest of its variant says what it is. */
export const TRAP = { id: 'trap', label: 'The code', heading: 'The code' } as const;

/** The same for its fix, or its counterpart where nothing is broken. */
export const FIX = { id: 'fix', label: 'The fix', heading: 'The fix' } as const;
