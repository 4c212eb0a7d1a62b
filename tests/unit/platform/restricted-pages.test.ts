import { describe, expect, it } from 'vitest';
import { siteOf } from '../../../src/platform/permissions.ts';
import { restrictionOf } from '../../../src/platform/restricted-pages.ts';

describe('pages where extensions may not run', () => {
  it.each([
    ['chrome://settings/', 'browser'],
    ['about:blank', 'browser'],
    ['view-source:https://example.org/', 'browser'],
    ['edge://extensions/', 'browser'],
    ['chrome-extension://abc/options.html', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/category/extensions', 'store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['https://microsoftedge.microsoft.com/addons/Microsoft-Edge-Extensions-Home', 'store'],
    ['https://chrome.google.com/intl/', null],
    ['https://example.org/story', null],
    ['http://127.0.0.1:8080/', null],
    ['file:///home/ana/story.html', null],
  ])('%s', (address, restriction) => {
    expect(restrictionOf(address)).toBe(restriction);
  });
});

describe('the site of an address', () => {
  it('is its host, without the www that nobody says', () => {
    expect(siteOf('https://www.example.org/a?b#c')).toEqual({ host: 'example.org', pattern: '*://www.example.org/*' });
  });

  it('has no port: match patterns know none', () => {
    expect(siteOf('http://127.0.0.1:8080/story')).toEqual({ host: '127.0.0.1', pattern: '*://127.0.0.1/*' });
  });

  it('is none for what is no site', () => {
    expect(siteOf('about:blank')).toBeNull();
    expect(siteOf('file:///a')).toBeNull();
    expect(siteOf('')).toBeNull();
  });
});
