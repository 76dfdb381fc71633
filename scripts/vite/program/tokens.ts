import { createHighlighter, type ThemeRegistration } from 'shiki';

/** What a piece of code is, as the page tells it: keywords are bold, strings tinted, comments grey. */
export type TokenRole = 'keyword' | 'string' | 'comment' | '';
export type Token = readonly [role: TokenRole, text: string];

/** Not colours: names for roles. The page's policy forbids inline styles, so that classes carry the look. */
const ROLES: Readonly<Record<string, TokenRole>> = {
  '#000001': 'keyword',
  '#000002': 'string',
  '#000003': 'comment',
};

const THEME: ThemeRegistration = {
  name: 'roles',
  type: 'light',
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  tokenColors: [
    {
      scope: ['keyword.control', 'keyword.operator.new', 'keyword.operator.expression', 'storage'],
      settings: { foreground: '#000001' },
    },
    { scope: ['string'], settings: { foreground: '#000002' } },
    {
      scope: ['storage.type.function.arrow', 'variable', 'meta.template.expression'],
      settings: { foreground: '#000000' },
    },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000003' } },
  ],
};

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** The lines of a text, each a list of pieces; neighbours of one role are joined. */
export async function tokenLines(text: string): Promise<Token[][]> {
  highlighter ??= createHighlighter({ themes: [THEME], langs: ['javascript'] });
  // no time limit: on a busy machine the rest of a line would stay without its roles
  const { tokens } = (await highlighter).codeToTokens(text, {
    lang: 'javascript',
    theme: 'roles',
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) => {
    const pieces: [TokenRole, string][] = [];
    for (const { content, color } of line) {
      const role = ROLES[color?.toLowerCase() ?? ''] ?? '';
      const last = pieces.at(-1);
      if (last !== undefined && (last[0] === role || content.trim() === '')) last[1] += content;
      else pieces.push([role, content]);
    }
    return pieces;
  });
}
