import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { houseRule, houseSettings } from './scripts/lint/house.mjs';

/** @typedef {Partial<import('eslint').Linter.RulesRecord>} Rules */

const CONFIGS = ['*.config.{js,ts}', 'scripts/*/*.config.ts'];

/**
 * Sizes as errors: a file that grows past these has two jobs.
 *
 * @type {Rules}
 */
const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
  'max-depth': ['error', 3],
  'max-params': 'off',
  '@typescript-eslint/max-params': ['error', { max: 4 }],
};

/** @type {Rules} */
const taste = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': ['error', { allow: ['warn', 'error'] }],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: "ExportSpecifier[exported.name='default']", message: 'Export by name.' },
];

/** A worker started elsewhere would escape the pool's abort, its limits and its clearing up. */
const noWorker = [
  {
    selector: 'NewExpression[callee.name=/^(Shared)?Worker$/]',
    message: 'Workers are started in src/pool and src/loop/spawn.ts.',
  },
  {
    selector: 'NewExpression[callee.property.name=/^(Shared)?Worker$/]',
    message: 'Workers are started in src/pool and src/loop/spawn.ts.',
  },
];

export default defineConfig(
  globalIgnores([
    'dist',
    '.cache',
    'test-results',
    'playwright-report',
    'tests/fixtures',
    'src/**/answer.js',
    '**/*.as.ts',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.config.js', '*.config.ts'],
          defaultProject: 'scripts/tsconfig.json',
        },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: { ...sizes, ...taste, 'no-restricted-syntax': ['error', ...noDefaultExport] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    rules: {
      // The compiler knows every name; ESLint alone doesn't know TypeScript's types.
      'no-undef': 'off',
      // Controllers keep listeners and caches in plain collections on purpose; state is $state.raw.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    // The parser doesn't know another component's props, so that handlers passed to one look untyped;
    // svelte-check knows them.
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**', 'workers/**'],
    plugins: {
      boundaries: /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (boundaries)),
    },
    settings: houseSettings,
    rules: {
      'boundaries/dependencies': houseRule,
      'no-restricted-imports': ['error', { patterns: ['**/*[?]worker*', '**/*[?]sharedworker*'] }],
      'no-restricted-syntax': ['error', ...noDefaultExport, ...noWorker],
    },
  },
  {
    files: ['src/pool/**', 'src/loop/spawn.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noDefaultExport] },
  },
  {
    // A program of the course is written as a textbook would, for eyes on a phone.
    files: ['src/learn/**/program.ts'],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', ...CONFIGS],
    languageOptions: { globals: globals.node },
    // A JSDoc cast, which the compiler checks, is invisible to ESLint.
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: CONFIGS,
    rules: { 'no-restricted-syntax': 'off' },
  },
  prettier,
);
