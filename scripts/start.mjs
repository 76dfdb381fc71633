import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError, messageOf, run } from './lib/say.mjs';

const USAGE = 'Usage: npm start [-- --port N] [--host]';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string', default: '4173' }, host: { type: 'boolean', default: false } },
    });
    const port = Number(values.port);
    if (Number.isInteger(port) && port > 0 && port < 65536) return { port, lan: values.host };
  } catch (error) {
    throw new PlainError(`${messageOf(error)}\n${USAGE}`);
  }
  throw new PlainError(`--port takes a number from 1 to 65535.\n${USAGE}`);
}

/**
 * White paper and black ink whatever the terminal's own colours: not every camera reads an inverted code.
 *
 * @param {string} code light modules drawn as blocks
 */
function inkOnPaper(code) {
  if (!process.stdout.isTTY) return code;
  return code
    .split('\n')
    .map((line) => `\u001b[97;40m${line}\u001b[0m`)
    .join('\n');
}

/** @param {string[]} addresses */
async function showAddresses(addresses) {
  const { renderUnicodeCompact } = await import('uqr');
  const [first, ...others] = addresses;
  if (first === undefined) {
    console.log('No network found: other devices cannot reach this machine.');
    return;
  }
  console.log(`\nOn other devices of this network: ${[first, ...others].join(' or ')}\n`);
  console.log(inkOnPaper(renderUnicodeCompact(first, { border: 2 })));
  console.log('Over plain http a browser gives no shared memory and no offline copy; all else works.');
}

await run(async () => {
  const options = readOptions();
  await ensureInstalled();
  await ensureBuilt();
  const { serveBuild } = await import('./lib/serve.mjs');
  const site = await serveBuild(options);
  console.log(`Unblocked is at ${site.url} (Ctrl+C ends it)`);
  if (options.lan) await showAddresses(site.network);
});
