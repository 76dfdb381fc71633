/**
 * The house of docs/architecture.md as lint rules: which folder of `src` may import which.
 * What is not listed here is forbidden.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const MAY_IMPORT = {
  main: ['app', 'ui'],
  app: ['lab', 'learn', 'loop', 'results', 'ui'],
  lab: ['strategies', 'pool', 'measure', 'async', 'tasks', 'ui', 'results'],
  learn: ['strategies', 'pool', 'measure', 'async', 'tasks', 'ui'],
  loop: ['async', 'ui'],
  results: ['measure', 'ui'],
  strategies: ['pool', 'wasm', 'async', 'tasks'],
  pool: ['async', 'tasks'],
  wasm: ['measure', 'tasks'],
  measure: ['async'],
  workers: ['tasks', 'wasm', 'async'],
  ui: [],
  async: [],
  tasks: [],
};

/** What both threads sign: workers may import types from these files, and nothing else beside them. */
const CONTRACTS = [
  'src/pool/{protocol,media-api,learn-api}.ts',
  'src/app/{arrivals,offline}/contract.ts',
  'src/loop/{contract,wire}.ts',
];

/**
 * The workers' folder stands beside `src`, and a lesson's has the same name: only the whole path tells them apart.
 *
 * @param {string} type
 */
function elementOf(type) {
  if (type === 'workers') return { type, pattern: type, partialMatch: false };
  return { type, pattern: `src/${type}` };
}

export const houseSettings = {
  'import/resolver': { node: { extensions: [] } },
  'boundaries/elements': Object.keys(MAY_IMPORT)
    .filter((type) => type !== 'main')
    .map(elementOf)
    .concat({ type: 'main', pattern: 'src' }),
  'boundaries/files': [{ category: 'contract', pattern: CONTRACTS }],
};

/** @type {[import('eslint').Linter.StringSeverity, unknown]} */
export const houseRule = [
  'error',
  {
    default: 'disallow',
    message: "'{{from.element.type}}' may not import '{{to.element.type}}': see docs/architecture.md",
    policies: [
      ...Object.entries(MAY_IMPORT).map(([from, to]) => ({
        from: { element: { type: from } },
        allow: { to: { element: { types: { anyOf: [...to] } } } },
      })),
      {
        from: { element: { type: 'workers' } },
        allow: { to: { file: { categories: 'contract' } }, dependency: { kind: 'type' } },
      },
    ],
  },
];
