import type { AnnotatedArticle } from '../article/annotated-article.ts';

/** Characters that no file system of note takes, path separators, controls and invisible direction marks. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"/\\|?*.'’‘“”`~#%&{}$!@+=,;^()[\]]+/gu;
const OUTLET_LENGTH = 40;
const TITLE_LENGTH = 50;

/**
 * `Harbour-Post_2026-11-23_council-delays-vote.csv`: outlet (or the page's host, or `article`), the local date, the headline's
 * first words. Letters of every script stay.
 */
export function exportFileName(
  article: Pick<AnnotatedArticle, 'outlet' | 'url' | 'title'>,
  date: Date,
  extension: string,
): string {
  const outlet = fileWords(article.outlet ?? '', OUTLET_LENGTH) || fileWords(hostOf(article.url), OUTLET_LENGTH) || 'article';
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  const title = fileWords(article.title, TITLE_LENGTH).toLowerCase();
  return `${[outlet, day, title].filter((part) => part !== '').join('_')}.${extension}`;
}

/** Whole words joined by hyphens, as many as fit; of a single overlong word its beginning. */
function fileWords(text: string, length: number): string {
  const words = text
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .split(/[\s_-]+/u)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (longer.length > length) break;
    name = longer;
  }
  return name === '' ? [...(words[0] ?? '')].slice(0, length / 2).join('') : name;
}

function hostOf(url: string | null): string {
  if (url === null || !URL.canParse(url)) return '';
  return new URL(url).hostname.replace(/^www\./, '');
}
