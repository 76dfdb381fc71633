import { networkInterfaces } from 'node:os';

/** This machine's addresses on its networks: what other devices reach it by. None without a network. */
export function networkAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
    .map(({ address }) => address);
}
