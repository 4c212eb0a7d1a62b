import type { Plugin } from 'vite';

/** Preact's one assignment of HTML, for `dangerouslySetInnerHTML`, in the names of its minified build. */
const ASSIGNMENT = /\(\w+\.innerHTML=\w+\.__html\)/;

/**
 * Takes out of Preact the code that would set a page's HTML: nothing here uses it, and without it the shipped package holds no such
 * code for a reviewer to wonder about. Fails where a new Preact has it in another form.
 */
export function preactWithoutInnerHtml(): Plugin {
  return {
    name: 'preact-without-inner-html',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(?:module\.js|mjs)$/.test(id.replaceAll('\\', '/').replace(/\?.*/, ''))) return null;
      if (!ASSIGNMENT.test(code)) throw new Error('Preact sets HTML in another form than is known: see scripts/build');
      return { code: code.replace(ASSIGNMENT, '(0)'), map: null };
    },
  };
}
