import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { OLDEST } from './scripts/browsers/oldest.ts';
import { asciiCode } from './scripts/build/ascii-code.ts';
import { polyfillAsModule } from './scripts/build/polyfill-as-module.ts';
import { preactWithoutInnerHtml } from './scripts/build/preact-without-inner-html.ts';
import { fixDates } from './scripts/package-dates.ts';

/**
 * What the manifest asks for and why is in docs/privacy.md. No host permission at install: `activeTab` covers the click on the
 * toolbar button, and sites are optional permissions that a reader grants one by one.
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [polyfillAsModule(), preactWithoutInnerHtml(), asciiCode()],
    assetsInclude: ['**/weights.bin'],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
    // Every browser that is supported preloads modules by itself; Vite's stand-in for the others holds a `fetch`.
    // The background holds the model (kilobytes); tests/browsers/supply.test.ts watches the size of the package.
    build: { sourcemap: false, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 6000 },
  }),
  hooks: {
    // What two pages share is one file for all of them: each file more that a popup loads makes it a few milliseconds later. The
    // background and the page's script are built by themselves, each to one file.
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rolldownOptions?.output;
      if (entrypoints.length > 1 && output && !Array.isArray(output))
        output.codeSplitting = { groups: [{ name: 'shared', minShareCount: 2 }] };
    },
    // What the settings page leads to: the documents themselves, so that they cannot differ. A byte order mark, since nothing else tells a
    // browser how a text file of an extension is encoded.
    'build:publicAssets': (_, files) => {
      for (const name of ['accuracy', 'codebook'])
        files.push({ relativeDest: `${name}.txt`, contents: `\ufeff${readFileSync(`docs/${name}.md`, 'utf8')}` });
    },
    'zip:done': (_, archives) => fixDates(archives),
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus'],
    // One pattern for both schemes: what the popup asks for, `*://host/*`, must lie in a single one of these.
    optional_host_permissions: ['*://*/*'],
    // Chrome takes four suggested keys at most; Ctrl+Alt is a character key on many keyboards, and Chrome's tab groups have Alt+Shift+C, N, P,
    // W, X and Z.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'toggle-highlights': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_toggle_highlights__' },
      'next-claim': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next_claim__' },
      'previous-claim': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous_claim__' },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sourcelight@sourcelight.example',
              strict_min_version: `${OLDEST.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: `${OLDEST.firefox}.0` },
          },
        }
      : { minimum_chrome_version: String(OLDEST.chromium), storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
