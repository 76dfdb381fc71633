import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/unblocked-wasm');
const VERSION = (
  JSON.parse(readFileSync(join(ROOT, 'node_modules/assemblyscript/package.json'), 'utf8')) as {
    version: string;
  }
).version;

/**
 * The memory is made by whoever runs the kernel, and declared with a maximum, so that one byte makes it a shared
 * one. No runtime, no checks: kernels only compute.
 */
const FLAGS = [
  ...['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
  ...['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
];
const SIMD = ['--enable', 'simd'];

/** With 128-bit SIMD, or without: a kernel tells them apart by `ASC_FEATURE_SIMD`. */
export type Variant = 'simd' | 'scalar';

const IMPORTED = /from '(\.[^']+\.as)'/g;

/** The file and all that it imports, and what these import, in a fixed order. */
export function sourcesOf(file: string): string[] {
  const found = new Set([file]);
  // What is added while it goes on is visited too.
  for (const source of found) {
    for (const [, path = ''] of readFileSync(source, 'utf8').matchAll(IMPORTED)) {
      found.add(`${join(dirname(source), path)}.ts`);
    }
  }
  return [...found].sort();
}

function flagsOf(variant: Variant): string[] {
  return variant === 'simd' ? [...FLAGS, ...SIMD] : FLAGS;
}

function keyOf(file: string, variant: Variant): string {
  const hash = createHash('sha256').update(JSON.stringify([VERSION, flagsOf(variant), relative(ROOT, file)]));
  for (const source of sourcesOf(file)) hash.update(source).update(readFileSync(source));
  return hash.digest('hex').slice(0, 32);
}

async function compile(file: string, variant: Variant): Promise<Uint8Array> {
  const asc = await import('assemblyscript/asc');
  const files = new Map<string, Uint8Array | string>();
  const complaints: string[] = [];
  const path = relative(ROOT, file).replaceAll('\\', '/');
  const { error } = await asc.main(
    [path, ...flagsOf(variant), '--outFile', 'kernel.wasm', '--baseDir', ROOT],
    {
      stderr: { write: (text: Uint8Array | string) => void complaints.push(String(text)) },
      writeFile: (name, contents) => void files.set(name, contents),
    },
  );
  const binary = files.get('kernel.wasm');
  if (error === null && binary instanceof Uint8Array) return binary;
  throw new Error(`${path} does not compile.\n${complaints.join('')}`);
}

/** The file as WebAssembly; what was compiled once is kept for builds and tests that follow. */
export async function compiled(file: string, variant: Variant): Promise<Uint8Array> {
  const kept = join(CACHE, `${basename(file, '.as.ts')}-${variant}-${keyOf(file, variant)}.wasm`);
  if (existsSync(kept)) return readFileSync(kept);
  const binary = await compile(file, variant);
  mkdirSync(CACHE, { recursive: true });
  const part = `${kept}.${String(process.pid)}`;
  writeFileSync(part, binary);
  renameSync(part, kept);
  return binary;
}

const MAGIC_BYTES = 8;
const IMPORTS = 2;

/** Reads an unsigned LEB128 number. https://webassembly.github.io/spec/core/binary/values.html#integers */
function number(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    const byte = bytes[at] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, next: at + 1 };
  }
}

/**
 * Where the kind of the imported memory stands (see `Build`). A kernel imports nothing else.
 * https://webassembly.github.io/spec/core/binary/modules.html#import-section
 */
export function limitsAt(bytes: Uint8Array): number {
  for (let at = MAGIC_BYTES; at < bytes.length;) {
    const size = number(bytes, at + 1);
    if (bytes[at] !== IMPORTS) {
      at = size.next + size.value;
      continue;
    }
    const count = number(bytes, size.next);
    const module = number(bytes, count.next);
    const name = number(bytes, module.next + module.value);
    const kind = name.next + name.value;
    if (count.value !== 1 || bytes[kind] !== 2 || bytes[kind + 1] !== 1) break;
    return kind + 1;
  }
  throw new Error('A kernel must import its memory, with a maximum, and nothing else.');
}
