// One expression a kind of token, as CoreNLP cuts them, tried in this order. Every one is a run of disjoint classes, so that matching is
// linear. They are apart because joined into one they take the browser some twenty times as long to compile, at each start.
interface Kind {
  readonly expression: RegExp;
  /** The ASCII characters that such a token may begin with: the others need not be tried, nor its expression compiled. */
  readonly begins: RegExp;
}
const kind = (pattern: string, begins: RegExp): Kind => ({ expression: new RegExp(pattern, 'uy'), begins });
// Letters with their marks, of the scripts up to Vietnamese; digits and what is written as one.
const LETTER = 'A-Za-zÀ-ỿ';
const DIGIT = '0-9²³¹¼-¾';
const LETTERS = /[A-Za-z]/;
const DIGITS = /\d/;
const ANYTHING = /[\s\S]/;
// https://example.org/a?b=c, www.example.org, ana@example.org; the full stop or comma that ends the sentence is not part of it
const ADDRESS = kind(String.raw`(?:https?:\/\/|www\.)[^\s<>"“”‘’]*[${LETTER}${DIGIT}/]`, /[hw]/);
const MAIL = kind(
  String.raw`[${LETTER}${DIGIT}][${LETTER}${DIGIT}._-]{0,63}@[${LETTER}${DIGIT}-]{1,63}(?:\.[${LETTER}${DIGIT}-]{1,63})+`,
  /[A-Za-z\d]/,
);
// @handle, #topic
const HANDLE = kind(`[@#][${LETTER}${DIGIT}_]+`, /[@#]/);
const APOSTROPHES = [
  // ’80s, '16, 'em, ’til
  kind(`['’][${DIGIT}]{2}s?(?![${LETTER}${DIGIT}])`, /'/),
  kind(`['’](?:em|til|tis|twas|cause|n)(?![${LETTER}${DIGIT}])`, /'/),
  // a clitic that stands apart: ’s
  kind(`['’](?:s|re|ve|ll|d|m)(?![${LETTER}${DIGIT}])`, /'/),
];
// U.S., U.S.-led, e.g.
const INITIALS = kind(String.raw`(?:[${LETTER}]\.)+[${LETTER}]\.(?:[-‐‑][${LETTER}${DIGIT}]+)*`, LETTERS);
// 200,000, 1.5m, 9/11, 10:30, 50-state, 74-year-old, 1990s, 2nd
const NUMBER = kind(
  `[${DIGIT}][${LETTER}${DIGIT}]*(?:[.,:/][${DIGIT}][${LETTER}${DIGIT}]*)*(?:[-‐‑][${LETTER}${DIGIT}]+)*`,
  DIGITS,
);
// words, with soft hyphens and joiners: state-of-the-art, AT&T, O’Brien, D-N.Y, Reuters.com, Post/ABC
const WORD = kind(
  String.raw`[${LETTER}][${LETTER}${DIGIT}_\u00ad\u200b-\u200d\u2060]*(?:(?:[-‐‑&/]|['’](?=[${LETTER}])|\.(?=[${LETTER}]))[${LETTER}${DIGIT}][${LETTER}${DIGIT}_\u00ad\u200b-\u200d\u2060]*)*`,
  LETTERS,
);
const MARKS = [
  // ellipses, dashes, rules, "?!"
  kind(String.raw`\.(?: \.){2,}|\.{2,}|[-–—]{2,}|[_*=~]{2,}|[?!]{2,}`, /[^A-Za-z\d]/),
  kind("''|``", /['`]/),
  // any other visible character with its combining marks
  kind(String.raw`[^\s\p{Cf}]\p{M}*`, ANYTHING),
];
const BY_WORDS = [INITIALS, NUMBER, WORD, ...MARKS];
const WITH_MAIL = [ADDRESS, MAIL, HANDLE, ...APOSTROPHES, ...BY_WORDS];
const WITHOUT_MAIL = [ADDRESS, HANDLE, ...APOSTROPHES, ...BY_WORDS];

/** Where the token that begins at an offset ends; the offset itself where none begins there: at white space and invisible marks. */
export function tokenEnd(source: string, at: number, mail: boolean): number {
  const unit = source.charCodeAt(at);
  if (unit === SPACE) return at;
  if (!mail) {
    const end = isLetter(unit)
      ? plainWordEnd(source, at)
      : isDigit(unit)
        ? plainNumberEnd(source, at)
        : plainMarkEnd(source, at, unit);
    if (end > at) return end;
  }
  const first = source.charAt(at);
  for (const { expression, begins } of mail ? WITH_MAIL : WITHOUT_MAIL) {
    if (unit < 128 && !begins.test(first)) continue;
    expression.lastIndex = at;
    if (expression.test(source)) return expression.lastIndex;
  }
  return at;
}

const SPACE = 32;
const APOSTROPHE = 39;
const HYPHEN = 45;
const STOP = 46;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
const isAlphanumeric = (unit: number): boolean => isLetter(unit) || isDigit(unit);
/** Characters that no expression above takes for a part of a word or number: ASCII, no-break space, quotation marks, dashes, the ellipsis. */
const isPlain = (unit: number): boolean =>
  unit < 128 ||
  unit === 0xa0 ||
  (unit >= 0x2012 && unit <= 0x2015) ||
  (unit >= 0x2018 && unit <= 0x201d) ||
  unit === 0x2026 ||
  Number.isNaN(unit);

/*
 * Most tokens are made of ASCII alone. What follows finds their ends by hand, just where the expressions above would, and leaves
 * everything else to these by answering with the offset itself.
 */

/** INITIALS and WORD for ASCII; an address is left to its expression. */
function plainWordEnd(source: string, from: number): number {
  if (source.charCodeAt(from + 1) === STOP && source.charCodeAt(from + 3) === STOP && isLetter(source.charCodeAt(from + 2)))
    return plainInitialsEnd(source, from);
  let at = from;
  for (;;) {
    do at++;
    while (isAlphanumeric(source.charCodeAt(at)) || source.charCodeAt(at) === 95);
    const unit = source.charCodeAt(at);
    if (!isPlain(unit)) return from;
    const next = source.charCodeAt(at + 1);
    const joins = unit === HYPHEN || unit === 38 || unit === 47;
    const joinsLetters = unit === APOSTROPHE || unit === TYPOGRAPHIC_APOSTROPHE || unit === STOP;
    if (!joins && !joinsLetters) return unit === 58 && source.startsWith('http', from) ? from : at;
    if (!isPlain(next)) return from;
    if (unit === STOP && source.startsWith('www', from)) return from;
    if (joins ? !isAlphanumeric(next) : !isLetter(next)) return at;
    at++;
  }
}

/** INITIALS for ASCII: two letters with their full stops or more, and what is joined to them by a hyphen. */
function plainInitialsEnd(source: string, from: number): number {
  let at = from + 4;
  while (isLetter(source.charCodeAt(at)) && source.charCodeAt(at + 1) === STOP) at += 2;
  while (source.charCodeAt(at) === HYPHEN && isAlphanumeric(source.charCodeAt(at + 1))) {
    do at++;
    while (isAlphanumeric(source.charCodeAt(at)));
  }
  const isCut = source.charCodeAt(at) === HYPHEN && !isPlain(source.charCodeAt(at + 1));
  return isPlain(source.charCodeAt(at)) && !isCut ? at : from;
}

/** NUMBER for ASCII. */
function plainNumberEnd(source: string, from: number): number {
  let at = from;
  let hyphened = false;
  for (;;) {
    do at++;
    while (isAlphanumeric(source.charCodeAt(at)));
    const unit = source.charCodeAt(at);
    if (!isPlain(unit)) return from;
    const next = source.charCodeAt(at + 1);
    if (unit === HYPHEN) hyphened = true;
    else if (hyphened || (unit !== STOP && unit !== 44 && unit !== 58 && unit !== 47)) return at;
    if (!isPlain(next)) return from;
    if (hyphened ? !isAlphanumeric(next) : !isDigit(next)) return at;
    at++;
  }
}

/** Marks that stand alone: `,;:()[]"` and typographic double quotation marks before anything plain; a full stop before white space. */
function plainMarkEnd(source: string, at: number, unit: number): number {
  const next = source.charCodeAt(at + 1);
  if (!isPlain(next)) return at;
  if (unit === STOP) return (next === SPACE && source.charCodeAt(at + 2) !== STOP) || Number.isNaN(next) ? at + 1 : at;
  return ALONE.has(unit) ? at + 1 : at;
}

const ALONE: ReadonlySet<number> = new Set([...',;:()[]"“”'].map((mark) => mark.charCodeAt(0)));
