/**
 * What runs before a snippet where it runs natively, as source text: it collects what is printed as the
 * machine would print it, and slows timers down, so that what a busy machine loses between two lines of
 * the snippet (a few ms) doesn't change which timer is due first.
 */
export const SLOWER = 6;

export const COLLECTOR = String.raw`(() => {
  const lines = [];
  const text = (value) => {
    if (typeof value === 'bigint') return value + 'n';
    if (Object.is(value, -0)) return '-0';
    if (Object(value) !== value) return String(value);
    throw new Error('A snippet prints an object, which has no one text: ' + value);
  };
  for (const level of ['log', 'error', 'warn', 'info']) {
    console[level] = (...args) => { lines.push(args.map(text).join(' ')); };
  }
  for (const name of ['setTimeout', 'setInterval']) {
    const native = globalThis[name];
    globalThis[name] = (run, ms, ...rest) => native(run, ms > 1 ? ms * ${String(SLOWER)} : ms, ...rest);
  }
  return lines;
})()`;
