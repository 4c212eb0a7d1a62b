// Irregular forms of the verbs that carry attributions, to the stem that their regular forms get.
const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  says: 'say',
  told: 'tell',
  thought: 'think',
  knew: 'know',
  known: 'know',
  wrote: 'writ',
  written: 'writ',
  felt: 'feel',
  found: 'find',
  saw: 'se',
  seen: 'se',
  heard: 'hear',
  meant: 'mean',
  spoke: 'speak',
  spoken: 'speak',
  held: 'hold',
  swore: 'swear',
  sworn: 'swear',
  sent: 'send',
  gave: 'giv',
  given: 'giv',
  made: 'mak',
  took: 'tak',
  taken: 'tak',
  got: 'get',
  went: 'go',
  gone: 'go',
  goes: 'go',
  came: 'com',
  read: 'read',
  put: 'put',
  shown: 'show',
  sought: 'seek',
  forgot: 'forget',
  forgotten: 'forget',
  understood: 'understand',
  began: 'begin',
  begun: 'begin',
  left: 'leav',
  laid: 'lay',
  kept: 'keep',
  had: 'hav',
  has: 'hav',
  have: 'hav',
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  am: 'be',
  been: 'be',
  being: 'be',
  "'s": "'s",
  did: 'do',
  does: 'do',
  done: 'do',
  stood: 'stand',
  drew: 'draw',
  lied: 'lie',
};
const DOUBLED = /([bdfgklmnprt])\1$/;

/**
 * A word's stem: its lower case without the endings -s, -ed, -ing, -e, so that "announce", "announced" and "announcing"
 * share one. Not a dictionary form: "announc".
 */
export function stem(lower: string): string {
  // `constructor` is a word like any other.
  const irregular = Object.hasOwn(IRREGULAR, lower) ? IRREGULAR[lower] : undefined;
  if (irregular !== undefined) return irregular;
  let s = lower;
  if (s.length < 4) return s;
  if (s.endsWith('ies') || s.endsWith('ied')) return `${s.slice(0, -3)}y`;
  if (s.endsWith('ing') && s.length > 5) s = undouble(s.slice(0, -3));
  else if (s.endsWith('ed') && s.length > 4) s = undouble(s.slice(0, -2));
  else if (s.endsWith('s') && !s.endsWith('ss') && !s.endsWith('us')) {
    s = s.slice(0, -1);
    if (/(?:sh|ch|ss|x|z)e$/.test(s)) s = s.slice(0, -1);
  }
  return s.length > 3 && s.endsWith('e') ? s.slice(0, -1) : s;
}

function undouble(s: string): string {
  return DOUBLED.test(s) && !/(?:ll|ss)$/.test(s) ? s.slice(0, -1) : s;
}
