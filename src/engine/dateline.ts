import type { Span } from '../article/span.ts';

// "OLDPORT, Ruritania (AP) —", "OLDPORT –", "Oldport (Harbour News) --": a place in capitals, or with an agency in brackets beside it.
const PLACE = `[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,2}(?:, [A-ZÀ-Þ][A-Za-zÀ-ỿ.]+(?: [A-ZÀ-Þ][A-Za-zÀ-ỿ.]+){0,2})?`;
const NAME = `[A-ZÀ-Þ][A-Za-zÀ-ỿ.'’-]+(?:,? [A-ZÀ-Þ][A-Za-zÀ-ỿ.'’-]+){0,3}`;
const AGENCY = String.raw`\([A-ZÀ-Þ][A-Za-zÀ-ỿ /]{1,30}\)`;
const DATELINE = new RegExp(`^(?:${PLACE}(?: ?${AGENCY})?|${NAME} ?${AGENCY}) ?(?:—|–|--|-) ?(?=["“‘']?[A-ZÀ-Þ])`, 'u');

/** Where the dateline ends that a sentence begins with (AP Stylebook, "datelines"); where the sentence begins if it has none. */
export function datelineEnd(text: string, { start, end }: Span): number {
  return start + (DATELINE.exec(text.slice(start, end))?.[0].length ?? 0);
}
