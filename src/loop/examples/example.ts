export interface Example {
  /** In a link: `#/loop?example=<slug>`. Never changed once it is out. */
  readonly slug: string;
  readonly title: string;
  /** What to look at, in a sentence. */
  readonly look: string;
  readonly code: string;
}

export interface ExampleGroup {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** Code written with the indent of its surroundings: the first and the last line are empty. */
export function code(strings: TemplateStringsArray): string {
  const lines = (strings.raw[0] ?? '').split('\n').slice(1, -1);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
