import type { Plugin } from 'vite';

/**
 * Writes the built code in ASCII, other characters as escapes. One character beyond Latin-1 makes a browser hold all of a script in two bytes a
 * character: of the background, which holds the model, that is eight megabytes in place of four to fill at each start.
 */
export function asciiCode(): Plugin {
  return {
    name: 'ascii-code',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inAscii(file.code);
      },
    },
  };
}

/**
 * Code units as `\uXXXX`: the same in strings, templates, regular expressions and names, and in the raw templates that regular expressions
 * are made from.
 */
export function inAscii(code: string): string {
  if (/\\[^\0-\x7f]/.test(code)) throw new Error('a character after a backslash: its escape would be read as two');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
