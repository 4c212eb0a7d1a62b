import { Wording } from '../../article/wording.ts';

/*
 * Wordings that decide a status or a flag, each with an example above it. They are looked for in the words of one sentence. Words in
 * them are English.
 */

// "declined to comment", "did not immediately respond to a request for comment", "could not be reached"
export const NO_COMMENTS: readonly Wording[] = [
  new Wording(
    /\bdeclin(?:ed|es|ing) (?:(?:to|further) (?:comment|discuss|say|answer|be (?:quoted|interviewed|identified)|elaborate|provide|give|respond|speculate|confirm or deny)|(?:an? |the |our |its )?(?:[a-z]+ )?(?:request|interview|invitation))/i,
    'declin',
  ),
  new Wording(/\brefus(?:ed|es|ing) to (?:comment|answer|say|be (?:quoted|interviewed))/i, 'refus'),
  new Wording(
    /\b(?:did|do|does|has|have|had)(?: not|n[’']t) (?:(?:yet|immediately|publicly|directly) ){0,2}(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|comment(?:ed)?)\b/i,
    "not |n’t |n't ",
    'respond|repl|return|answer|comment',
  ),
  new Wording(/\bno (?:immediate )?(?:comment|response) (?:from|by)/i, 'comment|response'),
  new Wording(/\b(?:had|have|has|offered|gave|made) no (?:immediate |further )?comment/i, 'comment'),
  new Wording(/\bcould not (?:immediately )?be reached/i, 'be reached'),
  new Wording(/\b(?:(?:not|un)(?: immediately)? (?:available|reachable)|unavailable) for comment/i, 'for comment'),
];

// "could not independently verify", "has not been independently confirmed", "was not able to verify", "making verifying … difficult"
export const UNVERIFIED = new Wording(
  /\b(?:(?:could|can|was|were|is|are|has|have|had|did)(?: ?not|n[’']t)(?: yet)?(?: (?:been )?able to| been)?(?: be)?(?: (?:independently|immediately|yet|fully|separately|publicly)){0,2} (?:verif(?:y|ied)|corroborated?|authenticated?|be confirmed|been confirmed|independently confirm(?:ed)?)|unable to (?:independently )?(?:verify|confirm|corroborate)|impossible to (?:independently )?(?:verify|confirm)|making verif\w+ .{0,60}(?:difficult|impossible|hard)|no independent (?:confirmation|verification)|remain(?:s|ed)? unverified|(?:unverified|unconfirmed) (?:claims?|reports?|figures?|videos?|footage))/i,
  'verif|corroborat|authenticat|confirm',
);

// "obtained by The Harbour Post", "documents reviewed by Reuters", "seen by the BBC": the outlet has it before it
export const SEEN_BY_OUTLET = new Wording(
  /\b(?:obtained|reviewed|seen|viewed|verified|examined|authenticated|heard|analy[sz]ed|inspected) (?:exclusively |and \w+ |first )?by (?:the |The )?([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*){0,3})/u,
  ' by ',
);

// "The Harbour Post has reviewed a copy of the report", "the register, which the Post has seen": the same, the other way round
export const OUTLET_HAS_SEEN =
  /(?:^|\b[Tt]he |[,;] |which )([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*){0,3}) (?:has |have |had )?(?:also |exclusively |independently )?(?:reviewed|obtained|seen|viewed|examined|verified|authenticated|inspected|analy[sz]ed)\b/u;

// "it is claimed that", "is said to have", "is believed to be", "…, a jury heard": somebody says it, and nobody is named
export const SOURCELESS_HEDGES: readonly Wording[] = [
  new Wording(
    /\b[Ii]t (?:is|was|has been|is being) (?:widely |also |now )?(?:claimed|alleged|reported|said|believed|thought|rumou?red|understood|feared|suggested)/,
    'it is|it was|it has been',
    'claimed|alleged|reported|said|believed|thought|rumored|rumoured|understood|feared|suggested',
  ),
  new Wording(
    /\b(?:is|are|was|were|has been|have been) (?:widely |also |now |variously )?(?:said|believed|thought|reported|alleged|rumou?red|understood|perceived|feared|claimed|suspected|considered) to/,
    'said to|believed to|thought to|reported to|alleged to|rumored to|rumoured to|understood to|perceived to|feared to|claimed to|suspected to|considered to',
  ),
  new Wording(
    /\b[Tt]here (?:are|were|have been) (?:[a-z]+ )?(?:reports|rumou?rs|claims|allegations|suggestions)/,
    'there are|there were|there have been',
    'reports|rumors|rumours|claims|allegations|suggestions',
  ),
  new Wording(
    /\b(?:[Rr]eports|[Rr]umou?rs) (?:[a-z]+ )?(?:indicat|suggest|say|claim|emerg|circulat)[a-z]+/,
    'reports|rumors|rumours',
    'indicat|suggest|say|claim|emerg|circulat',
  ),
  new Wording(
    /\b(?:[Aa]mid|[Ww]ith|[Ff]ollowing|[Aa]fter) (?:[a-z]+ )?(?:reports|rumou?rs) (?:that|indicating|suggesting|of)/,
    'reports|rumors|rumours',
    'amid|with|following|after',
  ),
  new Wording(
    /\b, (?:the |an? )?(?:[a-z]+ )?(?:jury|court|inquest|inquiry|tribunal|hearing) (?:has |have |had )?(?:heard|(?:was|been) told)/,
    'heard|told',
    'jury|court|inquest|inquiry|tribunal|hearing',
  ),
  new Wording(
    /\b(?:[Tt]he |[Aa]n? )?(?:[Jj]ury|[Cc]ourt|[Ii]nquest|[Ii]nquiry|[Tt]ribunal) (?:has |have |had )?(?:heard|(?:was|been) told) (?:that|how)\b/,
    'heard|told',
    'jury|court|inquest|inquiry|tribunal',
  ),
];

// "reportedly", "allegedly": the same in one word
export const HEDGE_ADVERB = /\b(?:reportedly|allegedly|supposedly|purportedly)\b/i;

// What a denial is of: "rejected claims that", not "rejected the offer"
export const CLAIM_NOUN =
  /\b(?:claims?|allegations?|accusations?|reports?|suggestions?|assertions?|notion|idea that|charges?|comments?|statements?|speculation|rumou?rs?|narrative|criticisms?|toll|figures?|version|account|finding|wrongdoing|involvement|responsibility)\b/i;
