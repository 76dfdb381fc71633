import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs a script in a Node of its own. */
function node(script: string) {
  return spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8', env: {} });
}

test('Node ends with exit code 1 when a rejection finds nobody, and goes on when it finds somebody in time', () => {
  const lost = node("setTimeout(() => console.log('still here'), 0); Promise.reject(new Error('no menu'));");
  expect(lost.status).toBe(1);
  expect(lost.stdout).toBe('');
  expect(lost.stderr).toContain('no menu');

  const heard = node(
    "setTimeout(() => console.log('still here'), 0); Promise.reject(new Error('no menu')).catch(() => 0);",
  );
  expect(heard.status).toBe(0);
  expect(heard.stdout).toBe('still here\n');
});
