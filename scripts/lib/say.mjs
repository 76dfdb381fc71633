/** An error whose message is one sentence for the person at the terminal: no stack is shown. */
export class PlainError extends Error {
  /** @override */
  name = 'PlainError';
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Progress and notices: standard error, so that standard output holds only results.
 *
 * @param {string} text
 */
export function tell(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a command's main function: a plain error ends it with one line and exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    const plain = error instanceof PlainError || !(error instanceof Error);
    tell(plain ? messageOf(error) : (error.stack ?? error.message));
    process.exitCode = 1;
  }
}
