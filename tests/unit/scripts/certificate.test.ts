import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { certificateFor, isGood, makeCertificate } from '../../../scripts/lib/certificate.mjs';

const HOSTS = ['localhost', '127.0.0.1', '::1', '192.168.1.20', 'fd00::2'];
const folder = mkdtempSync(join(tmpdir(), 'unblocked-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a certificate is good for every address it was made for, and for no other', async () => {
  const { cert } = await makeCertificate(HOSTS);
  expect(isGood(cert, HOSTS)).toBe(true);
  expect(isGood(cert, ['192.168.1.21'])).toBe(false);
  expect(isGood(cert, ['elsewhere'])).toBe(false);
});

test('it is kept while it fits, so that a phone is warned once', async () => {
  const first = await certificateFor(HOSTS, folder);
  expect(await certificateFor(HOSTS, folder)).toEqual(first);
  expect(await certificateFor(['localhost'], folder)).toEqual(first);
  const moved = await certificateFor([...HOSTS, '10.0.0.7'], folder);
  expect(moved.cert).not.toBe(first.cert);
  expect(readFileSync(join(folder, 'cert.pem'), 'utf8')).toBe(moved.cert);
});

test('a client that trusts it is served', async () => {
  const made = await makeCertificate(HOSTS);
  const server = createServer(made);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const trusted = await new Promise<boolean>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca: made.cert }, () => {
      resolve(socket.authorized);
      socket.end();
    }).on('error', reject);
  });
  server.close();
  expect(trusted).toBe(true);
});
