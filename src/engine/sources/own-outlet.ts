import type { Article } from '../../article/article.ts';
import { typeOfHead } from './knowledge/organisations.ts';
import { normalise } from './noun-phrase.ts';

// "CNN’s Ana Ruiz contributed to this report": who signs so is the outlet itself.
const CONTRIBUTED =
  /(?:^|[\n.!?”")\]]\s*|\[)([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*){0,3})['’]s?\s(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.'’-]+,?\s(?:and\s)?){2,30}(?:contributed|reported from)/gu;
// "did not respond to a Harbour Post request for comment", "told the Harbour Post" do not tell; the first does.
const ASKED_BY =
  /(?:respon(?:d|ded|se) to|answer|declined) (?:an? |the |several |repeated )?([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*){0,3})(?:['’]s?)? (?:requests?|inquir(?:y|ies)|questions?|queries)\b/gu;
// "The Ledger could not independently verify that": who checks is who publishes, also where an agency's text is taken over.
const COULD_NOT_VERIFY =
  /(?:^|[.,;]\s|\b[Tt]he )([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*){0,3}) (?:could not|was (?:not able|unable) to|has not been able to|cannot) (?:independently |immediately |yet )*(?:verify|corroborate|authenticate)\b/gu;
const REPORTER_AT =
  /(?:is|are) (?:an? )?(?:[A-Za-zÀ-ỿ-]+ ){0,3}(?:reporters?|correspondents?|editors?|writers?) (?:at|for|with) ([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*){0,3})/gu;

/** The names by which an article speaks of the outlet that publishes it: from the page, or from its own notes on the authors. */
export function outletNames(article: Pick<Article, 'outlet' | 'text'>): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string | undefined) => {
    if (!name) return;
    const plain = normalise(name)
      .replace(/\. .*$/, '')
      .replace(/^the /i, '')
      .toLowerCase();
    if (plain === '') return;
    names.add(plain);
    names.add(plain.replace(/ (?:digital|news|online|website)$/, ''));
    const words = plain.split(' ');
    if (words.length >= 2)
      names.add(
        name
          .split(/\s+/)
          .map((word) => word[0] ?? '')
          .join('')
          .toLowerCase(),
      );
  };
  if (article.outlet) add(article.outlet);
  const tail = article.text.slice(-3000);
  // The expressions take milliseconds to compile, and most articles have none of these.
  if (/contributed|reported from/.test(tail)) for (const found of tail.matchAll(CONTRIBUTED)) add(found[1]);
  if (/(?:reporter|correspondent|editor|writer)s? (?:at|for|with) /.test(tail))
    for (const found of tail.matchAll(REPORTER_AT)) add(found[1]);
  if (/(?:request|inquir|question|quer)(?:y|s|ies)?\b/.test(article.text))
    for (const found of article.text.matchAll(ASKED_BY)) add(found[1]);
  if (/\b(?:verify|corroborate|authenticate)\b/.test(article.text))
    for (const found of article.text.matchAll(COULD_NOT_VERIFY)) add(found[1]);
  return names;
}

/** Whether a source's name is the outlet's own. */
export function isOwnOutlet(names: ReadonlySet<string>, name: string): boolean {
  if (names.size === 0) return false;
  const plain = normalise(name)
    .replace(/^the /i, '')
    .replace(/ \([^)]*\)$/, '')
    .toLowerCase();
  if (names.has(plain) || names.has(plain.replace(/ (?:digital|news|online)$/, ''))) return true;
  // "the Ledger" for The Morning Ledger.
  return !plain.includes(' ') && typeOfHead(plain) === 'media' && [...names].some((one) => one.endsWith(` ${plain}`));
}
