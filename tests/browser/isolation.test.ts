import { expect, test } from 'vitest';

test('browser tests run isolated, as the product does where its host allows it', () => {
  expect(crossOriginIsolated).toBe(true);
  expect(new SharedArrayBuffer(8).byteLength).toBe(8);
});
