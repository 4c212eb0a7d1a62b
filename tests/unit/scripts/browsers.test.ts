import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, findOldBrowser, placesOf } from '../../../scripts/browsers/find.ts';
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

  // On Windows a browser is not asked for its version: asking would open it.
  it.runIf(process.platform !== 'win32')('passes over a browser that is too old or stands for one that is not installed', () => {
    const folders = ['stub', 'old', 'new'].map((name) => mkdtempSync(join(tmpdir(), `sourcelight-${name}-`)));
    const scripts = ['exit 1', 'echo Mozilla Firefox 115.3.0esr', 'echo Mozilla Firefox 998.0'];
    const paths = folders.map((folder) => join(folder, 'firefox-esr'));
    for (const [at, path] of paths.entries()) {
      writeFileSync(path, `#!/bin/sh\n${scripts[at]}\n`);
      chmodSync(path, 0o755);
    }
    vi.stubEnv('FIREFOX', '');
    vi.stubEnv('PATH', [...folders, '/bin'].join(delimiter));
    expect(findBrowser('firefox')).toBe(paths[2]);
    expect(findOldBrowser('firefox')).toEqual({ path: paths[1], version: 115 });
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
});

describe('placesOf', () => {
  const windows = {
    platform: 'win32',
    env: { PATH: 'C:\\Windows;D:\\Tools', ProgramFiles: 'D:\\Programs', LocalAppData: 'C:\\Users\\ana\\AppData\\Local' },
    home: 'C:\\Users\\ana',
  } as const;
  const mac = { platform: 'darwin', env: { PATH: '/opt/homebrew/bin' }, home: '/Users/ana' } as const;
  const linux = { platform: 'linux', env: { PATH: '/usr/local/bin::/usr/bin' }, home: '/home/ana' } as const;

  it.each([
    ['chromium', windows, 'D:\\Tools\\chromium.exe'],
    ['chromium', windows, 'D:\\Programs\\Google\\Chrome\\Application\\chrome.exe'],
    ['chromium', windows, 'C:\\Users\\ana\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
    ['chromium', windows, 'D:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['firefox', windows, 'D:\\Programs\\Mozilla Firefox\\firefox.exe'],
    ['chromium', mac, '/opt/homebrew/bin/chromium'],
    ['chromium', mac, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['chromium', mac, '/Users/ana/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['firefox', mac, '/Applications/Firefox.app/Contents/MacOS/firefox'],
    ['chromium', linux, '/usr/bin/google-chrome-stable'],
    ['chromium', linux, '/usr/local/bin/microsoft-edge'],
    ['chromium', linux, '/snap/bin/chromium'],
    ['firefox', linux, '/usr/bin/firefox'],
  ] as const)('looks for %s where it stands: %o has %s', (kind, machine, place) => {
    expect(placesOf(kind, machine)).toContain(place);
  });

  it('takes no variable that Windows does not set for a folder, and no empty part of PATH', () => {
    expect(placesOf('chromium', windows).filter((place) => !/^[CD]:\\/.test(place))).toEqual([]);
    expect(placesOf('firefox', linux).filter((place) => !place.startsWith('/'))).toEqual([]);
  });
});
