import * as v from 'valibot';
import { type Pack, packSchema } from './packs.ts';
import { type FileProblem, readJsonFile } from './read-json-file.ts';

const fileSchema = v.strictObject({
  format: v.literal('sourcelight-packs'),
  version: v.literal(1),
  packs: v.pipe(v.array(packSchema), v.minLength(1, 'Expected at least one pack')),
});

/** A file with packs: JSON, for another machine or a class. */
export function writePackFile(packs: readonly Pack[]): string {
  return `${JSON.stringify({ format: 'sourcelight-packs', version: 1, packs }, null, 2)}\n`;
}

/** The packs of a file, or what is wrong and where; never throws. */
export function readPackFile(
  content: string,
): { readonly ok: true; readonly packs: readonly Pack[] } | { readonly ok: false; readonly problems: readonly FileProblem[] } {
  const read = readJsonFile(fileSchema, content);
  return read.ok ? { ok: true, packs: read.value.packs } : read;
}

/** Packs with those of a file added; one with the same id takes the other's place. */
export function mergePacks(packs: readonly Pack[], added: readonly Pack[]): readonly Pack[] {
  const ids = new Set(added.map((pack) => pack.id));
  return [...packs.filter((pack) => !ids.has(pack.id)), ...added];
}

/** An id out of a name, other than those taken: `council-of-port-ellery`, `council-2`, or `pack` where the name has no Latin letters. */
export function idFromName(name: string, taken: readonly string[], fallback: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48);
  const base = plain.replace(/-$/, '') || fallback;
  let id = base;
  for (let next = 2; taken.includes(id); next += 1) id = `${base}-${next}`;
  return id;
}
