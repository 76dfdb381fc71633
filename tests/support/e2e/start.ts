import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** `npm start` with these options: what it printed until it was up, and how to end it. */
export async function start(...options: string[]): Promise<{ printed: string; end: () => void }> {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...options], { cwd: ROOT });
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/(else works|device trusts)\.|With --https/.test(text)) resolve(text);
    });
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('exit', () => {
      reject(new Error(text));
    });
  });
  return { printed, end: () => child.kill() };
}
