import { executeNode } from './lib/process.mjs';
import { run } from './lib/say.mjs';

/** One project a realm: what a file may use depends on the thread it runs on. */
const REALMS = ['.', 'src/tasks', 'workers', 'tests', 'scripts'];

/** @param {string} realm */
function compile(realm) {
  const cache = `.cache/types-${realm.replaceAll(/\W/g, '-')}.tsbuildinfo`;
  const args = ['--project', realm, '--noEmit', '--incremental', '--tsBuildInfoFile', cache];
  return executeNode('node_modules/typescript/bin/tsc', [...args, '--pretty', 'false']);
}

function checkComponents() {
  const args = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'];
  return executeNode('node_modules/svelte-check/bin/svelte-check', args);
}

/**
 * @param {string} name
 * @param {ReturnType<typeof executeNode>} check
 */
async function report(name, check) {
  const { code, output } = await check;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code === 0) return;
  console.log(output.trim());
  process.exitCode = 1;
}

await run(async () => {
  for (const realm of REALMS) await report(`types of ${realm}`, compile(realm));
  await report('types of the components', checkComponents());
});
