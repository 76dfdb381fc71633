/** What scripts/vite/programs.ts makes of a program: its functions by name, as coloured lines. */
declare module '*program.ts?code' {
  export const code: import('./shown-code.ts').ShownPrograms;
}
