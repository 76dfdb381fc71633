import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../lib/ports.mjs';

/** @typedef {import('./journey.mjs').Driver} Driver */
/** @typedef {{ driver: string, browser: string, screen: string }} WebKit paths of the programs that it takes */

const START_LIMIT = 20_000;
/** Of a script and of a page's load, as the driver is told, in ms. */
const WAIT_LIMIT = 60_000;
/** Of one command, in ms: a driver that hangs keeps no limit of its own. */
const COMMAND_LIMIT = 90_000;
const CLOSE_LIMIT = 10_000;
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const LIBRARIES = '/usr/lib';

/**
 * The folders in a folder; none where there is no such folder, or where it may not be read.
 *
 * @param {string} path
 */
function foldersIn(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name));
  } catch {
    return [];
  }
}

/** The small browser of the newest version, below the folder of the machine's architecture: `''` where there is none. */
function newestBrowser() {
  const versions = foldersIn(LIBRARIES)
    .flatMap(foldersIn)
    .filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path));
  const found = versions.map((path) => join(path, 'MiniBrowser')).filter((path) => existsSync(path));
  return found.sort().at(-1) ?? '';
}

/** Where WebKitGTK's driver, its small browser and a screen for it are, or `null`. */
export function findWebKit() {
  const found = {
    driver: '/usr/bin/WebKitWebDriver',
    browser: newestBrowser(),
    screen: '/usr/bin/xvfb-run',
  };
  return Object.values(found).every((path) => existsSync(path)) ? found : null;
}

/**
 * One command of the WebDriver protocol (https://www.w3.org/TR/webdriver2/).
 *
 * @param {string} base address of the driver, or of a session
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<unknown>}
 */
async function command(base, method, path, body) {
  const response = await fetch(`${base}${path}`, {
    method,
    signal: AbortSignal.timeout(method === 'DELETE' ? CLOSE_LIMIT : COMMAND_LIMIT),
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const { value } = /** @type {{ value: { message?: string } | null }} */ (await response.json());
  if (!response.ok) throw new Error(value?.message ?? `${method} ${path}: ${response.status}`);
  return value;
}

/** @param {string} base */
async function answering(base) {
  const until = performance.now() + START_LIMIT;
  for (;;) {
    const up = await fetch(`${base}/status`).catch(() => null);
    if (up?.ok) return;
    if (performance.now() > until) throw new Error('WebKitWebDriver did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * @param {WebKit} programs
 * @param {number} port
 * @param {boolean} sharedMemory
 */
function startDriver({ driver, screen }, port, sharedMemory) {
  const child = spawn(screen, ['-a', driver, `--port=${port}`], {
    // A group of its own, so that the screen and the browser end with it.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, JSC_useSharedArrayBuffer: String(sharedMemory) },
  });
  const end = () => {
    process.off('exit', end);
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', end);
  return end;
}

/**
 * Starts WebKitGTK, which has no `SharedArrayBuffer` unless its engine is told to, even on an isolated page.
 *
 * @param {WebKit} programs
 * @param {boolean} sharedMemory
 * @returns {Promise<Driver>}
 */
export async function startWebKit(programs, sharedMemory) {
  const port = await freePort(0);
  const base = `http://127.0.0.1:${port}`;
  const end = startDriver(programs, port, sharedMemory);
  try {
    await answering(base);
    const options = { binary: programs.browser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const made = await command(base, 'POST', '/session', { capabilities });
    const session = `${base}/session/${/** @type {{ sessionId: string }} */ (made).sessionId}`;
    await command(session, 'POST', '/timeouts', { script: WAIT_LIMIT, pageLoad: WAIT_LIMIT });
    return driverOf(session, end);
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * @param {string} session
 * @param {() => void} end
 * @returns {Driver}
 */
function driverOf(session, end) {
  return {
    open: async (url) => {
      await command(session, 'POST', '/url', { url });
    },
    reload: async () => {
      await command(session, 'POST', '/refresh');
    },
    ask: (script) => {
      const body = `const done = arguments[0]; (async () => { ${script} })().then(done, (e) => done(String(e)));`;
      return command(session, 'POST', '/execute/async', { script: body, args: [] });
    },
    press: async (xpath) => {
      const found = await command(session, 'POST', '/element', { using: 'xpath', value: xpath });
      const id = /** @type {Record<string, string>} */ (found)[ELEMENT] ?? '';
      await command(session, 'POST', `/element/${id}/click`);
    },
    close: async () => {
      await command(session, 'DELETE', '').catch(() => undefined); // it may be gone already
      end();
    },
  };
}
