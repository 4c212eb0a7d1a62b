import * as v from 'valibot';
import { BASES, FLAGS, SOURCE_TYPES, STATUSES } from '../article/attribution.ts';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const index = offset;
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const span = v.object({ start: offset, end: offset });
const why = v.object({ decider: v.picklist(['model', 'rule']), rule: v.string(), evidence: v.nullable(v.string()) });
const standing = { status: v.picklist(STATUSES), basis: v.picklist(BASES), flags: v.array(v.picklist(FLAGS)) };

/** An AnnotatedArticle (src/article/annotated-article.ts) as it is stored and read back. */
export const articleSchema = v.object({
  id: v.string(),
  title: v.string(),
  outlet: v.nullable(v.string()),
  url: v.nullable(v.string()),
  language: v.string(),
  partial: v.boolean(),
  text: v.string(),
  blocks: v.array(
    v.object({
      ...span.entries,
      kind: v.picklist([
        'paragraph',
        'list-item',
        'quote',
        'heading',
        'caption',
        'byline',
        'promotion',
        'related',
        'timestamp',
        'comment',
      ]),
    }),
  ),
  sources: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      type: v.picklist(SOURCE_TYPES),
      pack: v.exactOptional(v.string()),
      packName: v.exactOptional(v.string()),
    }),
  ),
  sentences: v.array(
    v.object({
      ...span.entries,
      sources: v.array(v.string()),
      ...standing,
      attributions: v.array(index),
      block: index,
      confidence: share,
      why,
    }),
  ),
  attributions: v.array(
    v.object({
      source: v.array(span),
      cue: v.array(span),
      content: v.array(span),
      kind: v.picklist(['direct', 'indirect', 'mixed']),
      confidence: share,
      why,
      speaker: v.nullable(v.string()),
      ...standing,
      implication: v.picklist(['neutral', 'doubt', 'truth', 'guilt', 'denial', 'confirmation', 'demand', 'belief']),
      statusWhy: why,
    }),
  ),
});
