import type { Implication } from '../../article/attribution.ts';

/**
 * What a cue does: `speech` carries words; `act` is an attribution by rule 9 of the codebook (praise, blame, demand, threat);
 * `belief` and `plan` are attitudes; `finding` is what documents and studies do; `deed` is a completed act or bare topic,
 * which gives a sentence no source although corpora mark it now and then ("agreed", "decided", "discussed").
 */
export type CueKind = 'speech' | 'act' | 'belief' | 'plan' | 'finding' | 'deed';

/** Style rules that a cue's implication rests on; docs/cues.md tells them in full. */
export type StyleRule =
  | 'said-is-neutral'
  | 'claimed-casts-doubt'
  | 'admitted-implies-guilt'
  | 'revealed-implies-truth'
  | 'confirmed-needs-standing'
  | 'denied-is-denial'
  | 'hedge-needs-a-source'
  | 'belief-is-not-fact'
  | 'demand-is-attributed';

export interface CueGroup {
  readonly kind: CueKind;
  readonly implies: Implication;
  readonly style: StyleRule;
  /** Verbs by their base form, in plain words. */
  readonly verbs: string;
  /** Nouns that do the same: "the claim that …", "issued a warning". */
  readonly nouns: string;
}

/** The lexicon: groups of cues that do and imply the same. A verb stands in one group only, and so does a noun. */
export const CUE_GROUPS: readonly CueGroup[] = [
  {
    kind: 'speech',
    implies: 'neutral',
    style: 'said-is-neutral',
    verbs:
      'say tell add state announce report explain write tweet post note remark comment continue reply respond answer ask wonder recount relate reiterate repeat mention declare testify inform describe speak talk brief caution warn advise observe quip whisper stress emphasize emphasise underline underscore highlight point characterize characterise call label dub term refer cite quote express voice convey indicate signal hint imply conclude summarize sum specify clarify elaborate outline detail predict forecast estimate project anticipate suggest argue contend maintain interject muse notify alert attest assess update communicate reflect lament pronounce rule',
    nouns:
      'statement remark comment announcement report reply response answer testimony speech interview post tweet message letter warning note description account estimate forecast prediction suggestion argument briefing quote word reminder readout',
  },
  {
    kind: 'speech',
    implies: 'doubt',
    style: 'claimed-casts-doubt',
    verbs: 'claim allege assert insist purport profess boast brag speculate opine tout',
    nouns: 'claim allegation assertion insistence speculation rumor rumour contention',
  },
  {
    kind: 'speech',
    implies: 'truth',
    style: 'revealed-implies-truth',
    verbs: 'reveal disclose remind demonstrate prove establish expose discover',
    nouns: 'revelation disclosure proof',
  },
  {
    kind: 'speech',
    implies: 'guilt',
    style: 'admitted-implies-guilt',
    verbs: 'admit confess concede',
    nouns: 'admission confession concession',
  },
  {
    kind: 'speech',
    implies: 'confirmation',
    style: 'confirmed-needs-standing',
    verbs: 'confirm acknowledge verify corroborate reaffirm affirm certify',
    nouns: 'confirmation acknowledgement acknowledgment affirmation',
  },
  {
    kind: 'speech',
    implies: 'denial',
    style: 'denied-is-denial',
    verbs: 'deny refute rebut dispute contest disavow repudiate dismiss debunk contradict rebuke',
    nouns: 'denial rebuttal',
  },
  {
    kind: 'act',
    implies: 'demand',
    style: 'demand-is-attributed',
    verbs:
      'demand urge request propose recommend appeal beg plead implore instruct threaten vow pledge promise swear invite encourage petition lobby beseech exhort dare challenge require',
    nouns:
      'demand request proposal recommendation appeal plea threat vow pledge promise call ultimatum petition offer invitation',
  },
  {
    kind: 'act',
    implies: 'belief',
    style: 'belief-is-not-fact',
    verbs:
      'praise blame condemn criticize criticise accuse denounce blast slam welcome thank applaud commend hail laud decry deplore fault chide scold rap castigate lambaste oppose object protest reject defend mock ridicule congratulate apologize apologise regret complain question doubt deride vilify credit liken compare salute honor honour commemorate mourn bemoan',
    nouns:
      'praise blame condemnation criticism accusation denunciation objection rejection complaint apology concern gratitude support opposition regret condolences doubt',
  },
  {
    kind: 'belief',
    implies: 'belief',
    style: 'belief-is-not-fact',
    verbs:
      'believe think feel hope fear expect consider suspect worry want wish know understand guess assume view regard reckon imagine prefer favor favour judge deem perceive envision envisage trust like care mind need admire remember realize realise learn convince',
    nouns:
      'belief opinion view hope fear expectation suspicion worry feeling conviction assumption impression understanding thought sense',
  },
  {
    kind: 'plan',
    implies: 'belief',
    style: 'belief-is-not-fact',
    verbs: 'plan intend aim aspire commit',
    nouns: 'plan intention aim goal',
  },
  {
    kind: 'finding',
    implies: 'neutral',
    style: 'said-is-neutral',
    verbs: 'find show document record calculate determine measure rank illustrate depict track tally count diagnose',
    nouns:
      'finding study survey poll data figure statistic evidence analysis research conclusion ruling verdict judgment judgement decision',
  },
  {
    kind: 'deed',
    implies: 'neutral',
    style: 'said-is-neutral',
    verbs:
      'endorse seek recall issue release publish put list give lay go sign broadcast read share begin cry name identify text email message chant shout joke refuse decline hold grant raise agree appoint discuss decide resign approve accept adopt vote choose try attempt meet visit launch open order pass authorize authorise ban allow suspend cancel withdraw elect hire fire nominate select pick settle negotiate debate review investigate probe examine search look pressure push press force lead host join help work use receive provide prepare deliver present inspect float',
    nouns: 'agreement appointment discussion visit vote talk meeting negotiation search investigation review',
  },
];

/** Hedges by which an outlet marks that somebody it does not name says it; the style guides ask for the source instead. */
export const HEDGE_ADVERBS: readonly string[] = [
  'reportedly',
  'allegedly',
  'supposedly',
  'purportedly',
  'apparently',
  'ostensibly',
];

/** Words that attribute without a verb: "according to the board", "per the report". */
export const PREPOSITIONS: readonly string[] = ['according', 'per'];

/** Nouns and adjectives that hedge in passing: "the alleged attack", "reported hurdles". */
export const HEDGE_ADJECTIVES: readonly string[] = [
  'alleged',
  'reported',
  'purported',
  'supposed',
  'so-called',
  'rumored',
  'rumoured',
  'apparent',
];

/** Irregular forms: past and participle. */
export const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  speak: ['spoke', 'spoken'],
  read: ['read'],
  go: ['went', 'gone'],
  put: ['put', 'putting'],
  begin: ['began', 'begun', 'beginning'],
  swear: ['swore', 'sworn'],
  beg: ['begged', 'begging'],
  rap: ['rapped', 'rapping'],
  slam: ['slammed', 'slamming'],
  plan: ['planned', 'planning'],
  refer: ['referred', 'referring'],
  admit: ['admitted', 'admitting'],
  rebut: ['rebutted', 'rebutting'],
  commit: ['committed', 'committing'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  understand: ['understood'],
  find: ['found'],
  show: ['showed', 'shown'],
  lay: ['laid'],
  prove: ['proved', 'proven'],
  seek: ['sought'],
  mean: ['meant'],
  see: ['saw', 'seen'],
  hear: ['heard'],
  learn: ['learned', 'learnt'],
  sum: ['summed', 'summing'],
  dub: ['dubbed', 'dubbing'],
  label: ['labelled', 'labelling', 'labeled', 'labeling'],
  signal: ['signalled', 'signalling', 'signaled', 'signaling'],
  quip: ['quipped', 'quipping'],
  chant: ['chanted'],
  brag: ['bragged', 'bragging'],
  meet: ['met', 'meeting'],
  give: ['gave', 'given'],
  choose: ['chose', 'chosen'],
  lead: ['led'],
  fall: ['fell', 'fallen'],
  cry: ['cried'],
  get: ['got', 'getting'],
};
