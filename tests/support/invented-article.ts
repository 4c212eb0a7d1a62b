import type { AnnotatedArticle } from '../../src/article/annotated-article.ts';
import type { Block } from '../../src/article/article.ts';
import type { Attribution, Basis, Flag, Implication, LabelledSentence, Source, Status } from '../../src/article/attribution.ts';
import type { Span } from '../../src/article/span.ts';

/** One sentence of the invented story: its text, its label, and the words of its attribution, if any. */
interface Line {
  readonly text: string;
  readonly basis: Basis;
  readonly speaker?: string;
  readonly flags?: readonly Flag[];
  readonly source?: string;
  readonly cue?: string;
  readonly content?: string;
  readonly implication?: Implication;
  readonly confidence?: number;
}

export const INVENTED_SOURCES: readonly Source[] = [
  { id: 'mara-lindqvist', name: 'Mara Lindqvist', type: 'government', pack: 'invented' },
  { id: 'harbour-union', name: 'Harbour Workers’ Union', type: 'ngo' },
  { id: 'senior-official', name: 'a senior port official', type: 'government' },
  { id: 'north-gazette', name: 'North Gazette', type: 'media' },
  { id: 'tomas-oyelaran', name: 'Tomas Oyelaran', type: 'expert' },
  { id: 'coast-guard', name: 'Coast Guard', type: 'military' },
];

/** Paragraphs of sentences; every basis and every flag is there. People, places and events are invented. */
const STORY: readonly (readonly Line[])[] = [
  [
    { text: 'The port of Veyra closed its northern quay on Monday after a crane collapsed.', basis: 'own-voice' },
    {
      text: '“Nobody was hurt, and the quay will open again within days,” Mayor Mara Lindqvist said.',
      basis: 'named',
      speaker: 'mara-lindqvist',
      source: 'Mayor Mara Lindqvist',
      cue: 'said',
      content: '“Nobody was hurt, and the quay will open again within days,”',
    },
  ],
  [
    {
      text: 'The Harbour Workers’ Union claimed that inspectors had warned of rust in the crane for two years.',
      basis: 'named',
      speaker: 'harbour-union',
      source: 'The Harbour Workers’ Union',
      cue: 'claimed',
      content: 'that inspectors had warned of rust in the crane for two years',
      implication: 'doubt',
    },
    {
      text: 'A senior port official admitted that one inspection had been skipped.',
      basis: 'confirmed-by',
      speaker: 'senior-official',
      source: 'A senior port official',
      cue: 'admitted',
      content: 'that one inspection had been skipped',
      implication: 'guilt',
      confidence: 0.88,
    },
    {
      text: 'Lindqvist denied that the city had known about it.',
      basis: 'named',
      speaker: 'mara-lindqvist',
      flags: ['denied'],
      source: 'Lindqvist',
      cue: 'denied',
      content: 'that the city had known about it',
      implication: 'denial',
    },
  ],
  [
    {
      text: 'The North Gazette reported that two more cranes show cracks.',
      basis: 'second-hand',
      speaker: 'north-gazette',
      source: 'The North Gazette',
      cue: 'reported',
      content: 'that two more cranes show cracks',
      confidence: 0.71,
    },
    {
      text: 'The manufacturer has reportedly known of the fault since spring.',
      basis: 'hearsay',
      cue: 'reportedly',
      content: 'The manufacturer has known of the fault since spring',
      confidence: 0.64,
    },
    { text: 'The claim could not be independently verified.', basis: 'own-voice', flags: ['unverified'] },
    { text: 'The manufacturer did not answer a request for comment.', basis: 'own-voice', flags: ['no-comment'] },
  ],
  [
    {
      text: 'An inspection report seen by this newspaper lists fourteen faults on the northern quay.',
      basis: 'verified',
      source: 'An inspection report',
      cue: 'lists',
      content: 'fourteen faults on the northern quay',
      confidence: 0.8,
    },
    {
      text: '“Salt eats such joints from within,” said Tomas Oyelaran, who studies harbour steel.',
      basis: 'named',
      speaker: 'tomas-oyelaran',
      source: 'Tomas Oyelaran, who studies harbour steel',
      cue: 'said',
      content: '“Salt eats such joints from within,”',
    },
    {
      text: 'The Coast Guard confirmed that the channel was clear by evening.',
      basis: 'confirmed-by',
      speaker: 'coast-guard',
      source: 'The Coast Guard',
      cue: 'confirmed',
      content: 'that the channel was clear by evening',
      implication: 'confirmation',
    },
  ],
  [
    {
      text: 'Lindqvist promised a public inquiry.',
      basis: 'named',
      speaker: 'mara-lindqvist',
      source: 'Lindqvist',
      cue: 'promised',
      content: 'a public inquiry',
      confidence: 0.79,
    },
    {
      text: 'She demanded that the manufacturer pay for the repairs.',
      basis: 'named',
      speaker: 'mara-lindqvist',
      source: 'She',
      cue: 'demanded',
      content: 'that the manufacturer pay for the repairs',
      implication: 'demand',
      confidence: 0.83,
    },
    { text: 'Ships are sent to the southern quay until then.', basis: 'own-voice' },
  ],
];

const CONFIRMED: readonly Basis[] = ['own-voice', 'verified', 'confirmed-by'];

/** The invented story as the engine would give it. */
export function inventedArticle(): AnnotatedArticle {
  const blocks: Block[] = [];
  const sentences: LabelledSentence[] = [];
  const attributions: Attribution[] = [];
  let text = '';
  STORY.forEach((paragraph, block) => {
    if (text !== '') text += '\n';
    const start = text.length;
    paragraph.forEach((line, index) => {
      if (index > 0) text += ' ';
      const at = text.length;
      text += line.text;
      const attribution = attributionOf(line, at);
      if (attribution !== null) attributions.push(attribution);
      sentences.push(
        sentenceOf(line, { start: at, end: text.length }, block, attribution === null ? [] : [attributions.length - 1]),
      );
    });
    blocks.push({ start, end: text.length, kind: 'paragraph' });
  });
  return {
    id: 'invented',
    title: 'Crane collapse shuts Veyra’s northern quay',
    outlet: 'Veyra Post',
    url: 'https://news.example/veyra/crane-collapse',
    language: 'en',
    partial: false,
    text,
    blocks,
    sources: INVENTED_SOURCES,
    sentences,
    attributions,
  };
}

function statusOf(basis: Basis): Status {
  return CONFIRMED.includes(basis) ? 'confirmed' : 'reported';
}

function sentenceOf(line: Line, span: Span, block: number, attributions: readonly number[]): LabelledSentence {
  return {
    ...span,
    block,
    attributions,
    sources: line.speaker === undefined ? [] : [line.speaker],
    status: statusOf(line.basis),
    basis: line.basis,
    flags: line.flags ?? [],
    confidence: line.confidence ?? (line.cue === undefined ? 1 : 0.93),
    why: { decider: 'rule', rule: line.basis, evidence: line.cue ?? null },
  };
}

function attributionOf(line: Line, at: number): Attribution | null {
  if (line.cue === undefined) return null;
  const spans = (words: string | undefined): readonly Span[] => {
    if (words === undefined) return [];
    const found = line.text.indexOf(words);
    // A content that the cue parts in two is given whole here; it stands for the words up to the cue.
    return found < 0 ? [{ start: at, end: at + line.text.length }] : [{ start: at + found, end: at + found + words.length }];
  };
  return {
    source: spans(line.source),
    cue: spans(line.cue),
    content: spans(line.content),
    kind: line.content?.startsWith('“') ? 'direct' : 'indirect',
    confidence: line.confidence ?? 0.93,
    why: { decider: 'model', rule: 'attribution', evidence: line.cue },
    speaker: line.speaker ?? null,
    status: statusOf(line.basis),
    basis: line.basis,
    flags: line.flags ?? [],
    implication: line.implication ?? 'neutral',
    statusWhy: { decider: 'rule', rule: line.basis, evidence: line.cue },
  };
}
