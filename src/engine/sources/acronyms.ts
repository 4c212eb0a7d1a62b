import type { ReadSentence } from '../reading.ts';
import { normalise } from './noun-phrase.ts';

/** "Gaza Humanitarian Foundation (GHF)" and "GHF (Gaza Humanitarian Foundation)". */
export function findAcronyms(text: string, sentences: readonly ReadSentence[]): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    // The expressions take milliseconds to compile and to run.
    if (!words.includes('(')) continue;
    for (const found of words.matchAll(
      /((?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’'-]*(?:\s+(?:of|for|the|and|on|in|to|&|de|du|des))*\s+){1,9}?[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’'-]*|[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’'-]+)\s+\(((?:the )?[A-ZÀ-ÞĀ-Ž0-9][A-Za-zÀ-ỿ0-9.&-]{1,11})[),]/gu,
    )) {
      const full = normalise(found[1] ?? '');
      const short = normalise((found[2] ?? '').replace(/^the /, ''));
      if (!/^[A-ZÀ-ÞĀ-Ž]/u.test(short) || !initialsMatch(full, short)) continue;
      // "Trade, Ferries and Harbours Ruritania (TFHR)": a list before it belongs to the name whose first letter is missing.
      const list = full.startsWith(short.charAt(0))
        ? null
        : /(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’'-]*, ){1,4}$/u.exec(words.slice(Math.max(0, found.index - 80), found.index));
      const whole = list?.[0].startsWith(short.charAt(0)) ? list[0] + full : full;
      acronyms.set(short, whole.replace(/^The /, ''));
    }
    for (const found of words.matchAll(/\b([A-ZÀ-ÞĀ-Ž]{2,8})\s+\(([^)]{8,90})\)/gu)) {
      const full = normalise(found[2] ?? '');
      if (initialsMatch(full, found[1] ?? '')) acronyms.set(found[1] ?? '', full);
    }
  }
  return acronyms;
}

function initialsMatch(full: string, short: string): boolean {
  const letters = short.replace(/[^A-Za-zÀ-ỿ]/gu, '').toUpperCase();
  const initials = (full.match(/[A-Za-zÀ-ỿ][A-Za-zÀ-ỿ’'.]*/gu) ?? [])
    .filter((word) => /^[A-ZÀ-ÞĀ-Ž]/u.test(word))
    .map((word) => word[0]?.toUpperCase() ?? '');
  if (letters.length < 2 || initials.length < 2) return false;
  let at = 0;
  for (const letter of letters) {
    const found = initials.indexOf(letter, at);
    if (found >= 0) at = found + 1;
    else if (!full.toUpperCase().includes(letter)) return false;
  }
  return initials.filter((letter) => letters.includes(letter)).length >= Math.min(initials.length, letters.length) - 1;
}
