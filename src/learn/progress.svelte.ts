import type { Slug } from './model/slugs.ts';

/** What is remembered of a lesson, on this device only. Nothing is ever locked by it. */
export interface LessonProgress {
  readonly opened: boolean;
  readonly finished: boolean;
  /** Whether the last prediction was right; `null`: none was made. */
  readonly right: boolean | null;
}

const KEY = 'unblocked-learn';
const NEW: LessonProgress = { opened: false, finished: false, right: null };

type Kept = Readonly<Record<string, LessonProgress>>;

function isProgress(value: unknown): value is LessonProgress {
  if (typeof value !== 'object' || value === null) return false;
  const { opened, finished, right } = value as Partial<Record<keyof LessonProgress, unknown>>;
  return (
    typeof opened === 'boolean' &&
    typeof finished === 'boolean' &&
    (right === null || typeof right === 'boolean')
  );
}

/** What storage holds, as far as it can be read: another version may have written it. */
function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => isProgress(value)));
  } catch {
    return {};
  }
}

/** Names are lessons' slugs, and `gotcha:<id>` for the cards of the deck. */
export class Progress {
  #kept = $state.raw<Kept>(read());

  of(name: Slug | `gotcha:${string}`): LessonProgress {
    return this.#kept[name] ?? NEW;
  }

  get started(): boolean {
    return Object.keys(this.#kept).length > 0;
  }

  note(name: Slug | `gotcha:${string}`, what: Partial<LessonProgress>): void {
    this.#keep({ ...this.#kept, [name]: { ...this.of(name), ...what } });
  }

  reset(): void {
    this.#keep({});
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage is refused: it is remembered until the page is closed.
    }
  }
}

export const progress = new Progress();
