interface PlainStatement {
  readonly verb: RegExp;
  /** What follows the verb where it states something. */
  readonly content: RegExp;
  /** Whether only documents state something so: "the line links the town to the port" is what a line does. */
  readonly onlyDocuments: boolean;
}

// "put the number of injured at 31", "links late suppers to poor sleep"
const STATEMENTS: readonly PlainStatement[] = [
  {
    verb: /^puts?$/i,
    content:
      /^(?:[\w’'-]+ ){0,4}(?:toll|number|numbers|count|figure|total|crowd|turnout|attendance|costs?|bill|damages?|loss|losses|value|price|chances?|odds|probability|risk|rate|share|size|death|deaths|dead|injured|wounded|missing)\b[^,;]{0,60}? at (?:[a-z]+ ){0,3}[$€£]?\s?\d/i,
    onlyDocuments: false,
  },
  { verb: /^(?:links?|linked|ties|tied)$/i, content: /^[^,;]{2,80}? (?:to|with) \S/, onlyDocuments: true },
];

/** The statement that a verb makes with the words after it; null where it only tells a deed. */
export function plainStatement(verb: string, after: string): PlainStatement | null {
  return STATEMENTS.find((one) => one.verb.test(verb) && one.content.test(after)) ?? null;
}
