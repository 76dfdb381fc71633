/**
 * Programs that nobody would write: promises, thenables, async functions, generators and timers put together at
 * random. Each `§` becomes a number of its own, so that every line tells where it was printed.
 */
import fc from 'fast-check';

type Part = fc.Arbitrary<string>;

/** Source text with random parts. */
function code(texts: TemplateStringsArray, ...parts: Part[]): Part {
  return fc.tuple(...parts).map((values) => String.raw({ raw: texts }, ...values));
}

/** The first is the way out where it has become deep enough. */
const one = (first: Part, ...others: Part[]): Part =>
  fc.oneof({ maxDepth: 6, depthSize: 'xlarge', depthIdentifier: 'program' }, first, ...others);

const some = (part: Part, most: number): Part =>
  fc.array(part, { minLength: 1, maxLength: most, depthIdentifier: 'program' }).map((list) => list.join(' '));

const print = fc.constant('say(§);');
const error = fc.constant('new Error(§)');
const printed = (value: Part): Part => code`say(§, ${value});`;
const perhaps = (part: Part): Part => fc.oneof(fc.constant(''), part);

const SETTLES = ['then', 'finally'] as const;
const STEPS = ['next(1)', 'next(2)', 'return(3)', 'throw(new Error(§))'] as const;
const WAYS = ['all', 'allSettled', 'race', 'any'] as const;

type Name = 'value' | 'settling' | 'link' | 'body' | 'yielding' | 'source' | 'statement';

const { statement } = fc.letrec<Record<Name, string>>((tie) => {
  const [value, settling, link, body] = [tie('value'), tie('settling'), tie('link'), tie('body')];
  const [yielding, source, inner] = [tie('yielding'), tie('source'), tie('statement')];
  const chain = code`Promise.resolve(${value})${some(link, 3)}`;
  const run = code`(async () => { ${some(body, 3)} })()`;
  const generator = code`(async function* () { ${some(yielding, 3)} })()`;
  const list = fc
    .array(value, { maxLength: 3, depthIdentifier: 'program' })
    .map((all) => `[${all.join(', ')}]`);
  return {
    value: one(
      fc.constantFrom('1', "'text'", 'undefined', 'kept'),
      code`Promise.resolve(${value})`,
      code`heard(Promise.reject(${error}))`,
      code`heard(new Promise((resolve, reject) => { ${print} ${settling} }))`,
      code`({ then(resolve, reject) { ${print} ${settling} } })`,
      code`({ get then() { ${print} return (resolve, reject) => { ${settling} }; } })`,
      code`heard(Promise.${fc.constantFrom(...WAYS)}(${list}))`,
      code`heard(${chain})`,
      code`heard(${run})`,
    ),
    settling: one(
      code`resolve(${value});`,
      code`reject(${error});`,
      code`throw ${error};`,
      code`resolve(${value}); reject(${error});`,
      code`queueMicrotask(() => { ${print} resolve(${value}); });`,
      code`setTimeout(() => { ${print} resolve(${value}); });`,
    ),
    link: one(
      code`.then((v) => { ${printed(fc.constant('v'))} })`,
      code`.then((v) => { ${printed(fc.constant('v'))} return ${value}; })`,
      code`.${fc.constantFrom(...SETTLES)}(() => { ${print} throw ${error}; })`,
      code`.finally(() => { ${print} return ${value}; })`,
      code`.catch((e) => { ${printed(fc.constant('e'))} ${perhaps(inner)} })`,
      code`.then(async (v) => { ${some(body, 2)} })`,
    ),
    body: one(
      print,
      printed(code`await ${value}`),
      code`return ${perhaps(fc.constant('await '))}${value};`,
      code`try { ${some(body, 2)} throw ${error}; } catch (e) { ${printed(fc.constant('e'))} }`,
      code`try { ${some(body, 2)} } finally { ${print} ${some(body, 2)} ${print} }`,
      code`for await (const v of ${source}) { ${printed(fc.constant('v'))} ${perhaps(fc.constant('break;'))} }`,
      inner,
    ),
    yielding: one(
      print,
      printed(code`yield ${value}`),
      code`yield* ${source};`,
      code`try { ${some(yielding, 2)} } catch (e) { ${printed(fc.constant('e'))} yield ${value}; }`,
      code`try { ${some(yielding, 2)} } finally { ${print} ${perhaps(code`await ${value};`)} ${print} }`,
      code`return ${value};`,
    ),
    source: one(
      fc.constant('[1, 2]'),
      list,
      generator,
      code`(function* () { try { yield ${value}; yield ${value}; } finally { ${print} } })()`,
      code`{ [Symbol.asyncIterator]: () => ({ n: 0, next() { ${print} this.n += 1; return { done: this.n > 2, value: ${value} }; }, return() { ${print} return {}; } }) }`,
    ),
    statement: one(
      print,
      code`heard(${chain});`,
      code`heard(${run}${perhaps(link)});`,
      code`heard(new Promise((resolve, reject) => { ${settling} })${link});`,
      code`queueMicrotask(() => { ${print} ${perhaps(inner)} });`,
      code`setTimeout(() => { ${print} ${perhaps(inner)} });`,
      code`drive(${generator}, (g) => [${fc.array(fc.constantFrom(...STEPS), { minLength: 2, maxLength: 4 }).map((all) => all.map((step) => `g.${step}`).join(', '))}]);`,
    ),
  };
});

/** `say` prints a number and a value; `heard` keeps a rejection from being reported, `drive` prints each answer. */
const PRELUDE = String.raw`const text = (v) => v instanceof AggregateError ? 'aggregate of ' + v.errors.length : v instanceof TypeError ? 'TypeError' : v instanceof Error ? v.message : Array.isArray(v) ? '[' + v.map(text) + ']' : typeof v === 'object' && v !== null ? (v.status ?? 'object') + text(v.value) + text(v.reason) : typeof v;
const say = (n, ...values) => console.log(n, ...values.map(text));
const heard = (p) => { Promise.prototype.then.call(p, undefined, () => {}); return p; };
const drive = (generator, steps) => steps(generator).forEach((p, n) => p.then((v) => say('step', n, v.value, v.done), (e) => say('step', n, e)));
const kept = Promise.resolve('kept');
`;

export const randomProgram: Part = fc.array(statement, { minLength: 3, maxLength: 5 }).map((list) => {
  let number = 0;
  return `${PRELUDE}{ ${list.join('\n').replaceAll('§', () => `'${String((number += 1))}'`)} }`;
});
