import { parseArgs } from 'node:util';
import { networkAddresses } from './lib/addresses.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError, messageOf, run } from './lib/say.mjs';

const USAGE = 'Usage: npm start [-- --port N] [--host] [--https]';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'boolean', default: false },
        https: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (Number.isInteger(port) && port > 0 && port < 65536) {
      return { port, lan: values.host, https: values.https };
    }
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

const PLAIN = `Over plain http browsers give a page no offline copy and no shared memory; all else works.
With --https they do.`;
const SIGNED = `This machine made the certificate itself, so each browser warns once: go on all the same ("Advanced", "Continue").
Memory is shared then. An offline copy needs a certificate that the device trusts.`;

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
}

/** @param {boolean} lan */
async function certificate(lan) {
  const { certificateFor } = await import('./lib/certificate.mjs');
  return certificateFor(['localhost', '127.0.0.1', '::1', ...(lan ? networkAddresses() : [])]);
}

await run(async () => {
  const { port, lan, https } = readOptions();
  await ensureInstalled();
  await ensureBuilt();
  const { serveBuild } = await import('./lib/serve.mjs');
  const site = await serveBuild({ port, lan, ...(https && { certificate: await certificate(lan) }) });
  console.log(`Unblocked is at ${site.url} (Ctrl+C ends it)`);
  if (lan) await showAddresses(site.network);
  if (https) console.log(SIGNED);
  else if (lan) console.log(PLAIN);
});
