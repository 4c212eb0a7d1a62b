import type { PageBlock } from './blocks.ts';
import { countWords, endsAsSentence, linkDensity } from './prose.ts';
import type { StructuredData } from './structured-data.ts';

/** What is known of a page when it is asked whether it is an article at all. */
export interface PageEvidence {
  readonly url: string | null;
  readonly data: StructuredData;
  /** All blocks of the page. */
  readonly all: readonly PageBlock[];
  /** The blocks that were found to be the article's body. */
  readonly body: readonly PageBlock[];
}

/** Fewer words than any news article has; a brief has 80 or so. */
const LEAST_WORDS = 50;
/** Under this a page must say that it is an article. */
const SURE_WORDS = 130;

/** Why a page is no article, in a word for the log and the tests; null where it is one. */
export function whyNoArticle({ url, data, all, body }: PageEvidence): string | null {
  const prose = body.filter((block) => countWords(block.text) >= 8 && endsAsSentence(block.text));
  const words = prose.reduce((sum, block) => sum + countWords(block.text), 0);
  const declared = [...data.types].some((type) => /(?:article|(?<!discussionforum)posting|report)$/.test(type));
  if (words < LEAST_WORDS) return 'no running text';
  if (isHomeAddress(url) && !declared) return 'front page';
  if (isSearchAddress(url)) return 'search page';
  if (hasType(data, /^(?:product|offer|og:product(?:\.\w+)?)$/) && !declared) return 'shop';
  if (hasType(data, /^recipe$/) && !declared) return 'recipe';
  if (hasType(data, /^(?:discussionforumposting|qapage)$/) && !declared) return 'forum';
  if (hasType(data, /^(?:videoobject|og:video(?:\.\w+)?)$/) && !hasType(data, /article$/) && words < 250) return 'video page';
  if (hasType(data, /^(?:searchresultspage|collectionpage|itemlist|profilepage)$/) && !declared && words < 400)
    return 'list of pages';
  if (isTeaserPage(all, prose)) return 'front page';
  if (words < SURE_WORDS && !declared && prose.length < 3) return 'too little running text';
  return null;
}

function hasType(data: StructuredData, form: RegExp): boolean {
  return [...data.types].some((type) => form.test(type));
}

function isHomeAddress(url: string | null): boolean {
  return (
    url !== null &&
    /^https?:\/\/[^/?#]+\/?(?:index\.\w+)?(?:[?#].*)?$/.test(url) &&
    !/^https?:\/\/(?:127\.|localhost|\[::1\])/.test(url)
  );
}

function isSearchAddress(url: string | null): boolean {
  return url !== null && /\/search(?:[/?#]|$)|[?&](?:q|query|search|s)=[^&]+/i.test(url) && /search|[?&](?:q|query)=/i.test(url);
}

/** Of the blocks that are prose, how many follow straight on a linked headline: a page of teasers has one before each. */
function isTeaserPage(all: readonly PageBlock[], prose: readonly PageBlock[]): boolean {
  const isProse = new Set(prose);
  let teasers = 0;
  let previous: PageBlock | null = null;
  for (const block of all) {
    if (isProse.has(block) && previous && linkDensity(previous) > 0.8 && countWords(previous.text) >= 4) teasers++;
    previous = block;
  }
  return prose.length >= 3 && teasers >= prose.length * 0.6;
}
