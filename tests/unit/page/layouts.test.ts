import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/page/extract/extract-article.ts';

/** An invented story, long enough for any page to count as an article. */
const STORY = [
  'The harbour board of Port Ellery voted on Tuesday to close the old ferry pier until the spring of next year.',
  'The chair of the board, Ines Calloway, said that divers had found cracks in eleven of the forty piles under the deck.',
  '“Nobody will land there before every pile has been seen twice,” she told the members after a long meeting in the town hall.',
  'Traders on the front, who fear for their winter, asked for a floating pier and were told that there was no money for one.',
  '“No,” Calloway said.',
  'A spokesman for the ferry company declined to comment on the report, which runs to ninety pages and names nobody.',
  'The last inspection, in 2019, had found the piles “sound and fit for thirty years”, according to minutes that the board published.',
  'A decision on the summer timetable is due in March, and the ferry company has asked for more time to answer the board.',
] as const;

/** Text beside the story, in the voice of a page: none of it may be read as somebody's claim. */
const ASIDE = {
  related: 'Storm of the century took forty bathing huts in a single night, residents say',
  teaser: 'The council said on Friday that it would look again at the plan for the bandstand.',
  letter: 'Get the stories that matter to the coast in your inbox every morning, free of charge.',
  comment: 'I have fished from that pier for forty years, said my father, and never saw a crack.',
  caption: 'The pier at dusk, seen from the tower of the old town hall in the month of June.',
  cookies: 'We and our partners use cookies to store and access information on your device, and you may change your mind.',
} as const;

const [lead, chair, quote, traders, short] = STORY;
const p = (texts: readonly string[], attributes = '') => texts.map((text) => `<p${attributes}>${text}</p>`).join('\n');
const div = (name: string, inner: string) => `<div class="${name}">${inner}</div>`;
const first = STORY.slice(0, 4);
const last = STORY.slice(4);
const link = (text: string) => `<a href="/x">${text}</a>`;
const chrome = (main: string) =>
  `<header><nav><ul><li>${link('Home')}</li><li>${link('World')}</li></ul></nav></header>${main}<footer><p>© 2026 The Morning Ledger. All rights reserved.</p></footer>`;

const layouts: Readonly<Record<string, string>> = {
  'a wire story: paragraphs are divs, trailers of the agency after it': chrome(
    `<main><h1>Pier closed</h1>${STORY.map((text, at) => `<div data-testid="paragraph-${at}" class="text__x1">${text}</div>`).join('')}
    <div class="sign-off">Reporting by Ada Finch in Port Ellery; Editing by Livia Marsh</div><p>Our Standards: ${link('The Ledger Principles.')}</p></main>`,
  ),
  'paragraphs parted by two line breaks in one div': chrome(div('story', STORY.join('<br><br>'))),
  'paragraphs parted by line breaks in a table cell': chrome(
    `<table><tr><td class="left">${link('Home')}<br>${link('Sport')}</td><td><font size="2">${STORY.join('<br>\n<br>')}</font></td></tr></table>`,
  ),
  'a table layout with paragraphs': chrome(
    `<table><tr><td>${ASIDE.caption}</td></tr><tr><td>${p(STORY)}</td><td><a href="/r">${ASIDE.related}</a></td></tr></table>`.replace(
      ASIDE.caption,
      link(ASIDE.related),
    ),
  ),
  'letters of readers under it, in elements without a name, each of which can be answered': chrome(
    `<main><div><h1>Pier closed</h1>${p(STORY)}</div><div><h2>Letters</h2>${[0, 1, 2, 3].map((at) => `<div><b>reader${at}</b><p>${ASIDE.comment}</p><a href="#${at}">Reply</a></div>`).join('')}</div></main>`,
  ),
  'WordPress: shared by buttons, with tags, author box, related posts and comments': chrome(
    `<div id="primary" class="content-area"><article class="post-12 post type-post status-publish has-post-thumbnail category-news tag-pier hentry"><header class="entry-header"><h1 class="entry-title">Pier closed</h1></header>
    <div class="entry-content">${p(STORY)}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li>${link('Facebook')}</li></ul></div></div>
    <footer class="entry-footer">Posted in ${link('News')}</footer></article>
    <div class="author-box"><p>Ada Finch writes about the harbour for the Ledger and lives on a boat there.</p></div>
    <div class="jp-relatedposts"><p>${ASIDE.teaser}</p></div><div id="comments"><ol class="comment-list"><li><p>${ASIDE.comment}</p></li></ol></div></div>`,
  ),
  AMP: `<amp-sidebar><ul><li>${link('Home')}</li></ul></amp-sidebar>${chrome(
    `<article class="amp-wp-article"><header class="amp-wp-article-header"><h1>Pier closed</h1></header><div class="amp-wp-article-content">${p(first)}<amp-ad><div placeholder>Advertisement</div></amp-ad>
    <amp-img><noscript>img</noscript></amp-img><figure><amp-img></amp-img><figcaption>${ASIDE.caption}</figcaption></figure>${p(last)}</div></article>`,
  )}`,
  'a print version': `<body class="print-only"><div id="print-page"><h1>Pier closed</h1><div>By Ada Finch</div>${p(STORY)}<p>Find this article at: https://news.example/pier</p></div></body>`,
  'nested sections, each with a few paragraphs': chrome(
    `<main><section><section>${p(first.slice(0, 2))}</section><section>${p(first.slice(2))}</section></section><section><div><div>${p(last)}</div></div></section></main>`,
  ),
  'a long read with pull quotes, drop capital and chapters': chrome(
    `<article><div class="body"><p><span class="drop-cap">T</span>${lead.slice(1)}</p>${p(first.slice(1))}<aside class="pullquote"><p>Nobody will land there before every pile has been seen twice</p></aside>
    <blockquote class="pull"><p>“Nobody will land there before every pile has been seen twice”</p></blockquote>${p(last)}</div></article>`,
  ),
  'related links between paragraphs, as list, as bold line and as box': chrome(
    `<article><div class="copy">${p(first.slice(0, 2))}<p><strong>Read more: ${link(ASIDE.related)}</strong></p>${p(first.slice(2))}<ul><li>${link(ASIDE.related)}</li><li>${link('Seven benches that divided a town and its council')}</li></ul>
    ${p(last.slice(0, 2))}<div class="c-box"><a href="/y"><h4>${ASIDE.related}</h4><p>${ASIDE.teaser}</p></a></div>${p(last.slice(2))}</div></article>`,
  ),
  'promotions between paragraphs': chrome(
    `<article><div class="copy">${p(first)}<p><a href="/app"><strong>CLICK HERE TO GET THE LEDGER APP</strong></a></p>${p(last.slice(0, 2))}
    <div class="nl"><h3>Coast Letter</h3><p>${ASIDE.letter}</p><form><input type="email"><button>Sign up</button></form></div>${p(last.slice(2))}</div></article>`,
  ),
  'a newsletter box without a telling name': chrome(
    `<article>${p(first)}<div class="x9f2"><div><p>${ASIDE.letter}</p><form><label>Email address</label><input type="email"><button>Go</button></form><p>By signing up you agree to receive mail from us and accept our terms, and you may leave at any time.</p></div></div>${p(last)}</article>`,
  ),
  'comments below, without a telling role': chrome(
    `<div class="page"><div class="story-wrap">${p(STORY)}</div><div class="thread"><h3>3 comments</h3>${div('user-comment', `<p>${ASIDE.comment}</p>`).repeat(3)}</div></div>`,
  ),
  'a cookie wall of several paragraphs above the story': `<div id="onetrust-consent-sdk"><div role="dialog" aria-label="Privacy"><h2>We value your privacy</h2>${p([ASIDE.cookies, ASIDE.cookies, ASIDE.cookies])}</div></div>${chrome(`<main>${p(STORY)}</main>`)}`,
  'names by a style compiler, nothing telling': chrome(
    `<div class="css-1a2b"><div class="css-9x"><h1>Pier closed</h1></div>${STORY.map((text) => `<div class="css-53u6y8"><p class="css-at9mc1">${text}</p></div>`).join('<div class="css-ad1"></div>')}</div>`,
  ),
  'sidebar with teasers beside the story': chrome(
    `<div class="row"><div class="col-8">${p(STORY)}</div><div class="col-4"><h3>Most read</h3>${div('item', `<h4>${link(ASIDE.related)}</h4><p>${ASIDE.teaser}</p>`).repeat(4)}</div></div>`,
  ),
  'the next story below, in an article of its own': chrome(
    `<main><article><h1>Pier closed</h1>${p(STORY)}</article><article class="card"><h2>${link(ASIDE.related)}</h2><p>${ASIDE.teaser}</p></article></main>`,
  ),
  'captions without a figure': chrome(
    `<article>${p(first)}<div class="image-block"><img alt="" src="x.jpg"><p class="imageCaption">${ASIDE.caption}</p></div>${p(last)}</article>`,
  ),
  'a caption in a span beside a picture': chrome(
    `<article>${p(first)}<div class="media"><img alt="" src="x.jpg"><span class="media__legend">${ASIDE.caption} (Photo: Ada Finch)</span></div>${p(last)}</article>`,
  ),
  'bullets that begin with a bold word': chrome(
    `<article>${p([lead, chair, quote])}<p><strong>Why it matters:</strong> ${traders}</p><ul><li><strong>Between the lines:</strong> ${short}</li></ul>${p(last.slice(1))}</article>`,
  ),
  'a box of key points above the story': chrome(
    `<article><div class="key-points"><ul><li>Pier closed till spring, after divers saw cracks in its piles.</li><li>Traders on the front fear for the winter.</li></ul></div>${p(STORY)}</article>`,
  ),
  'custom elements around every paragraph': chrome(
    `<news-article><story-body>${STORY.map((text) => `<text-block><p>${text}</p></text-block>`).join('<ad-slot><span>Advertisement</span></ad-slot>')}</story-body></news-article>`,
  ),
  'paragraphs in spans of one div': chrome(
    `<div class="detail"><div class="txt">${STORY.map((text) => `<div><span data-text="true">${text}</span></div>`).join('')}</div></div>`,
  ),
  'the page is one form, as ASP.NET writes it': `<form id="aspnetForm" action="./"><div><nav>${link('Home')}</nav></div><div class="maincol">${p(STORY)}</div></form>`,
  'the whole page stands in an element that is called modal': `<div id="app" class="modal-open overlay-page">${chrome(`<main>${p(STORY)}</main>`)}</div>`,
  'the story is called a gallery page': chrome(
    `<div class="gallery-article"><div class="gallery-article__text">${p(STORY)}</div></div>`,
  ),
  'a video above the story, with its own words': chrome(
    `<main><div class="video-player"><video></video><div class="video-player__title">Watch: divers under the old pier of Port Ellery in the spring.</div></div>${p(STORY)}</main>`,
  ),
  'embedded posts between paragraphs': chrome(
    `<article>${p(first)}<blockquote class="twitter-tweet"><p>Pier shut again, who would have thought it, said nobody.</p>— A Reader (@reader) <a href="/t">May 4</a></blockquote><div class="fb-post"><p>${ASIDE.comment}</p></div>${p(last)}</article>`,
  ),
  'an author’s note in italics after the story': chrome(
    `<article><div class="body">${p(STORY)}<p><em>Ada Finch is a staff writer at the Ledger. Follow her on Twitter at ${link('@adafinch')}.</em></p></div></article>`,
  ),
};

const teaser = (at: number) => `<h3>${link(`${ASIDE.related}, part ${at}`)}</h3><p>${STORY[at % STORY.length]}</p>`;
const many = (make: (at: number) => string) => Array.from({ length: 12 }, (_, at) => make(at)).join('');
const product = (at: number) =>
  `<li class="product"><a href="/p${at}"><img alt=""><span>Rope of hemp, ${at + 4} metres</span></a><span>£${at + 9}.50</span><button>Add to basket</button></li>`;

/** Pages without a declared type at addresses that tell nothing. */
const others: Readonly<Record<string, string>> = {
  'a front page of cards': chrome(`<main>${many((at) => div('c', teaser(at)))}</main>`),
  'a front page whose whole cards are links': chrome(
    `<main>${many((at) => `<a href="/${at}"><h3>${ASIDE.related}</h3><p>${STORY[at % STORY.length]}</p></a>`)}</main>`,
  ),
  'results of a search, each with a piece of text': chrome(
    `<main><h1>Results for “pier”</h1><ol>${many((at) => `<li><a href="/${at}">${ASIDE.related}, part ${at}</a><div>4 May — ${STORY[at % STORY.length]}</div></li>`)}</ol></main>`,
  ),
  'an author’s page': chrome(
    `<main><h1>Ada Finch</h1><p>Ada Finch writes about the harbour for the Ledger and lives on a boat there. She has won two prizes.</p>${many((at) => `<article>${teaser(at)}</article>`)}</main>`,
  ),
  'a shop’s list': chrome(
    `<main><h1>Ropes</h1><ul>${many(product)}</ul><p>Our ropes are made by hand. Free delivery on all orders.</p></main>`,
  ),
  'a shop’s product, said in microdata': chrome(
    `<main itemscope itemtype="https://schema.org/Product"><h1>Hemp rope</h1><span itemprop="price">£12</span><button>Add to basket</button>${p(STORY.slice(0, 4))}</main>`,
  ),
  'a page of pictures': chrome(
    `<main>${many((at) => `<figure><img alt=""><figcaption>${ASIDE.caption} ${at}</figcaption></figure>`)}</main>`,
  ),
  'a video page': chrome(
    `<main><video></video><h1>Divers under the pier</h1><p>${lead}</p><p>${chair}</p>${many((at) => `<a href="/${at}">${ASIDE.related}</a>`)}</main>`,
  ),
  'a page that was not found': chrome(
    '<main><h1>Page not found</h1><p>The page that you asked for is not here. It may have been moved or never have been.</p></main>',
  ),
  'only a cookie wall': `<div role="dialog">${p([ASIDE.cookies, ASIDE.cookies, ASIDE.cookies, ASIDE.cookies, ASIDE.cookies])}</div>`,
  'a forum, said in microdata': chrome(
    `<main itemscope itemtype="https://schema.org/DiscussionForumPosting"><h1>Pier again</h1>${many((at) => `<div class="post"><div class="user">reader${at}</div><div class="time">4 May, 10:${10 + at}</div><div class="msg">${at % 2 ? ASIDE.comment : ASIDE.teaser}</div><a href="#r">Reply</a></div>`)}</main>`,
  ),
  'a forum that says nothing of itself': chrome(
    `<div id="thread"><h1>Pier again</h1>${many((at) => `<div class="b${at % 2}"><div class="a">reader${at}</div><div>${at % 2 ? ASIDE.comment : ASIDE.teaser} ${chair}</div><div><a href="#q${at}">Quote</a> <button>Like</button></div></div>`)}</div>`,
  ),
  'a thread under a first contribution that says most': chrome(
    `<main><article><h1>Pier again</h1>${p(STORY.slice(0, 4))}<button>Reply</button></article>${many((at) => `<article><b>reader${at}</b><p>${ASIDE.comment}</p><button aria-label="Reply"><svg></svg></button></article>`)}</main>`,
  ),
  'a recipe, said in microdata': chrome(
    `<main itemscope itemtype="https://schema.org/Recipe"><h1>Fish soup</h1><p>This soup was made on every boat of the harbour. It takes an hour.</p><ul>${many((at) => `<li>${at + 1} onions</li>`)}</ul><ol>${many((at) => `<li>Put the fish into the pot, and stir it for ${at + 2} minutes until it is done.</li>`)}</ol></main>`,
  ),
};

function bodyOf(html: string): string[] | string {
  const { document } = parseHTML(`<!doctype html><html><head><title>Pier closed</title></head><body>${html}</body></html>`);
  const found = extractArticle(document as unknown as Document, { url: 'https://news.example/pier' });
  if (!found.ok) return `${found.failure}: ${found.detail}`;
  const { text, blocks } = found.article;
  return blocks.filter(({ kind }) => kind !== 'heading').map(({ start, end }) => text.slice(start, end));
}

describe('the story, the whole story and nothing else', () => {
  test.each(Object.entries(layouts))('%s', (_, html) => {
    const body = bodyOf(html);
    const words = (texts: string[] | string) =>
      typeof texts === 'string' ? texts : texts.map((text) => text.replace(/^(?:Why it matters|Between the lines): /, ''));
    expect(words(body)).toEqual(STORY);
  });
});

describe('no story', () => {
  test.each(Object.entries(others))('%s', (_, html) => {
    expect(bodyOf(html)).toMatch(/^no-article/);
  });
});

test('a live blog: its entries are the text, without their times, writers and buttons', () => {
  const entry = (text: string, at: number) =>
    `<article class="block" id="e${at}"><time datetime="2026-05-04T10:${10 + at}">10.${10 + at}</time><div class="block-time">1${at}m ago</div><h2>${at % 2 ? 'Board votes' : 'Traders speak'}</h2><div class="writer">Ada Finch</div><p>${text}</p><button>Share</button></article>`;
  expect(
    bodyOf(chrome(`<main><h1>Pier: as it happened</h1><div class="live">${STORY.map(entry).join('')}</div></main>`)),
  ).toEqual(STORY);
});
test('a paywall’s teaser: what is there, said to be a part', () => {
  const { document } = parseHTML(
    `<html><body>${chrome(`<article>${p(STORY.slice(0, 4))}<div class="gate"><h3>This story is for subscribers</h3><p>Subscribe to keep reading.</p><button>Subscribe</button></div></article>`)}</body></html>`,
  );
  const found = extractArticle(document as unknown as Document, { url: 'https://news.example/pier' });
  expect(found).toMatchObject({ ok: true, article: { partial: true, text: STORY.slice(0, 4).join('\n') } });
});
