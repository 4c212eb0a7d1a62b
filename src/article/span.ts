/** A half-open stretch of a text: UTF-16 code units, `end` exclusive, as in JavaScript's `String.prototype.slice`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The words of `text` under a span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
