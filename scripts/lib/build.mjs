import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, executeNode } from './process.mjs';
import { PlainError, tell } from './say.mjs';

const SOURCES = [
  'index.html',
  'kernels',
  'package-lock.json',
  'package.json',
  'scripts/vite',
  'src',
  'static',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
  'workers',
];

const STAMP = join(ROOT, '.cache', 'build.stamp');

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** A digest of everything that the build is made from. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} wanted */
function isBuilt(wanted) {
  if (!existsSync(join(ROOT, 'dist', 'index.html')) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === wanted;
}

/** Builds the production page, unless `dist` was made from these very sources. */
export async function ensureBuilt() {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  tell('Building …');
  // Vite, once loaded in this process (the bench reads the app's own modules), leaves `development` behind.
  const env = { NODE_ENV: 'production' };
  const { code, output } = await executeNode('node_modules/vite/bin/vite.js', ['build'], { env });
  if (code !== 0) throw new PlainError(`The build failed:\n${output.trim()}`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, wanted);
}
