/**
 * What we use of the AssemblyScript compiler (see `paths` in tsconfig.base.json). Its own types declare the language's
 * globals over JavaScript's: `[].at(-1)` would never be undefined.
 */
export declare function main(
  args: readonly string[],
  options: {
    readonly stderr: { write(text: Uint8Array | string): void };
    readonly writeFile: (name: string, contents: Uint8Array | string, baseDir: string) => void;
  },
): Promise<{ readonly error: Error | null }>;
