import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { polyfillAsModule } from '../../../scripts/build/polyfill-as-module.ts';

const FILE = createRequire(import.meta.url).resolve('webextension-polyfill');

function transform(code: string, id: string): string | null {
  const { transform } = polyfillAsModule() as { transform(code: string, id: string): { readonly code: string } | null };
  return transform(code, id)?.code ?? null;
}

describe('webextension-polyfill as a module', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives the browser’s own object, of which no API is read before it is used', async () => {
    const read: string[] = [];
    const own = (name: string, api: unknown) => ({ enumerable: true, get: () => read.push(name) && api });
    const browser = Object.defineProperties({}, { runtime: own('runtime', { id: 'sourcelight' }), windows: own('windows', {}) });
    vi.stubGlobal('chrome', browser);
    vi.stubGlobal('browser', browser);
    const code = transform(readFileSync(FILE, 'utf8'), FILE) ?? '';
    const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as { default: unknown };
    expect(module.default).toBe(browser);
    expect(new Set(read)).toEqual(new Set(['runtime']));
  });

  it('fails where the polyfill is built in another form, and leaves other files alone', () => {
    expect(() => transform('export default {}', FILE)).toThrow('another form');
    expect(transform('export default {}', '/elsewhere/browser-polyfill.js')).toBeNull();
  });
});
