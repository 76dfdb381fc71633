/** The snippets of tests/fixtures/loop: `=== name`, then its code; `[chromium]` where Node has no such thing. */
const FILES: Readonly<Record<string, string>> = import.meta.glob('../../fixtures/loop/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Snippet {
  readonly name: string;
  readonly code: string;
  /** Node runs it too, and in the same order. */
  readonly inNode: boolean;
}

const HEAD = /^=== (.+?)( \[chromium\])?$/;

function parse(text: string): Snippet[] {
  const found: { name: string; inNode: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, name, only] = HEAD.exec(line) ?? [];
    if (name !== undefined) found.push({ name, inNode: only === undefined, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ name, inNode, lines }) => ({ name, inNode, code: lines.join('\n').trim() }));
}

/** By subject: the name of the file. */
export const SNIPPETS: ReadonlyMap<string, readonly Snippet[]> = new Map(
  Object.entries(FILES).map(([path, text]) => [path.replace(/^.*\/|\.txt$/g, ''), parse(text)]),
);
