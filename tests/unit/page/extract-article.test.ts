import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { TOO_DEEP } from '../../../src/article/article.ts';
import { type Extraction, extractArticle } from '../../../src/page/extract/extract-article.ts';

/** Enough invented English for a page to count as an article. */
const STORY = [
  'The harbour board of Port Ellery voted on Tuesday to close the old ferry pier until the spring of next year.',
  'The chair of the board, Ines Calloway, said that divers had found cracks in eleven of the forty piles under the deck.',
  '“Nobody will land there before every pile has been seen twice,” she told the members after a long meeting in the town hall.',
  'Traders on the front, who fear for their winter, asked for a floating pier and were told that there was no money for one.',
  'A decision on the summer timetable is due in March, and the ferry company has asked for more time to answer the board.',
];
const paragraphs = STORY.map((text) => `<p>${text}</p>`).join('\n');

function extract(body: string, head = '', url: string | null = 'https://news.example/story/pier'): Extraction {
  const { document } = parseHTML(`<!doctype html><html><head><title>Tab</title>${head}</head><body>${body}</body></html>`);
  return extractArticle(document as unknown as Document, { url });
}
function textOf(body: string, head = ''): string {
  const extraction = extract(body, head);
  if (!extraction.ok) throw new Error(`no article: ${extraction.detail}`);
  return extraction.article.text;
}
const kinds = (body: string) => {
  const extraction = extract(body);
  return extraction.ok ? extraction.article.blocks.map(({ kind }) => kind) : [];
};

describe('what is kept and what is left out', () => {
  const outside: Readonly<Record<string, string>> = {
    navigation: '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>',
    'a headline': '<h1>Port Ellery closes its pier</h1>',
    'a byline': '<div class="article-byline">By Livia Marsh, harbour correspondent of the paper</div>',
    'a caption': '<figure><img alt=""><figcaption>The pier at dusk, seen from the tower of the town hall.</figcaption></figure>',
    'related links':
      '<div class="related-stories"><p>Read how the last storm took the bathing huts away in a single night.</p></div>',
    'a list of links':
      '<ul><li><a href="/a">Ferry fares are to rise again in the new year</a></li><li><a href="/b">What the tide left behind</a></li></ul>',
    'a promotion in capitals': '<p><a href="/x">READ MORE: THE TOWN THAT CANNOT AGREE ON A BENCH</a></p>',
    'a newsletter box':
      '<div class="newsletter-signup"><p>Sign up for our free letter and get the news of the harbour every morning.</p></div>',
    'a sign-up line': '<p>Sign up for our free newsletter here</p>',
    comments: '<section id="comments"><p>I have fished from that pier for forty years and never saw a crack.</p></section>',
    'a pull quote': '<blockquote class="pull-quote">Nobody will land there before every pile has been seen twice.</blockquote>',
    'a live blog’s time': '<time>14:32</time>',
    'hidden words': '<p hidden>These words are for nobody to see, and nobody should see them here.</p>',
    'a copyright line': '<p>Copyright 2026 The Morning Ledger. All rights reserved.</p>',
    'a picture credit': '<p>Photo: Ada Finch / The Morning Ledger</p>',
  };
  test.each(Object.entries(outside))('%s stands in the page and not in the text', (_, html) => {
    const halves = [STORY.slice(0, 3), STORY.slice(3)].map((half) => half.map((text) => `<p>${text}</p>`).join(''));
    expect(textOf(`<main><article>${halves[0]}${html}${halves[1]}</article></main>`)).toBe(STORY.join('\n'));
  });
  test('headings inside the story stay, as headings', () => {
    expect(
      kinds(`<article>${paragraphs}<h2>What comes next</h2><p>${STORY[0]}</p></article>`).filter((kind) => kind === 'heading'),
    ).toHaveLength(1);
  });
  test('list items and quotations keep their kind', () => {
    const list =
      '<ul><li>The pier stays closed until the spring of next year.</li><li>Ferries land at the fish quay until then.</li></ul>';
    const quote =
      '<blockquote><p>We have known about this for years, the report of the divers says on its first page.</p></blockquote>';
    expect(kinds(`<article>${paragraphs}${list}${quote}</article>`).slice(-3)).toEqual(['list-item', 'list-item', 'quote']);
  });
  test('a page whose outer box is called a sidebar layout is still read', () => {
    expect(textOf(`<div class="layout has-sidebar promo-page"><div class="widget">${paragraphs}</div></div>`)).toBe(
      STORY.join('\n'),
    );
  });
  test('paragraphs in several boxes of one make are one story', () => {
    const boxes = STORY.map((text) => `<div class="text-box"><p>${text}</p><p>${text}</p></div>`).join(
      '<div class="ad-slot">Advertisement</div>',
    );
    expect(textOf(`<div id="page">${boxes}</div>`).split('\n')).toHaveLength(STORY.length * 2);
  });
});

describe('text as it is seen', () => {
  const withFirst = (html: string) => textOf(`<article><p>${html}</p>${paragraphs}</article>`).split('\n')[0];
  test('white space collapses, soft hyphens and zero-width marks are not there, nbsp is a space', () => {
    expect(withFirst('The  pier\n of Port\u00a0Ellery is a long\u00ADshore\u200B man’s old de\u00ADlight.')).toBe(
      'The pier of Port Ellery is a longshore man’s old delight.',
    );
  });
  test('links and emphasis stand in the line, footnote marks do not', () => {
    expect(withFirst('The <a href="/r">report</a> is <em>long</em>, it says.<sup><a href="#n1">[1]</a></sup>')).toBe(
      'The report is long, it says.',
    );
  });
  test('two line breaks part paragraphs, and so does one after a full stop', () => {
    const body = `<div id="story">${STORY.slice(0, 3).join('<br><br>')}<br>${STORY[3]}</div>`;
    expect(textOf(body)).toBe(STORY.slice(0, 4).join('\n'));
  });
  test('a line break inside a sentence is a space', () => {
    expect(withFirst('The pier of<br>Port Ellery is closed for the winter.')).toBe(
      'The pier of Port Ellery is closed for the winter.',
    );
  });
  test('every run of the map shows its words', () => {
    const extraction = extract(`<article><p>One <b>two</b>\n\n three\u00ADfour <a href="/">five</a>.</p>${paragraphs}</article>`);
    if (!extraction.ok) throw new Error('no article');
    for (const run of extraction.map) {
      const shown = run.node.data.slice(run.offset, run.offset + run.end - run.start).replace(/\s/g, ' ');
      expect(shown).toBe(extraction.article.text.slice(run.start, run.end));
    }
  });
});

describe('what a page says of itself', () => {
  test('headline, outlet, address and a paywall come from JSON-LD', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Pier closed',
      publisher: { name: 'The Morning Ledger' },
      isAccessibleForFree: false,
      wordCount: 900,
    };
    const extraction = extract(
      `<article>${paragraphs}</article>`,
      `<script type="application/ld+json">${JSON.stringify({ '@graph': [data] })}</script>`,
    );
    expect(extraction).toMatchObject({
      ok: true,
      article: { title: 'Pier closed', outlet: 'The Morning Ledger', partial: true, url: 'https://news.example/story/pier' },
    });
  });
  test('broken JSON-LD hinders nothing; the headline is then the page’s own', () => {
    const extraction = extract(
      `<article><h1>Pier closed</h1>${paragraphs}</article>`,
      '<script type="application/ld+json">{"a": </script>',
    );
    expect(extraction).toMatchObject({ ok: true, article: { title: 'Pier closed', partial: false } });
  });
  test('a whole article of a paid site is no part', () => {
    const data = { '@type': 'NewsArticle', isAccessibleForFree: 'False' };
    expect(
      extract(`<article>${paragraphs}</article>`, `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
    ).toMatchObject({ article: { partial: false } });
  });
  test('a whole article of a paid site with its wall beside it is no part either; a short one is', () => {
    const data = { '@type': 'NewsArticle', isAccessibleForFree: 'False' };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const wall = '<div><p>This article is for subscribers only.</p></div>';
    const long = paragraphs.repeat(5);
    expect(extract(`<article>${long}</article>${wall}`, head)).toMatchObject({ article: { partial: false } });
    expect(extract(`<article>${paragraphs}</article>${wall}`, head)).toMatchObject({ article: { partial: true } });
  });
  test('an outlet whose site is called by its address has its publisher’s name', () => {
    const data = { '@type': 'NewsArticle', publisher: { name: 'Oldport Post' } };
    const head = (site: string) =>
      `<meta property="og:site_name" content="${site}"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(extract(`<article>${paragraphs}</article>`, head('oldportpost'))).toMatchObject({
      article: { outlet: 'Oldport Post' },
    });
    expect(extract(`<article>${paragraphs}</article>`, head('The Post'))).toMatchObject({ article: { outlet: 'The Post' } });
  });
  test('a text that breaks off before “subscribe to continue reading” is a part', () => {
    const wall = '<div class="paywall"><p>Subscribe to continue reading this story.</p></div>';
    expect(extract(`<article>${paragraphs}${wall}</article>`)).toMatchObject({ article: { partial: true } });
  });
});

describe('pages that are no article', () => {
  const teasers = Array.from(
    { length: 12 },
    (_, at) =>
      `<div><h3><a href="/${at}">A headline that links to story number ${at} of the day</a></h3><p>${STORY[at % 5]}</p></div>`,
  ).join('');
  const cases: Readonly<Record<string, readonly [string, string, string?]>> = {
    'a page of teasers': [`<main>${teasers}</main>`, '', 'https://news.example/world'],
    'a front page by its address': [`<main>${paragraphs}</main>`, '', 'https://news.example/'],
    'a search': [`<main>${paragraphs}</main>`, '', 'https://news.example/search?q=pier'],
    'a shop': [`<main>${paragraphs}</main>`, '<script type="application/ld+json">{"@type":"Product","name":"Rope"}</script>'],
    'a video page': [`<main>${paragraphs}</main>`, '<meta property="og:type" content="video.other">'],
    'an empty page': ['', ''],
    'a log-in form': ['<form><p>Name</p><input><p>Password</p><input></form>', ''],
  };
  test.each(Object.entries(cases))('%s', (_, [body, head, url]) => {
    expect(extract(body, head, url ?? 'https://news.example/x')).toMatchObject({ ok: false, failure: 'no-article' });
  });
  test('another language is told by its words, whatever `lang` says', () => {
    const german =
      'Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke für ein Jahr geschlossen wird, weil sie nicht mehr sicher ist.';
    const body = `<article>${Array.from({ length: 6 }, () => `<p>${german}</p>`).join('')}</article>`;
    expect(extract(body)).toMatchObject({ ok: false, failure: 'unsupported-language', detail: 'de' });
  });
});

test('reading a page leaves it as it is', () => {
  const { document } = parseHTML(`<html><body><article>${paragraphs}</article></body></html>`);
  const before = document.toString();
  extractArticle(document as unknown as Document, { url: null });
  expect(document.toString()).toBe(before);
});

describe('a hundred thousand elements in one another, far more than a call stack holds', { timeout: 180_000 }, () => {
  /** A page with a nest of them, whose elements each say the words that are given for it, and its innermost element. */
  function nested(words = '') {
    const { document } = parseHTML('<!doctype html><html><head><title>Tab</title></head><body></body></html>');
    let innermost: Element = document.body;
    for (let depth = 0; depth < 100_000; depth++) {
      innermost = innermost.appendChild(document.createElement('div'));
      if (words !== '') innermost.append(words);
    }
    return { document, innermost };
  }
  const tell = (document: Document, element: Element) => {
    for (const words of STORY) element.appendChild(document.createElement('p')).append(words);
  };

  test('beside an article leave it to be found', () => {
    const { document } = nested();
    tell(document, document.body.appendChild(document.createElement('article')));
    const extraction = extractArticle(document, { url: 'https://news.example/story/pier' });
    expect(extraction.ok && extraction.article.text).toBe(STORY.join('\n'));
  });
  test('around an article are told as what is in the way', () => {
    const { document, innermost } = nested();
    tell(document, innermost);
    const extraction = extractArticle(document, { url: 'https://news.example/story/pier' });
    expect(extraction).toEqual({ ok: false, failure: 'no-article', detail: TOO_DEEP });
  });
  test('with words in each come to an end', () => {
    const { document } = nested(STORY[0]);
    expect(extractArticle(document, { url: 'https://news.example/story/pier' })).toBeDefined();
  });
});
