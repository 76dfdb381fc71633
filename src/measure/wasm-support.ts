/**
 * A module of one function, `i32.const 0, i8x16.splat, drop`: it is only valid where SIMD is known.
 * https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions
 */
const SIMD_MODULE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic, version 1
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00], // types: () → ()
  ...[0x03, 0x02, 0x01, 0x00], // functions: one, of type 0
  ...[0x0a, 0x09, 0x01, 0x07, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x1a, 0x0b], // its code
);

/** What there is of WebAssembly: with 128-bit SIMD, without, or nothing (Safari's lockdown mode takes it away). */
export type WasmSupport = 'simd' | 'scalar' | 'none';

interface WasmHost {
  readonly WebAssembly?: { validate(bytes: BufferSource): boolean };
}

export function wasmSupport(host: WasmHost = globalThis): WasmSupport {
  const { WebAssembly: wasm } = host;
  if (wasm === undefined) return 'none';
  return wasm.validate(SIMD_MODULE) ? 'simd' : 'scalar';
}
