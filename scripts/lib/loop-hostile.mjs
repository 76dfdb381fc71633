/**
 * Code that means the stepper harm, or does it harm without meaning to.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const HOSTILE = {
  'an endless loop': 'while (true) {}',
  'a loop around an await': 'while (true) await 0;',
  'a million promises': 'for (let i = 0; i < 1e6; i += 1) Promise.resolve(i).then((v) => v);',
  'timers without end': 'const again = () => setTimeout(again, 0); again();',
  'a text that doubles': "let text = 'x'; while (true) text += text;",
  'a huge text at once': "const all = []; while (true) all.push('x'.repeat(2 ** 28).split(''));",
  'a huge array filled': 'new Array(1e9).fill(0).map((v) => [v]);',
  'a regular expression that backtracks': "/^(a+)+$/.test('a'.repeat(40) + 'b');",
  'a huge number': 'let n = 3n; while (true) n = n * n;',
  'calls without end': 'const down = (n) => down(n + 1) + 1; down(0);',
  'brackets nested deep': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'a syntax error': 'const = ;',
  'prototypes taken apart':
    'Object.prototype.then = function (r) { r(this); }; Array.prototype.push = null; ' +
    'Promise.prototype.then = () => { throw 1; }; delete globalThis.console; ' +
    '(async () => { while (true) await {}; })();',
  'a proxy of everything':
    'const p = new Proxy(() => p, { get: () => p, apply: () => p, ownKeys: () => { while (true); } }); ' +
    'console.log(p, `${Object.keys(p)}`);',
  'a getter that never returns': 'console.log({ get x() { while (true); } }.x);',
};
