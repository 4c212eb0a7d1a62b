import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { inAscii } from '../../../scripts/build/ascii-code.ts';

it.each([
  ['a string', "'Wörter: “so” – 𝒜 ש'"],
  ['a template', '`“so”`'],
  ['an expression', '"a “b” 𝒜".replace(/[“”]|𝒜/gu, "*")'],
  ['a raw template of an expression', '"“b”".replace(new RegExp(String.raw`[“”]\\b`, "u"), "*")'],
  ['a name', '((größe) => größe)(3)'],
])('%s means the same in ASCII', (_, code) => {
  const ascii = inAscii(code);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  expect(runInNewContext(ascii)).toBe(runInNewContext(code));
});

it('refuses what its escape would change', () => {
  expect(() => inAscii('/\\“/')).toThrow('after a backslash');
});
