import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/page/extract/extract-article.ts';

const pier = [
  'The harbour board of Port Ellery voted on Tuesday to close the old ferry pier until the spring of next year.',
  'The chair of the board, Ines Calloway, said that divers had found cracks in eleven of the forty piles under the deck.',
  '“Nobody will land there before every pile has been seen twice,” she told the members after a long meeting in the town hall.',
  'Traders on the front, who fear for their winter, asked for a floating pier and were told that there was no money for one.',
  'A spokesman for the ferry company declined to comment on the report, which runs to ninety pages and names nobody.',
];
const museum = [
  'The museum of knots will open in the old rope works of Port Ellery at the end of the summer, the town council said.',
  '“A knot is a thought that holds,” said Livia Marsh, the first director of the house, in front of some forty people.',
  'Marsh said that four hundred knots had been given by sailors from nine countries, and that none of them had been bought.',
  'The town council told the museum that it would pay for the roof and for nothing else before the end of next year.',
  'Visitors can learn the bowline in the yard, where a mast has been set up for them by two sailmakers of the town.',
];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const data = (json: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...json })}</script>`;

/** The article found on a page for a reader who looks past the elements that match. */
function read(body: string, passed: string | null = null, head = '') {
  const html = `<!doctype html><html><head><title>Ledger</title>${head}</head><body>${body}</body></html>`;
  const { document } = parseHTML(html);
  const topOf = (element: Element) => (passed !== null && element.querySelector(passed) ? -1 : 1);
  const url = 'https://news.example/pier';
  const found = extractArticle(document as unknown as Document, passed === null ? { url } : { url, topOf });
  if (!found.ok) throw new Error(found.failure);
  return { ...found.article, of: found.articles.length };
}

describe('a page that shows one article under another', () => {
  const several = `<main><h1>Pier closes</h1><article>${paragraphs(pier)}</article></main>
    <div class="next"><article><h1>Museum opens</h1>${paragraphs(museum)}</article></div>`;
  test('gives the one that the reader is at', () => {
    expect(read(several, '.none').text).toBe(pier.join('\n'));
    expect(read(several, 'article h1')).toMatchObject({ text: museum.join('\n'), title: 'Museum opens', of: 2 });
  });
  test('gives the first to whoever does not look', () => expect(read(several).text).toBe(pier.join('\n')));
  test('says of itself what holds for its first', () => {
    const head = data({ headline: 'Pier closes for good', isAccessibleForFree: false, wordCount: 4000 });
    expect(read(several, '.none', head)).toMatchObject({ title: 'Pier closes for good', partial: true });
    expect(read(several, 'article h1', head)).toMatchObject({ title: 'Museum opens', partial: false });
  });
});

describe('what is one article', () => {
  const whole = [...pier, ...museum].join('\n');
  test.each([
    [
      'a story in sections, each with a main heading of its own',
      `<article><section><h1>The pier</h1>${paragraphs(pier)}</section><section><h1>The museum</h1>${paragraphs(museum)}</section></article>`,
    ],
    [
      'two entries of a live blog',
      `<main><h1>Port Ellery live</h1>${[pier, museum].map((texts) => `<article><h2>The pier</h2>${paragraphs(texts)}</article>`).join('')}</main>`,
    ],
    [
      'entries of a live blog',
      `<main><h1>Port Ellery live</h1>${[pier.slice(0, 2), pier.slice(2), museum].map((texts) => `<article><h2>The pier</h2>${paragraphs(texts)}</article>`).join('')}</main>`,
    ],
  ])('%s', (_, body) => {
    const { text, of } = read(body);
    expect(of).toBe(0);
    expect(text.replace(/^The (?:pier|museum)\n/gm, '')).toBe(whole);
  });
  test('a story beside which another is announced', () => {
    const announced = `<article><h2>Museum opens</h2><p>${museum[0]}</p></article>`;
    expect(read(`<main><h1>Pier closes</h1><article>${paragraphs([...pier, ...pier])}</article>${announced}</main>`).text).toBe(
      [...pier, ...pier].join('\n'),
    );
  });
  test('a site’s name as a main heading, and a short note under one', () => {
    const { text, of } = read(
      `<header><h1>Ledger</h1></header><article><h1>Pier closes</h1>${paragraphs(pier)}</article><article><h1>Note</h1>${paragraphs(museum.slice(0, 1))}</article>`,
    );
    expect(of).toBe(0);
    expect(text).toContain(pier.join('\n'));
  });
});
