import type { Span } from '../../../article/span.ts';
import type { SentenceTree } from './sentence-tree.ts';

/** Verbs of saying that need no clause: "condemned the raid". */
const WITH_OBJECT =
  /^(?:condemn|criticize|criticise|praise|thank|welcome|denounce|blame|accuse|urge|demand|describe|highlight|voice|express|dismiss|reject|propose|recommend|threaten|deny|stress|emphasi[sz]e|reiterate|warn|acknowledge|point|confirm|insist|report|vow|pledge|promise|hint)$/;

/** A clause or a phrase may follow any of these; what stands under them belongs to the cue, not to its subject or content. */
const OF_CUE = /^(?:aux|neg|compound:prt|auxpass)$/;

/** "…, saying in a statement, “We will close it.”": a quotation that opens a few words after the verb. */
export function quotationAfter(tree: SentenceTree, verb: number): Span | null {
  const token = tree.sentence.tokens[verb];
  const quotation = token ? tree.quotationOpeningAfter(token.end, 60) : null;
  return quotation && quotation.start < tree.sentence.end ? { start: quotation.start, end: quotation.end } : null;
}

/** Relative clauses and the like under a subject, which do not name it. */
export const clausesUnder = (tree: SentenceTree, i: number): readonly number[] =>
  tree
    .childrenOf(i)
    .filter((one) => /^(?:acl:relcl|acl|parataxis|dep|punct|ccomp|advcl|appos)$/.test(tree.sentence.syntax.relation[one] ?? ''));

/** The subject, the verb's own or that of the verb it is joined to; after a quotation also what follows: “…,” said Ana Ruiz. */
export function subjectOf(tree: SentenceTree, verb: number): number | null {
  const own = tree.child(verb, /^nsubj$/);
  if (own !== null) return own;
  // "…, saying that": a participle has the subject of the verb that it hangs on.
  const { relation: relations, head: heads, tag: tags } = tree.sentence.syntax;
  if (tags[verb] === 'VBG') {
    // Set off by a comma it goes with the main clause: "Holm told them they risked it, warning that …" is Holm's warning.
    if (/^[,”"]$/.test(tree.word(verb - 1))) return tree.child(heads.indexOf(-1), /^nsubj$/);
    let at = heads[verb] ?? -1;
    for (let steps = 0; at >= 0 && at < verb && steps < 4; steps++) {
      const subject = tree.child(at, /^nsubj$/);
      if (subject !== null) return subject;
      if (!/^(?:advcl|xcomp|conj|dep|ccomp)$/.test(relations[at] ?? '')) return null;
      at = heads[at] ?? -1;
    }
    return null;
  }
  const agent = passiveAgent(tree, verb);
  if (agent !== null) return agent;
  if (tree.child(verb, /^nsubjpass$/) !== null || tree.child(verb, /^auxpass$/) !== null) return null;
  const { relation, head, tag } = tree.sentence.syntax;
  const before = tree.word(verb - 1);
  const next = tree.child(verb, /^(?:dobj|dep|nmod:tmod)$/);
  if (
    /^[,”"’!?]$/.test(before) &&
    next !== null &&
    next > verb &&
    /^(?:NNP|NN|NNS|NNPS|PRP)$/.test(tag[next] ?? '') &&
    tree.lemma(verb) === 'say'
  )
    return next;
  const joined = head[verb] ?? -1;
  if (relation[verb] === 'conj' && joined >= 0 && joined < verb && /^VB/.test(tag[joined] ?? ''))
    return tree.child(joined, /^nsubj$/);
  return null;
}

/** "was announced by the army" */
function passiveAgent(tree: SentenceTree, verb: number): number | null {
  if (tree.child(verb, /^(?:nsubjpass|auxpass)$/) === null) return null;
  return (
    tree
      .childrenOf(verb)
      .find((one) => tree.sentence.syntax.relation[one] === 'nmod' && tree.childrenOf(one).some((c) => tree.word(c) === 'by')) ??
    null
  );
}

export function cueOf(tree: SentenceTree, verb: number): Span | null {
  const parts = tree
    .childrenOf(verb)
    .filter((one) => OF_CUE.test(tree.sentence.syntax.relation[one] ?? '') && Math.abs(one - verb) <= 3);
  return tree.span(Math.min(verb, ...parts.filter((one) => one < verb)), verb);
}

/** The clause: under the verb, or before it at the sentence's beginning; for some verbs their object. */
export function contentOf(tree: SentenceTree, verb: number, subject: number): Span | null {
  const { relation } = tree.sentence.syntax;
  const clause = tree
    .childrenOf(verb)
    .find(
      (one) =>
        /^(?:ccomp|parataxis)$/.test(relation[one] ?? '') ||
        (one > verb && relation[one] === 'dep' && /^(?:VB[DZPN]?|JJ)$/.test(tree.sentence.syntax.tag[one] ?? '')),
    );
  const start = Math.min(verb, subject);
  if (clause !== undefined && clause > verb) {
    const { last } = tree.reach(clause);
    return tree.span(Math.max(verb, subject) + 1, Math.max(last, clause));
  }
  if (clause !== undefined && clause < start) return tree.span(tree.reach(clause).first, start - 1);
  // Inverted after a clause that the parser made the root: "The pier fell, said Ana Ruiz."
  if (subject > verb && /^(?:[,”"]|'')$/.test(tree.word(verb - 1))) return tree.span(0, verb - 1);
  const passive = tree.child(verb, /^nsubjpass$/);
  if (passive !== null) return tree.span(tree.reach(passive).first, tree.reach(passive).last);
  const quotation = quotationAfter(tree, verb);
  if (quotation !== null) return quotation;
  const { head, tag } = tree.sentence.syntax;
  const end = tree.sentence.tokens.length - 1;
  // "Holm told the Post most of the boats …": what follows a main verb of saying is what was said, however it is parsed.
  if (
    head[verb] === -1 &&
    /^(?:say|tell)$/.test(tree.lemma(verb)) &&
    end - verb > 6 &&
    tag.some((one, i) => i > verb + 1 && /^(?:VBD|VBZ|VBP|MD)$/.test(one))
  ) {
    return tree.span(verb + (/^NNP/.test(tag[verb + 1] ?? '') ? 2 : 1), end);
  }
  if (!WITH_OBJECT.test(tree.lemma(verb))) return null;
  const object = tree.childrenOf(verb).find((one) => one > verb && /^(?:dobj|nmod|xcomp|advcl)$/.test(relation[one] ?? ''));
  if (object === undefined) return null;
  const { first, last } = tree.reach(object);
  return tree.span(Math.max(first, verb + 1), last);
}
