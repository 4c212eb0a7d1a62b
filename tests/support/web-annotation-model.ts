import * as v from 'valibot';

/**
 * The constraints of the W3C Web Annotation Data Model that concern what is exported here, clause by clause
 * (https://www.w3.org/TR/annotation-model/, Recommendation of 23 February 2017). Strict: an unknown property fails.
 */

/** Section 3.1: ids are IRIs. Absolute ones are asked for, so that they mean the same anywhere. */
const Iri = v.pipe(
  v.string(),
  v.check((value) => URL.canParse(value) && !/[\s<>"{}|\\^`]/.test(value), 'an absolute IRI'),
);

/** Section 3.3.5: the motivations and purposes that the model defines. */
const Motivation = v.picklist([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);

/** Section 4.2.4: exact exactly once; prefix and suffix should be there. */
const TextQuoteSelector = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.minLength(1)),
  prefix: v.string(),
  suffix: v.string(),
});

/** Section 4.2.5: start and end exactly once, non-negative integers, end exclusive. */
const TextPositionSelector = v.pipe(
  v.strictObject({
    type: v.literal('TextPositionSelector'),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.check(({ start, end }) => start < end, 'start before end'),
);

/** Section 4.1: source exactly once; selector may be several that select the same. */
const SpecificResource = v.strictObject({
  type: v.literal('SpecificResource'),
  source: Iri,
  selector: v.tuple([TextQuoteSelector, TextPositionSelector]),
  purpose: v.optional(Motivation),
});

/** Section 3.2.4: value exactly once; purpose, format. */
const TextualBody = v.strictObject({
  type: v.literal('TextualBody'),
  value: v.pipe(v.string(), v.minLength(1)),
  format: v.literal('text/plain'),
  purpose: Motivation,
});

/** Section 3.1: context, id and type, one or more targets, any number of bodies. */
export const WebAnnotation = v.strictObject({
  '@context': v.literal('http://www.w3.org/ns/anno.jsonld'),
  id: Iri,
  type: v.literal('Annotation'),
  motivation: Motivation,
  body: v.array(v.union([TextualBody, SpecificResource])),
  target: v.union([SpecificResource, v.pipe(v.array(SpecificResource), v.minLength(1))]),
});

/** Sections 5.1 and 5.2: a collection with its one page embedded. */
export const AnnotationCollection = v.pipe(
  v.strictObject({
    '@context': v.literal('http://www.w3.org/ns/anno.jsonld'),
    id: Iri,
    type: v.literal('AnnotationCollection'),
    label: v.string(),
    generator: v.strictObject({ id: Iri, type: v.literal('Software'), name: v.string() }),
    total: v.pipe(v.number(), v.integer(), v.minValue(0)),
    first: v.optional(
      v.strictObject({
        id: Iri,
        type: v.literal('AnnotationPage'),
        partOf: Iri,
        startIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
        items: v.pipe(v.array(WebAnnotation), v.minLength(1)),
      }),
    ),
    last: v.optional(Iri),
  }),
  v.check(({ total, first }) => total === (first?.items.length ?? 0), 'total is the number of annotations'),
  v.check(({ first, id }) => first === undefined || first.partOf === id, 'the page is part of its collection'),
  v.check(
    ({ first }) => new Set(first?.items.map((item) => item.id)).size === (first?.items.length ?? 0),
    'ids of annotations are different',
  ),
);
