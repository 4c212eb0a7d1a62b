import { request } from 'node:http';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { type Server, serve } from '../../../scripts/browsers/serve.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../samples');

/** Asks for a path as it stands: `fetch` would take the dots out of it. */
function get(server: Server, path: string): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, reject) => {
    const asked = request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (data) => {
        body += data;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }));
    });
    asked.on('error', reject).end();
  });
}

describe('serve', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  it('serves a folder on this machine only, a page made on the spot before a file, with the headers given', async () => {
    server = await serve(SAMPLES, { headers: { 'x-test': 'yes' }, pages: { '/made': '<p>made' } });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await get(server, '/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(await get(server, '/ledger.css')).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' });
    expect(await get(server, '/made?query')).toMatchObject({ status: 200, body: '<p>made' });
    expect((await fetch(`${server.url}/made`)).headers.get('x-test')).toBe('yes');
  });

  it.each(['/missing.html', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/images/..%2f..%2fpackage.json'])(
    'does not find %s',
    async (path) => {
      server = await serve(SAMPLES);
      expect(await get(server, path)).toMatchObject({ status: 404, body: 'not found' });
    },
  );
});

describe('findBrowser', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('takes the browser that the environment names, and not one that is not there', () => {
    vi.stubEnv('CHROMIUM', process.execPath);
    expect(findBrowser('chromium')).toBe(process.execPath);
    vi.stubEnv('CHROMIUM', '/nowhere/chromium');
    expect(findBrowser('chromium')).not.toBe('/nowhere/chromium');
  });
});
