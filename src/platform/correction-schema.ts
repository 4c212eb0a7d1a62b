import * as v from 'valibot';
import { BASES, FLAGS, SOURCE_TYPES, STATUSES } from '../article/attribution.ts';

/** No sentence, name or address of an article is longer; more is an attack or a mistake. */
const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 300;
/** Corrections of one article, sources of one sentence. */
export const MOST_CORRECTIONS = 2000;
const MOST_SOURCES = 20;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const labelSchema = v.strictObject({
  kind: v.literal('label'),
  sources: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME)),
        type: v.picklist(SOURCE_TYPES),
      }),
    ),
    v.maxLength(MOST_SOURCES),
  ),
  status: v.picklist(STATUSES),
  basis: v.picklist(BASES),
  flags: v.pipe(v.array(v.picklist(FLAGS)), v.maxLength(FLAGS.length)),
});

/** A correction as it is stored and handed on (src/article/correction.ts). Strict: what is not known is refused. */
export const correctionSchema = v.strictObject({
  selector: v.strictObject({ exact: v.pipe(text, v.minLength(1)), prefix: text, suffix: text }),
  position: v.strictObject({ start: offset, end: offset }),
  change: v.variant('kind', [labelSchema, v.strictObject({ kind: v.literal('not-a-claim') })]),
  was: labelSchema,
});

/** All corrections of one article, with the address that they belong to. */
export const articleCorrectionsSchema = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(LONGEST_TEXT), v.url()),
  title: text,
  corrections: v.pipe(v.array(correctionSchema), v.maxLength(MOST_CORRECTIONS)),
});
