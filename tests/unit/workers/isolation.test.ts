import { describe, expect, test } from 'vitest';
import { isolationHeaders } from '../../../scripts/vite/isolation.ts';
import { isolated } from '../../../workers/sw/isolation.ts';

describe('a response of the service worker', () => {
  test('has the headers that a server would send, its own, and its body', async () => {
    const init = { status: 206, statusText: 'Partial', headers: { 'content-type': 'text/css', etag: '"1"' } };
    const response = isolated(new Response('a{}', init));
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/css',
      etag: '"1"',
      ...Object.fromEntries(new Headers(isolationHeaders())),
    });
    expect([response.status, response.statusText, await response.text()]).toEqual([206, 'Partial', 'a{}']);
  });

  test.each([204, 205, 304])('of status %i has no body', (status) => {
    const response = isolated(new Response(null, { status }));
    expect(response.status).toBe(status);
    expect(response.body).toBeNull();
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('that can’t be copied is left alone', () => {
    const error = Response.error();
    expect(isolated(error)).toBe(error);
  });
});
