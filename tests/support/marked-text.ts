import type { AttributionSpans } from '../../src/article/attribution.ts';
import type { Span } from '../../src/article/span.ts';

/** Spans of one attribution, as far as marks show them. */
export type MarkedAttribution = Pick<AttributionSpans, 'source' | 'cue' | 'content'>;

const MARK = /\{(source|cue|content)(\d?):|\}/g;

/**
 * Reads marked text: `{content:“We will appeal,”} {cue:said} {source:Ana Ruiz}.`; a second attribution has `{source2:…}`. Marks may
 * stand inside marks.
 */
export function readMarkedText(marked: string): { readonly text: string; readonly attributions: readonly MarkedAttribution[] } {
  const attributions: Record<'source' | 'cue' | 'content', Span[]>[] = [];
  const open: { readonly part: 'source' | 'cue' | 'content'; readonly index: number; readonly start: number }[] = [];
  let text = '';
  let from = 0;
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(from, mark.index);
    from = mark.index + mark[0].length;
    if (mark[0] !== '}') {
      open.push({ part: mark[1] as 'source' | 'cue' | 'content', index: Number(mark[2] || 1) - 1, start: text.length });
      continue;
    }
    const one = open.pop();
    if (!one) throw new Error(`a closing brace without an opening one in: ${marked}`);
    attributions[one.index] ??= { source: [], cue: [], content: [] };
    attributions[one.index]?.[one.part].push({ start: one.start, end: text.length });
  }
  return { text: text + marked.slice(from), attributions };
}

/** Writes attributions into their text, as {@link readMarkedText} reads them: so that a failing test shows words, not offsets. */
export function printMarkedText(text: string, attributions: readonly MarkedAttribution[]): string {
  const marks = attributions.flatMap((attribution, index) =>
    (['source', 'cue', 'content'] as const).flatMap((part) =>
      attribution[part].flatMap(({ start, end }) => [
        { at: start, order: -end, mark: `{${part}${index === 0 ? '' : index + 1}:`, opens: true },
        { at: end, order: -start, mark: '}', opens: false },
      ]),
    ),
  );
  marks.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens) || a.order - b.order);
  let printed = '';
  let from = 0;
  for (const { at, mark } of marks) {
    printed += text.slice(from, at) + mark;
    from = at;
  }
  return printed + text.slice(from);
}
