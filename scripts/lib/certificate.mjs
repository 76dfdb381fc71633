import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

/** @typedef {{ key: string, cert: string }} Certificate both as PEM */

const DAY = 86_400_000;
const DAYS = 30;

/**
 * Whether the certificate is still good, tomorrow too, and made for all of these.
 *
 * @param {string} cert
 * @param {readonly string[]} hosts names and addresses
 */
export function isGood(cert, hosts) {
  const certificate = new X509Certificate(cert);
  const soon = Date.now() + DAY;
  if (Date.parse(certificate.validFrom) > Date.now() || Date.parse(certificate.validTo) < soon) return false;
  return hosts.every((host) =>
    isIP(host) === 0 ? certificate.checkHost(host) !== undefined : certificate.checkIP(host) !== undefined,
  );
}

/**
 * A new certificate that its own key has signed: browsers warn of it, once a device.
 *
 * @param {readonly string[]} hosts
 * @returns {Promise<Certificate>}
 */
export async function makeCertificate(hosts) {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Unblocked' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + DAYS * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: hosts.map((host) => (isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host })),
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/**
 * The certificate of the last time, if it still fits, so that phones which went past the browser's warning needn't
 * again; else a new one.
 *
 * @param {readonly string[]} hosts
 * @param {string} [folder]
 * @returns {Promise<Certificate>}
 */
export async function certificateFor(hosts, folder = join(ROOT, '.cache', 'https')) {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const kept = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    if (isGood(kept.cert, hosts)) return kept;
  } catch {
    // None yet, or not to be read.
  }
  const made = await makeCertificate(hosts);
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return made;
}
