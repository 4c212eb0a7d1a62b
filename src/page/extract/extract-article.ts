import { type Article, type Block, type BlockKind, TOO_DEEP } from '../../article/article.ts';
import { own } from '../dom.ts';
import { containsShown, findArticleRoot, weigh } from './article-root.ts';
import { articleAt, findArticles, type ShownArticle } from './articles.ts';
import { collectBlocks, type PageBlock, type TextRun } from './blocks.ts';
import { classify, isBody, Surroundings } from './classify.ts';
import { detectLanguage } from './language.ts';
import { whyNoArticle } from './page-type.ts';
import { isPartial } from './partial.ts';
import { findPosts } from './posts.ts';
import { microdataTypes, readStructuredData, type StructuredData } from './structured-data.ts';

/** Where the text of an article stands in the page: runs in text order, apart, offsets into {@link Article.text}. */
export type TextMap = readonly TextRun[];

export type Extraction =
  | {
      readonly ok: true;
      readonly article: Article;
      readonly map: TextMap;
      readonly root: Element;
      /** All articles of the page where it shows several, of which this is one; else empty. */
      readonly articles: readonly ShownArticle[];
    }
  | { readonly ok: false; readonly failure: 'no-article' | 'unsupported-language'; readonly detail: string };

export interface ExtractOptions {
  /** The page's address; null where unknown. */
  readonly url: string | null;
  /** How far below where the reader looks an element begins, in CSS pixels. Without it, of several articles the first is read. */
  readonly topOf?: (element: Element) => number;
}

/** Finds the article of a page: pure reading of a DOM, live or parsed. */
export function extractArticle(page: Document, options: ExtractOptions): Extraction {
  const steps = extractInSteps(page, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same with a yield every few milliseconds of work, for a caller that keeps a page responsive. */
export function* extractInSteps(page: Document, options: ExtractOptions): Generator<void, Extraction, void> {
  const declared = readStructuredData(page);
  yield;
  const top = bodyOf(page);
  const { blocks: all, tooDeep } = yield* collectBlocks(top);
  const weights = yield* weigh(all);
  const articles = findArticles(page, weights);
  const chosen = articleAt(articles, ({ element }) => options.topOf?.(element) ?? 1);
  // What a page says of itself is about its first article.
  const data = chosen === articles[0] ? declared : { ...declared, ...UNDECLARED, headline: chosen?.heading.textContent ?? null };
  const root = findArticleRoot(weights, chosen?.element ?? top);
  if (!root) return { ok: false, failure: 'no-article', detail: tooDeep ? TOO_DEEP : '' };
  const posts = yield* findPosts(page);
  if ([...posts].some((post) => containsShown(post, root.element))) return { ok: false, failure: 'no-article', detail: 'forum' };
  yield;
  const blocks = all.filter((block) => containsShown(root.element, block.element));
  const headline = headlineOf(page, data);
  const surroundings = new Surroundings(root, blocks, posts);
  yield;
  const kinds = yield* classify(blocks, surroundings, headline);
  yield;
  const kept = blocks
    .map((block, index) => ({ block, kind: kinds[index] as BlockKind }))
    .filter(({ kind }) => isBody(kind) || kind === 'heading');
  const body = kept.filter(({ kind }) => isBody(kind)).map(({ block }) => block);
  yield;
  const types = new Set([...data.types, ...microdataTypes(root.element)]);
  const reason = whyNoArticle({ url: options.url, data: { ...data, types }, all, body });
  if (reason) return { ok: false, failure: 'no-article', detail: tooDeep ? TOO_DEEP : reason };
  yield;
  const { text, spans, map } = join(kept);
  yield;
  const language = detectLanguage(text);
  if (language !== 'en') return { ok: false, failure: 'unsupported-language', detail: language };
  const url = options.url?.replace(/#.*$/, '') ?? null;
  yield;
  const partial = isPartial(data, around(all, blocks), body);
  const article = { id: url ?? '', title: headline, outlet: data.outlet, url, language, partial, text, blocks: spans };
  return { ok: true, root: root.element, map, article, articles };
}

const UNDECLARED = { articleBody: null, paid: false, wordCount: null };

/** How far after the article a wall of its publisher's stands, in blocks. */
const WALL_WITHIN = 40;

/** The blocks of the article's element and those that follow it: where a page says that the rest must be paid for. */
function around(all: readonly PageBlock[], blocks: readonly PageBlock[]): readonly PageBlock[] {
  const last = blocks.at(-1);
  const end = last ? all.indexOf(last) + 1 : 0;
  return [...blocks, ...all.slice(end, end + WALL_WITHIN)];
}

/** The headline as the page declares it, as it shows it, or as its tab is called. */
function headlineOf(page: Document, data: StructuredData): string {
  const shown = own(page, 'querySelector')('article h1, main h1, h1')?.textContent ?? '';
  return (data.headline ?? (shown.trim() || (own(page, 'querySelector')('title')?.textContent ?? '')))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A page's body; a parser that keeps stray tags may give several, and the one with the text counts. */
function bodyOf(page: Document): Element {
  const bodies = [...own(page, 'querySelectorAll')('body')];
  if (bodies.length < 2) return bodies[0] ?? own(page, 'documentElement');
  return bodies.sort((a, b) => (b.textContent ?? '').length - (a.textContent ?? '').length)[0] as Element;
}

function join(kept: readonly { readonly block: PageBlock; readonly kind: BlockKind }[]): {
  text: string;
  spans: Block[];
  map: TextRun[];
} {
  const map: TextRun[] = [];
  const spans: Block[] = [];
  let at = 0;
  for (const { block, kind } of kept) {
    for (const run of block.runs) map.push({ ...run, start: run.start + at, end: run.end + at });
    spans.push({ start: at, end: at + block.text.length, kind });
    at += block.text.length + 1;
  }
  return { text: kept.map(({ block }) => block.text).join('\n'), spans, map };
}
