import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** Keys of the message catalogue, `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

/** What plural messages begin with: `popup_claims` for `popup_claims_one` and `popup_claims_other`. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** Scripts that run from right to left, by their codes in ISO 15924. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa']);

/** Keeps a value's own direction from turning the text around it: a name in Latin letters that ends with a point, in Hebrew. */
function isolate(value: string): string {
  return textDirection() === 'rtl' && /\p{L}/u.test(value) ? `\u2068${value}\u2069` : value;
}

// The catalogue's keys are typed above; WXT's own overloads would want each call's key as a literal.
const getMessage = (key: string, values: readonly string[]): string =>
  (browser.i18n.getMessage as (key: string, values?: string[]) => string)(key, values.map(isolate));

/**
 * The message under `key` in the reader's language, or in English where that language lacks it (the browser falls back to
 * `default_locale`). `$1` to `$9` in the message stand for `values`.
 */
export function t(key: MessageKey, ...values: readonly string[]): string {
  return getMessage(key, values);
}

/** The message for `count` things: `<base>_one`, `<base>_other`, … by the plural rules of the catalogue's language; `$1` is the count. */
export function tPlural(base: PluralKey, count: number, ...values: readonly string[]): string {
  const all = [formatNumber(count), ...values];
  const category = new Intl.PluralRules(messageLanguage()).select(count);
  return getMessage(`${base}_${category}`, all) || getMessage(`${base}_other`, all);
}

/**
 * The message of a member of one of the project's unions: `tNamed('basis', 'own-voice')` is the message `basis_own_voice`. The name
 * itself where no message is known, so that a reader still sees something that can be told apart.
 */
export function tNamed(area: string, name: string, ...values: readonly string[]): string {
  return getMessage(`${area}_${name.replaceAll('-', '_')}`, values) || name;
}

/** A source pack's name in the reader's language where it came with the product, else the name that its maker gave it. */
export function packName(id: string, given: string): string {
  const known = tNamed('pack', id);
  return known === id ? given : known;
}

/** The language of the catalogue in use, as BCP 47: not always the browser's own, which may have no translation. */
export function messageLanguage(): string {
  return t('locale_code') || 'en';
}

/** Which way the catalogue's language runs. */
export function textDirection(): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(messageLanguage()).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** A whole number in the digits and grouping of the reader's language. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(messageLanguage()).format(value);
}

/** A share from 0 to 1 as whole per cent. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(messageLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Several names as one enumeration: "A, B, and C". */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(messageLanguage(), { type: 'conjunction' }).format(names.map(isolate));
}
