import type { ShownCode } from '../code/shown-code.ts';

/**
 * The stepper has no simulated network and no stage, but it has timers, promises and a console: enough to stand in
 * for them. A program's text is never changed; these lines are put before it.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  log: 'const log = (...values) => console.log(...values);',
  show: "const show = (value) => console.log('screen:', value);",
  pause: 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));',
  busy: 'const busy = (ms) => {\n  const end = performance.now() + ms;\n  while (performance.now() < end);\n};',
  type: "const type = (text, handler) => {\n  console.log('typed:', text);\n  handler(text);\n};",
};

/** The text for the stepper: what the program uses and the stepper hasn't got, a lesson's own lines, the program. */
export function stepperText(code: ShownCode, own: string): string {
  const used = Object.entries(STAND_INS)
    .filter(([name]) => new RegExp(`\\b${name}\\(|\\b${name}\\b[,)]`).test(code.text))
    .map(([, line]) => line);
  const before = [...used, own.trim()].filter((text) => text !== '');
  return before.length === 0 ? code.text : `${before.join('\n')}\n\n${code.text}`;
}
