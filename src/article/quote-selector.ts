import type { QuoteSelector } from './correction.ts';
import type { Span } from './span.ts';

/** Code units of context on each side: as much as Hypothesis and Apache Annotator keep. */
const CONTEXT_LENGTH = 32;

/**
 * The W3C `TextQuoteSelector` of a span: exact text with up to 32 code units of context each side, never with half a surrogate
 * pair (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export function quoteSelectorOf(text: string, span: Span): QuoteSelector {
  let from = Math.max(0, span.start - CONTEXT_LENGTH);
  if (isLowSurrogate(text, from)) from += 1;
  let to = Math.min(text.length, span.end + CONTEXT_LENGTH);
  if (isLowSurrogate(text, to)) to -= 1;
  return { exact: text.slice(span.start, span.end), prefix: text.slice(from, span.start), suffix: text.slice(span.end, to) };
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0;
}
