import { Wording } from '../../article/wording.ts';
import type { PageBlock } from './blocks.ts';
import { countWords } from './prose.ts';
import type { StructuredData } from './structured-data.ts';

/** What sites say where an article breaks off. Example: “Subscribe to continue reading”. */
const WALL_TEXTS: readonly Wording[] = [
  new Wording(
    /\b(?:subscribe|register|sign (?:in|up)|log ?in|create (?:a|an|your)(?: free)? account|become a (?:member|subscriber)|start your (?:free )?trial)\b.{0,60}\b(?:to (?:continue|keep|read|unlock|access|finish)|continue reading|full (?:article|story|access))/i,
    'subscribe|register|sign in|sign up|log in|login|account|become a|trial',
    'to continue|to keep|to read|to unlock|to access|to finish|continue reading|full article|full story|full access',
  ),
  new Wording(
    /\b(?:continue reading (?:this article )?with|to (?:continue|keep) reading,|this (?:article|story|content) is (?:only|exclusively|for|available to) (?:available )?(?:for |to )?(?:subscribers|members)|already a (?:subscriber|member)\?|for subscribers only|unlock (?:this|the full) (?:article|story)|you have reached your (?:article )?limit)/i,
    'continue reading|keep reading|this article|this story|this content|already a|for subscribers|unlock|reached your',
  ),
];

/** Words that the beginning has at most which a page shows of an article, and where it declares that one has to pay. */
const TEASER = 250;
const TEASER_OF_PAID = 400;

/** Whether the page shows only a part of the article: by what it declares and by what stands around the text. */
export function isPartial(data: StructuredData, all: readonly PageBlock[], body: readonly PageBlock[]): boolean {
  const words = body.reduce((sum, block) => sum + countWords(block.text), 0);
  if (data.wordCount !== null && data.paid) return words < data.wordCount * 0.6;
  if (data.articleBody !== null && countWords(data.articleBody) > words * 1.6) return true;
  const wall = all.some((block) => block.text.length < 300 && WALL_TEXTS.some((wall) => wall.test(block.text)));
  if (!wall) return false;
  const last = body.at(-1);
  const breaksOff = last !== undefined && /(?:…|\.\.\.)[\s"'”’]*$/.test(last.text);
  // Who lets a reader in now and then sends the whole text with the wall that it may put before it.
  return breaksOff || words < (data.paid ? TEASER_OF_PAID : TEASER);
}
