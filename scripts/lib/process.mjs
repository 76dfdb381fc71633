import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} Outcome
 * @property {number} code the exit code; 1 where it was killed or could not be started
 * @property {string} output what it wrote, both streams in the order in which it came
 */

/**
 * @typedef {object} Options
 * @property {Record<string, string>} [env] added to this process's own
 * @property {number} [timeout] in ms; after it the command and its children are killed
 */

/**
 * Runs a command to its end and keeps its output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function execute(command, args, options = {}) {
  const windows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: ROOT,
      // Kept and shown later, perhaps in a file: no colours.
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that its children die with it; and .cmd files need a shell.
      detached: options.timeout !== undefined && !windows,
      shell: windows && command.endsWith('.cmd'),
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = options.timeout === undefined ? undefined : setTimeout(kill, options.timeout);
    child.once('error', (error) => {
      finish(1, error.message);
    });
    child.once('close', (code) => {
      finish(code ?? 1, '');
    });

    function kill() {
      if (windows || child.pid === undefined) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    }

    /**
     * @param {number} code
     * @param {string} more
     */
    function finish(code, more) {
      clearTimeout(timer);
      resolve({ code, output: output + more });
    }
  });
}

/**
 * Runs a JavaScript file with this Node: no shell and no `npx` in between, whose children outlive it.
 *
 * @param {string} file relative to the root
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export function executeNode(file, args, options) {
  return execute(process.execPath, [file, ...args], options);
}

/**
 * The last line that says something: what a person needs of a long log.
 *
 * @param {string} output
 */
export function lastLine(output) {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
