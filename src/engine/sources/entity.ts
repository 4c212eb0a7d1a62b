import type { Source, SourceType } from '../../article/attribution.ts';
import type { SourcePack } from '../../packs/source-pack.ts';
import type { Gender } from './knowledge/first-names.ts';
import type { Person } from './name-index.ts';

/** What kind of thing an entity is, for pronouns and for the basis "named" or "unnamed". */
export type EntityKind = 'person' | 'body' | 'people' | 'document';

/** A source in the making: all that its mentions told so far. */
export interface Entity {
  readonly id: string;
  name: string;
  readonly type: SourceType;
  readonly pack: SourcePack | null;
  readonly kind: EntityKind;
  readonly person: Person | null;
  readonly gender: Gender | null;
  readonly plural: boolean;
  /** Nouns by which it may be meant: "ministry", "group"; lower case, singular. */
  readonly heads: Set<string>;
  /** Somebody or something with a name, not only a role. */
  readonly named: boolean;
  /** Where it spoke last: position in the text, and index of the sentence. */
  lastAt: number;
  lastSentence: number;
}

/** A source as the article's reader sees it. */
export function sourceOf(entity: Entity): Source {
  const { id, name, type, pack } = entity;
  return pack === null ? { id, name, type } : { id, name, type, pack: pack.id, packName: pack.name };
}

/** An id from a name: "Ana Ruiz (Harbour Board)" → "ana-ruiz-harbour-board". */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^A-Za-zÀ-ỿ0-9]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'source' : slug;
}
