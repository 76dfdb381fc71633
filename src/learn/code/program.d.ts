/** What scripts/vite/programs.ts makes of a program: its functions by name, as coloured lines. */
declare module '*program.ts?code' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import would make this file a module
  export const code: import('./shown-code.ts').ShownPrograms;
}
