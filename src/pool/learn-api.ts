/** What the course's small worker answers: jobs that should never have been sent to one. Types only. */
export interface LearnApi {
  /** The letters of one word. */
  count(word: string): Promise<number>;
  /** The letters of many. */
  countAll(words: readonly string[]): Promise<number>;
  /** Parses there; the value comes back as a clone. */
  parse(text: string): Promise<unknown>;
}
