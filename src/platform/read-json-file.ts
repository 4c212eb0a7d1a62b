import * as v from 'valibot';

/** What is wrong with a file, and where: `articles[0].corrections[2].change.status`; empty for the file as a whole. */
export interface FileProblem {
  readonly place: string;
  /** Key of the message that says it: `file_<kind>`. */
  readonly kind: 'too-large' | 'not-json' | 'too-deep' | 'forbidden-key' | 'missing' | 'unknown-key' | 'wrong-value';
  /** What the parser or the schema said, in English, shown beside the words of the kind; empty where these say all. */
  readonly detail: string;
}

export type ReadFile<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** In UTF-16 code units: a class's corrections take some hundred thousand. */
const LARGEST = 5_000_000;
const DEEPEST = 20;
/** Names that would reach an object's prototype where a reader of the value is careless. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Problems shown at once: a file with the wrong shape has one for each of its entries. */
const MOST_PROBLEMS = 20;

/** Reads an imported JSON file against a schema; never throws. Every problem names its place. */
export function readJsonFile<Schema extends v.GenericSchema>(schema: Schema, content: string): ReadFile<v.InferOutput<Schema>> {
  if (content.length > LARGEST) return failure('', 'too-large');
  // Before parsing: a parser may run out of stack on what is nested a hundred thousand deep.
  if (depthOf(content) > DEEPEST) return failure('', 'too-deep');
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    return failure('', 'not-json', error instanceof Error ? error.message : String(error));
  }
  const forbidden = forbiddenKey(value, '');
  if (forbidden !== null) return failure(forbidden, 'forbidden-key');
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, problems: parsed.issues.slice(0, MOST_PROBLEMS).map(problemOf) };
}

function problemOf(issue: v.BaseIssue<unknown>): FileProblem {
  const place = placeOf(issue);
  if (issue.received === 'undefined') return { place, kind: 'missing', detail: '' };
  if (issue.expected === 'never') return { place, kind: 'unknown-key', detail: '' };
  return { place, kind: 'wrong-value', detail: issue.message };
}

function failure(
  place: string,
  kind: FileProblem['kind'],
  detail = '',
): { readonly ok: false; readonly problems: readonly FileProblem[] } {
  return { ok: false, problems: [{ place, kind, detail }] };
}

/** `articles[0].title` of an issue's path. */
function placeOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce(
    (place, { key }) => (typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`),
    '',
  );
}

/** How deep brackets are nested outside strings. */
function depthOf(content: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < content.length; at += 1) {
    const sign = content[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** The place of the first key that must not be there; null where there is none. The depth is bounded already. */
function forbiddenKey(value: unknown, place: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`;
    if (!Array.isArray(value) && FORBIDDEN_KEYS.has(key)) return here;
    const found = forbiddenKey(inner, here);
    if (found !== null) return found;
  }
  return null;
}
