import type { Article, Block, BlockKind } from '../article/article.ts';
import type { Span } from '../article/span.ts';
import { Wording } from '../article/wording.ts';
import type { ReadSentence } from './reading.ts';

/** Kinds of block that are the article's body; only they get labels (codebook: section 3, rule 4). */
const BODY: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quote']);

// "CLICK HERE", "Sign up for our newsletter", "NEW You can now listen to our articles!": the outlet speaks to the reader about itself.
const PROMOTION = new Wording(
  /^(?:click (?:here|to)|sign up|subscribe|get (?:the|our) .{0,40}\bapp\b|download (?:the|our)|follow us|read more|see also|watch(?: live| now)?:|listen(?: now)?:|more on this|more from|related(?: stor(?:y|ies)| articles?)?:|don['’]t miss|join (?:us|our)|support (?:us|our)|advertisement|sponsored|get (?:unlimited|full) access|already a subscriber|log ?in\b|share this|like us|new:? you can\b|recommended\b|most read|newsletter)|\b(?:our|free|daily|weekly|morning|evening) (?:\w+ )?newsletters?\b|you(?: can|'ll|’ll| may)? (?:now |also )?(?:listen to|opt[- ]out|unsubscribe)|\bto view this video\b|\bsubscribed to this newsletter\b|\b(?:terms of (?:use|service)|privacy policy)\b|\bby (?:entering|submitting|providing) your e-?mail\b|\bnewsletter brings you\b|\bclick here\b|\ball rights reserved\b/i,
  '^click |^sign up|^subscribe|^get the|^get our|^download |^follow us|^read more|^see also|^watch|^listen|^more on this|^more from|^related|^don|^join |^support |^advertisement|^sponsored|^get unlimited|^get full|^already a sub|^log|^share this|^like us|^new|^recommended|^most read|newsletter|listen to|opt out|opt-out|unsubscribe|view this video|terms of|privacy policy|mail|click here|rights reserved',
);
// "Ana Ruiz contributed to this report.", "Ana Ruiz is a reporter at …", "NPR’s Ana Ruiz reported from Lisbon."
const BYLINES: readonly Wording[] = [
  new Wording(/^[Bb][Yy]:? (?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.'’-]+\s*(?:,|and|&|\||$)?\s*){2,8}[^.!?]{0,40}$/u, 'by |by:'),
  new Wording(
    /\bcontribut(?:ed|ing) (?:to (?:this|the) (?:report|story|article)|(?:reporting )?from [A-ZÀ-ÞĀ-Ž]|reporting)\b/u,
    'contribut',
  ),
  new Wording(
    /^(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.'’-]+,? (?:and )?){2,9}(?:is|are) (?:an? |the )?(?:[A-Za-zÀ-ỿ-]+ ){0,4}(?:reporters?|correspondents?|editors?|writers?|journalists?|columnists?|producers?|contributors?) (?:at|for|with|based|in|covering|who)\b/u,
    'is |are ',
    'reporter|correspondent|editor|writer|journalist|columnist|producer|contributor',
  ),
  new Wording(
    /^[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ]*)?['’]s? (?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.'’-]+,? (?:and )?){2,9}(?:reported|contributed|reports) from\b/u,
    'reported from|contributed from|reports from',
  ),
];
// "Edited by: Ben Holm", "Reporting by …; additional reporting by …"
const CREDITS = new Wording(
  /^(?:edited|editing|reporting|written|reported|compiled|additional reporting|produced|photographs?|photos?|graphics?|video) by\b/i,
  ' by',
);
const TIMESTAMPS: readonly Wording[] = [
  new Wording(
    /^(?:first )?(?:published|updated|posted|last (?:updated|modified))\b.{0,60}$/i,
    'published|updated|posted|modified',
  ),
  new Wording(/^\d{1,2}:\d{2}.{0,25}$/, ':'),
  new Wording(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? .{0,30}\d{4}.{0,20}$/i, 'day'),
  new Wording(
    /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d.{0,20}$/i,
    'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec',
    '19|20',
  ),
  new Wording(
    /^this (?:is a (?:developing|breaking)|story|article|report|page|post) (?:has been|was|is being|will be|story)\b.{0,20}(?:updated|corrected|amended|story)/i,
    'this ',
    'updated|corrected|amended|story',
  ),
  new Wording(/^(?:editor['’]s note|correction|clarification)\b/i, 'editor|correction|clarification'),
];
// "(Reuters/Amir Cohen)", "(Photo by …)", "(credit: …)", "[Photo: …]": who took a picture; what stands before is its caption.
const CREDIT = new Wording(
  /[([](?:(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Vv]ideo|[Ff]ile|[Cc]redit|CREDIT|[Pp]hotograph|[Ii]llustration|[Gg]raphic|[Ss]creengrab|[Ss]creenshot|[Cc]ourtesy)s?\b[^)\]]{0,120}|(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Bloomberg|Shutterstock|Alamy|Xinhua|ANSA|dpa|PA)(?: (?:Photo|Images?|file|via|Wire)\b[^)\]]{0,60})?(?:\s*[/|:,][^)\]]{1,80})?|(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*\s?){1,4}\/\s?(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.'’-]*\s?){1,4})[)\]]/u,
  '(|[',
);
const RELATED = new Wording(/\brelated (?:article|story|stories|articles|content|video)\b/i, 'related');
const PHOTO_LINE =
  /\b(?:getty images|afp via|ap photo|file photo|handout|photograph:|photo:|pictured (?:here|above|left|right))/i;
const QUESTION_TO_READER = new Wording(
  /^(?:do you (?:have|know|want|live|agree)|have you (?:been|got|ever)|what do you think|are you (?:a|in|affected)|got a (?:tip|story))\b[^?]*\?$/i,
  '?',
);

const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-zÀ-ỿ][A-Za-zÀ-ỿ'’.-]*/gu) ?? [];

/** Whether most words are set in capitals, as in "ISRAEL ACCEPTS PLAN": how outlets set links to other stories into a text. */
function isInCapitals(text: string): boolean {
  const words = wordsOf(text).filter((word) => word.length > 1);
  if (words.length < 3) return false;
  const capitals = words.filter((word) => word === word.toUpperCase()).length;
  return capitals / words.length >= 0.8;
}

/** What a piece of text is by its own words, where they tell; null where it may well be body text. */
function kindByWords(text: string): BlockKind | null {
  const piece = text.trim().replace(/\s+/g, ' ');
  if (!/[A-Za-zÀ-ỿ]/u.test(piece)) return 'related';
  if (isInCapitals(piece)) return 'promotion';
  if (piece.length < 160 && RELATED.test(piece)) return 'related';
  if (piece.length < 260 && PROMOTION.test(piece)) return 'promotion';
  if (QUESTION_TO_READER.test(piece)) return 'promotion';
  if (piece.length < 260 && (isByline(piece) || CREDITS.test(piece))) return 'byline';
  if (piece.length < 160 && TIMESTAMPS.some((timestamp) => timestamp.test(piece))) return 'timestamp';
  return null;
}

const isByline = (piece: string): boolean => BYLINES.some((byline) => byline.test(piece));

const TURN = new Wording(/^[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]+(?: [A-ZÀ-ÞĀ-Ž.,’'-]+){0,5}: /u, ': ');

/** A line without a sentence's end, and short: a heading. "What happens next", not "“We will stay,” she said". */
function isHeading(text: string): boolean {
  const piece = text.trim();
  if (/[.!?…:;,"”’)\]]$/.test(piece) && !/^[^.!]{1,80}\?$/.test(piece)) return false;
  const count = wordsOf(piece).length;
  // "RUIZ: Nothing at all?": a turn of a transcript.
  if (TURN.test(piece)) return false;
  if (/\?$/.test(piece)) return count <= 10 && !/["“”]/.test(piece);
  return count <= 14 && !/^["“‘]/.test(piece);
}

/** Kind of a block that comes as plain text: one line, a paragraph or something that is none. */
function kindOfLine(text: string, alone: boolean): BlockKind {
  const byWords = kindByWords(text);
  if (byWords) return byWords;
  const piece = text.trim();
  if (/^[[(][^\])]*[\])]$/.test(piece)) return 'caption';
  if (piece.length < 400 && /[)\]]\.?$/.test(piece) && CREDIT.exec(piece.slice(-140))) return 'caption';
  if (piece.length < 220 && PHOTO_LINE.test(piece)) return 'caption';
  if (!alone && isHeading(piece)) return 'heading';
  return 'paragraph';
}

/**
 * The blocks of a plain text: one a line (paragraphs may also be parted by blank lines), white space around them left out.
 * Kinds are told by general rules; a text of one line only is a paragraph whatever it looks like.
 */
export function blocksOfPlainText(text: string): readonly Block[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    if (end > start) lines.push({ start, end });
  }
  return lines.map((span) => ({ ...span, kind: kindOfLine(text.slice(span.start, span.end), lines.length === 1) }));
}

/**
 * The article's blocks with kinds that can be relied on: from a page, what its markup says, put right by the words where a
 * promotion or a byline stands in a paragraph; from plain text, by the words alone.
 */
export function blocksOf(article: Pick<Article, 'text' | 'blocks'>): readonly Block[] {
  if (article.blocks.length === 0) return blocksOfPlainText(article.text);
  return article.blocks.map((block) => {
    if (!BODY.has(block.kind)) return block;
    const kind = kindByWords(article.text.slice(block.start, block.end));
    return kind ? { ...block, kind } : block;
  });
}

// "LOCAL NEWS: COUNCIL VOTES ON HARBOUR  The vote …": a heading in capitals run into the sentence that follows it.
const RUN_IN_CAPITALS = /^(?:[A-ZÀ-ÞĀ-Ž0-9‘'’".,:&-]+\s+){4,}(?=[A-ZÀ-ÞĀ-Ž][a-zß-ž]|A\s)/u;

/**
 * The part of a sentence in a body block that is body text, or null: stores of news text often run captions, promotions and notes
 * on the authors into a paragraph. What a picture's credit follows is a caption.
 */
export function bodySentence(text: string, sentence: Span): Span | null {
  let { start } = sentence;
  const { end } = sentence;
  const rest = () => text.slice(start, end);
  const credit = CREDIT.exec(rest());
  // "OLDPORT (AP) — …" and "told the Associated Press (AP), …" have a caption before them only where a sentence ends there.
  const isDateline =
    credit !== null &&
    credit.index > 0 &&
    /^[([][A-Za-zÀ-ỿ ]+[)\]]$/u.test(credit[0]) &&
    !/[.!?]\s*$/.test(rest().slice(0, credit.index));
  if (credit && !isDateline && !/["“”]/.test(rest().slice(0, credit.index))) {
    start += credit.index + credit[0].length;
    start += rest().length - rest().trimStart().length;
  }
  const capitals = RUN_IN_CAPITALS.exec(rest());
  if (capitals && isInCapitals(capitals[0])) start += capitals[0].length;
  const toView = /^To view this video please [^.]*? HTML5 video\s+/i.exec(rest());
  if (toView) start += toView[0].length;
  if (!/[A-Za-zÀ-ỿ]/u.test(rest()) || kindByWords(rest()) !== null) return null;
  const after = text.slice(end, end + 160);
  // "Her house was hit twice. Related article …": the first words of another story.
  if (after.includes('Related ') && /^\s*(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ]*\s+)?Related (?:article|story|stories|content)\b/u.test(after))
    return null;
  const next = CREDIT.exec(after);
  if (next && after.slice(0, next.index).trim() === '' && !/["“”]/.test(rest())) return null;
  return { start, end };
}

/** Whether labels are given in a block of this kind. */
export function isBody(block: Block): boolean {
  return BODY.has(block.kind);
}

/** Fewest teasers in a row at the end of a text that are taken for such: one or two may be how a story ends. */
const FEWEST_TEASERS = 3;
/** Sentences that a paragraph must have to be a whole story run together; only then do teasers stand in it. */
const RUN_TOGETHER = 8;

/**
 * Leaves out the teasers of other stories that stores of news text keep at a text's end, run into its one long paragraph. Outlets
 * write them in the headline's present tense ("Mayor opens new harbour after long dispute."), each sentence a story of its own:
 * none opens with a pronoun or connective, or speaks of a time.
 */
export function withoutTeasers(text: string, sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  const last = sentences.at(-1);
  const block = sentences.filter((sentence) => sentence.block === last?.block);
  if (block.length < RUN_TOGETHER || block.filter((sentence) => sentence.syntax.tag.includes('VBD')).length * 2 < block.length)
    return sentences;
  let from = sentences.length;
  while (from > 0 && isTeaser(text, sentences[from - 1])) from--;
  if (sentences.length - from < FEWEST_TEASERS) return sentences;
  // One more that two teasers without a full stop between them make: "… from the harbour Many towns have …".
  const before = sentences[from - 1];
  return sentences.slice(0, before && isRunOn(text, before) && standsAlone(text, before) ? from - 1 : from);
}

const CONNECTED =
  /^(?:He|She|It|They|We|I|His|Her|Its|Their|Our|This|That|These|Those|But|And|However|Meanwhile|Also|Still|Yet|So|Then|Now|There|In|On|At|For|After|Before|Since|As|If|When|While|According|Both|Another|Other|Such|Some|Many|Most|Earlier|Later|Despite|Although|Though|Instead|Under|With|Among|By|To|Last|Next|More)\b|^["“‘'(]/;
const TIME =
  /\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow|last (?:week|month|year)|this (?:week|month|year)|next (?:week|month|year)|\d{4}|January|February|April|June|July|August|September|October|November|December)\b/;

const standsAlone = (text: string, sentence: Span): boolean => {
  const words = text.slice(sentence.start, sentence.end);
  return !CONNECTED.test(words) && !TIME.test(words) && words.length < 260;
};

/** It stands alone, and none of its verbs is in the past tense: "summons", "are putting", "says". */
function isTeaser(text: string, sentence: ReadSentence | undefined): boolean {
  if (!sentence || !standsAlone(text, sentence)) return false;
  const { tag } = sentence.syntax;
  return !tag.includes('VBD') && !tag.includes('MD');
}

/** Two sentences without a full stop between them: "… from Gaza Many nations have …". */
const isRunOn = (text: string, sentence: Span): boolean =>
  /[a-zß-ÿ] (?:Many|The|A|An|Some|More|Two|Police) [a-zß-ÿ]+/u.test(text.slice(sentence.start, sentence.end)) ||
  /[A-ZÀ-ÞĀ-Ž][a-zß-ž]+ (?:Many|The|Some|More) [a-zß-ÿ]/u.test(text.slice(sentence.start, sentence.end));
