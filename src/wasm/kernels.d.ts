/** What `scripts/vite/wasm.ts` makes of an AssemblyScript file: `Builds` of load.ts. */
declare module '*.as.ts?wasm' {
  export const builds: Readonly<
    Record<'simd' | 'scalar', { readonly url: string; readonly limitsAt: number }>
  >;
}
