import fc from 'fast-check';
import Papa from 'papaparse';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../src/export/export-file-name.ts';
import { formatAnnotations } from '../../../src/export/format-annotations.ts';
import { formatCsv } from '../../../src/export/format-csv.ts';
import { formatJson } from '../../../src/export/format-json.ts';
import { formatMarkdown } from '../../../src/export/format-markdown.ts';
import { arbitraryArticle } from '../../support/arbitrary-article.ts';
import { inventedArticle } from '../../support/invented-article.ts';
import { AnnotationCollection } from '../../support/web-annotation-model.ts';

const article = inventedArticle();

/** As a spreadsheet reads it. */
function readCsv(csv: string): readonly Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, newline: '\r\n' });
  expect(errors).toEqual([]);
  return data;
}

describe('CSV', () => {
  it('has a row for every sentence with who says it and how', () => {
    const rows = readCsv(formatCsv(article));
    expect(rows).toHaveLength(article.sentences.length);
    expect(rows[3]).toMatchObject({
      number: '4',
      paragraph: '2',
      sentence: 'A senior port official admitted that one inspection had been skipped.',
      sources: 'a senior port official',
      status: 'confirmed',
      basis: 'confirmed-by',
      cue: 'admitted',
      implication: 'guilt',
    });
  });

  it.each(['=HYPERLINK("http://x.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n+2', '＝1'])(
    'disarms %j',
    (text) => {
      const armed = {
        ...article,
        text,
        sentences: [{ ...(article.sentences[0] as (typeof article.sentences)[0]), start: 0, end: text.length }],
      };
      expect(readCsv(formatCsv(armed))[0]?.sentence).toBe(`'${text}`);
    },
  );

  it('never begins a cell as a formula and loses no sentence, whatever the article', () => {
    fc.assert(
      fc.property(arbitraryArticle, (any) => {
        const rows = readCsv(formatCsv(any));
        expect(rows).toHaveLength(any.sentences.length);
        for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(rows.map((row) => row.sentence?.replace(/^'/, ''))).toEqual(
          any.sentences.map(({ start, end }) => any.text.slice(start, end).replace(/^'/, '')),
        );
      }),
    );
  });
});

describe('JSON', () => {
  it('gives back all of the article, the fixed fields first', () => {
    expect(JSON.parse(formatJson(article))).toEqual(article);
    expect(Object.keys(JSON.parse(formatJson(article))).slice(0, 7)).toEqual([
      'id',
      'title',
      'language',
      'text',
      'sources',
      'sentences',
      'attributions',
    ]);
  });

  it('is one line for JSON Lines', () => {
    expect(formatJson(article, 0)).not.toContain('\n');
  });
});

describe('Markdown', () => {
  it('sums up, lists the sources and labels every sentence', () => {
    const markdown = formatMarkdown(article);
    expect(markdown).toContain('# Crane collapse shuts Veyra’s northern quay');
    expect(markdown).toContain(
      '8 of 15 sentences are reported as somebody’s claim. 7 are confirmed or in the article’s own voice.',
    );
    expect(markdown).toContain('| Mara Lindqvist | Government | 4 | 27 % |');
    expect(markdown).toContain('**confirmed by Coast Guard**');
    expect(markdown).toContain('**Mara Lindqvist · Reported · Named source · Denied**');
    expect(markdown).toContain('never whether it is true');
  });

  it('says "is" of one sentence', () => {
    const sentences = article.sentences.slice(0, 2);
    expect(formatMarkdown({ ...article, sentences })).toContain(
      '1 of 2 sentences is reported as somebody’s claim. 1 is confirmed or in the article’s own voice.',
    );
  });

  it('lets no text of a page become markup', () => {
    const title = '<script>alert(1)</script> [x](javascript:alert) *b* | `c`';
    const heading = formatMarkdown({ ...article, title }).split('\n')[0];
    expect(heading).toBe('# \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert) \\*b\\* \\| \\`c\\`');
  });
});

describe('W3C Web Annotation', () => {
  it('is valid against the model', () => {
    const { items } = v.parse(AnnotationCollection, JSON.parse(formatAnnotations(article))).first ?? { items: [] };
    expect(items).toHaveLength(article.sentences.length + article.attributions.length);
  });

  it('is valid for any article, and every quote is found at its position in code points', () => {
    fc.assert(
      fc.property(arbitraryArticle, (any) => {
        const collection = v.parse(AnnotationCollection, JSON.parse(formatAnnotations(any)));
        const points = [...any.text];
        for (const { target } of collection.first?.items ?? []) {
          for (const { selector } of [target].flat()) {
            const [quote, position] = selector;
            expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
            expect(any.text).toContain(quote.prefix + quote.exact + quote.suffix);
          }
        }
      }),
    );
  });

  it('gives the same ids for the same labels', () => {
    expect(formatAnnotations(article)).toBe(formatAnnotations(inventedArticle()));
  });
});

describe('file name', () => {
  const date = new Date(2026, 10, 3);
  it.each([
    [
      { outlet: 'Veyra Post', title: 'Crane collapse: “no one hurt”', url: null },
      'Veyra-Post_2026-11-03_crane-collapse-no-one-hurt.csv',
    ],
    [{ outlet: null, title: '', url: 'https://www.news.example/a' }, 'news-example_2026-11-03.csv'],
    [{ outlet: null, title: '', url: null }, 'article_2026-11-03.csv'],
    [{ outlet: '../../etc', title: 'CON', url: null }, 'etc_2026-11-03_con.csv'],
    [{ outlet: 'ידיעות', title: 'المرفأ مغلق', url: null }, 'ידיעות_2026-11-03_المرفأ-مغلق.csv'],
  ])('%#', (head, expected) => {
    expect(exportFileName(head, date, 'csv')).toBe(expected);
  });

  it('can be saved on any system, whatever the article', () => {
    fc.assert(
      fc.property(arbitraryArticle, (any) => {
        const name = exportFileName(any, date, 'json');
        expect(name).toMatch(/2026-11-03.*\.json$/u);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u);
        expect(name.length).toBeLessThan(120);
        expect(name).not.toMatch(/^[.\s-]/u);
      }),
    );
  });
});
