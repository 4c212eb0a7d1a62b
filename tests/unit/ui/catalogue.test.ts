import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { BASES, FLAGS, SOURCE_TYPES, STATUSES } from '../../../src/article/attribution.ts';
import { ENGLISH_WORDS } from '../../../src/export/words.ts';
import { allPacks } from '../../../src/packs/index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const LOCALES = join(ROOT, 'public/_locales');

type Catalogue = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8')) as Catalogue;

const english = read('en');
const languages = readdirSync(LOCALES);

/** `popup_claims` of `popup_claims_other`. */
const pluralBases = new Set(
  Object.keys(english).flatMap((key) => {
    const base = key.replace(/_other$/, '');
    return base !== key && `${base}_one` in english ? [base] : [];
  }),
);

/** The plural forms that numbers of things in an article need, and `other`, which serves for all that has no form of its own. */
function formsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set([...Array.from({ length: 1000 }, (_, count) => rules.select(count)), 'other'])];
}

/** All keys that a language must have. */
function keysFor(language: string): readonly string[] {
  const plain = Object.keys(english).filter((key) => !pluralBases.has(key.replace(/_(?:one|other)$/, '')));
  const plural = [...pluralBases].flatMap((base) => formsOf(language).map((form) => `${base}_${form}`));
  return [...plain, ...plural].sort();
}

/** The key in English that says what a message must hold. */
const originalOf = (key: string): string =>
  key in english ? key : `${key.replace(/_(?:zero|one|two|few|many|other)$/, '')}_other`;

const placeholders = (message: string): readonly string[] => [...new Set(message.match(/\$\d/g) ?? [])].sort();

describe('the catalogue', () => {
  it('is there in six languages at least', () => {
    expect(languages).toEqual(expect.arrayContaining(['ar', 'de', 'en', 'es', 'fr', 'he']));
  });

  it.each(languages)('has just the keys that it needs: %s', (language) => {
    expect(Object.keys(read(language)).sort()).toEqual(keysFor(language));
  });

  it.each(languages)('says nothing empty, and says its own language: %s', (language) => {
    const catalogue = read(language);
    expect(Object.entries(catalogue).filter(([, { message }]) => message.trim() === '')).toEqual([]);
    expect(catalogue.locale_code?.message).toBe(language);
    // Stores cut off what is longer.
    expect(catalogue.extension_description?.message.length).toBeLessThanOrEqual(132);
  });

  it.each(languages)('fills in the same values everywhere: %s', (language) => {
    const wrong = Object.entries(read(language)).flatMap(([key, { message }]) => {
      const wanted = placeholders(english[originalOf(key)]?.message ?? '');
      const found = placeholders(message);
      // “One sentence” needs no number.
      const numberLeftOut = /_(?:zero|one|two)$/.test(key) && [...found, '$1'].sort().join() === wanted.join();
      return found.join() === wanted.join() || numberLeftOut ? [] : [`${key}: ${found.join()} instead of ${wanted.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('names every type, status, basis, flag and pack', () => {
    const names = [
      ...SOURCE_TYPES.map((name) => `source_type_${name}`),
      ...STATUSES.flatMap((name) => [`status_${name}`, `status_meaning_${name}`]),
      ...BASES.flatMap((name) => [`basis_${name}`, `basis_meaning_${name}`]),
      ...FLAGS.map((name) => `flag_${name}`),
      ...allPacks.flatMap(({ id }) => [`pack_${id}`, `pack_description_${id}`]),
    ].map((name) => name.replaceAll('-', '_'));
    expect(names.filter((name) => !(name in english))).toEqual([]);
  });
});

it('has in English the words of the command line’s exports', () => {
  const filled = (key: string, ...values: readonly (string | number)[]) =>
    english[key.replaceAll('-', '_')]?.message.replace(/\$(\d)/g, (_, digit: string) => String(values[Number(digit) - 1]));
  const { note, outlet, address, sources, sentences, source, type, count, share, nobody, ownVoice, partial } = ENGLISH_WORDS;
  const words = { outlet, address, sources, sentences, source, type, share, nobody, own_voice: ownVoice, partial };
  for (const [key, word] of Object.entries(words)) expect(word).toBe(filled(`export_${key}`));
  expect([note, count]).toEqual([filled('disclaimer'), filled('export_sentences')]);
  const { status, basis, flag, sourceType } = ENGLISH_WORDS;
  for (const [area, names] of Object.entries({ status, basis, flag, source_type: sourceType })) {
    for (const [name, word] of Object.entries(names)) expect(word).toBe(filled(`${area}_${name}`));
  }
  expect(ENGLISH_WORDS.confirmedBy('Ana Ruiz')).toBe(filled('export_confirmed_by', 'Ana Ruiz'));
  for (const [reported, confirmed, forms] of [
    [1, 2, ['one', 'other']],
    [2, 1, ['other', 'one']],
  ] as const) {
    expect(ENGLISH_WORDS.summary(reported, confirmed, 3)).toBe(
      `${filled(`export_reported_${forms[0]}`, reported, 3)} ${filled(`export_confirmed_${forms[1]}`, confirmed)}`,
    );
  }
});

/** Attributes whose text a reader sees or hears. */
const SPOKEN = new Set([
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'text',
  'error',
]);
const HAS_WORDS = /\p{L}{2,}/u;

/** Text for readers that stands in the source of a component instead of the catalogue. */
function textOutside(file: string, source: string): readonly string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    if (!HAS_WORDS.test(text)) return;
    found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteralLike(node.expression) &&
      !ts.isJsxAttribute(node.parent)
    ) {
      note(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      const value = node.initializer;
      const literal = value && ts.isJsxExpression(value) ? value.expression : value;
      if (literal && ts.isStringLiteralLike(literal)) note(node, literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('text in the surfaces', () => {
  const files = readdirSync(join(ROOT, 'src/ui'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

  it('all comes from the catalogue', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => textOutside(file, readFileSync(join(ROOT, 'src/ui', file), 'utf8')))).toEqual([]);
  });

  it.each([['<p>Settings</p>'], ['<p>{"Settings"}</p>'], ['<input aria-label="Settings" />'], ['<Field label={`Settings`} />']])(
    'would be found outside it: %s',
    (source) => {
      expect(textOutside('planted.tsx', `const a = ${source};`)).toEqual(['planted.tsx:1: Settings']);
    },
  );
});

/** Texts in which a number says a place, a total or a limit, and no noun goes by it. */
const UNCOUNTED = [
  'class_question_of',
  'error_too_long',
  'hover_place',
  'options_pack_source_number',
  'panel_go_to_sentence',
  'panel_import_elsewhere',
  'panel_paragraph',
  'panel_sentence_number',
  'popup_figure_of',
];

/** Keys of the texts that a source fills in with a number by `t`, not by `tPlural`. */
function textsWithNumber(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      const [key, ...values] = node.arguments;
      const isNumber = (value: ts.Node) => ts.isCallExpression(value) && value.expression.getText() === 'formatNumber';
      if (key && ts.isStringLiteralLike(key) && values.some(isNumber)) found.push(key.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('any.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

it('a text with a number goes by the plural rules of its language, unless no noun goes by the number', () => {
  const sources = ['src/ui', 'src/app', 'src/platform'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  );
  expect([...new Set(sources.flatMap(textsWithNumber))].sort()).toEqual(UNCOUNTED);
});
