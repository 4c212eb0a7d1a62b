import type { Plugin } from 'vite';

/**
 * Gives webextension-polyfill, which is CommonJS, a default export of its own. Bundlers would copy all properties of the browser's
 * `browser` object instead, and a browser makes an API's functions when its property is first read: each script would wait for all of them
 * at its start, used or not.
 */
export function polyfillAsModule(): Plugin {
  return {
    name: 'polyfill-as-module',
    transform(code, id) {
      if (!/\/webextension-polyfill\/dist\/browser-polyfill\.js$/.test(id.replaceAll('\\', '/').replace(/\?.*/, ''))) return null;
      if (!code.includes('factory(module)'))
        throw new Error('webextension-polyfill is built in another form than is known: see scripts/build');
      return { code: `const exports = {};\nconst module = { exports };\n${code}\nexport default module.exports;\n`, map: null };
    },
  };
}
