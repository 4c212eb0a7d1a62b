import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/engine/analyse.ts';
import { readModel } from '../../../src/engine/model.ts';
import { defaultPacks } from '../../../src/packs/index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const model = readModel(new Uint8Array(readFileSync(join(ROOT, 'src/engine/weights/weights.bin'))));

/** The labels of a text's sentences by the whole engine: "Ana Ruiz + Ben Holm: reported/named +denied"; "–" for no source. */
function labels(text: string): readonly string[] {
  const article = analyse(
    { id: 'a', title: '', outlet: null, url: null, language: 'en', partial: false, text, blocks: [] },
    { packs: defaultPacks, model },
  );
  const names = new Map(article.sources.map((source) => [source.id, source.name]));
  return article.sentences.map(
    ({ sources, status, basis, flags }) =>
      `${sources.map((id) => names.get(id)).join(' + ') || '–'}: ${status}/${basis}${flags.map((flag) => ` +${flag}`).join('')}`,
  );
}

const table = (rows: readonly (readonly [string, string, readonly string[]])[]) => {
  it.each(rows)('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
};

describe('transcripts and printed interviews', () => {
  table([
    [
      'turns in capitals with titles, roles and stations; short ones; who is cited inside a turn is no source',
      `The host met the senator on Monday.

ANA RUIZ, HOST: What did the board tell you?

SEN. BEN HOLM: They told me nothing. My staff called twice.

RUIZ: Nothing at all?

HOLM: Not a word.`,
      [
        '–: confirmed/own-voice',
        'Ana Ruiz: reported/named',
        'Ben Holm: reported/named',
        'Ben Holm: reported/named',
        'Ana Ruiz: reported/named',
        'Ben Holm: reported/named',
      ],
    ],
    [
      'questions and answers: the answers are those of whom the text is about',
      `Novelist Ana Ruiz won the prize this month.

Q: Did you ever think of stopping in all those years, or of going back to the bank?

A: Every day. My mother said the bank was safer.

Q: And what was it that kept you going when nobody wanted to print a word of it?

A: Stubbornness.`,
      [
        '–: confirmed/own-voice',
        '–: confirmed/own-voice',
        'Ana Ruiz: reported/named',
        'Ana Ruiz: reported/named',
        '–: confirmed/own-voice',
        'Ana Ruiz: reported/named',
      ],
    ],
    [
      'labels that come up again, not in capitals; a paragraph without a label goes on',
      `The novelist Ana Ruiz has a third book out.

Ana Ruiz: I never liked numbers.

They never liked me.

Oldport Post: What did your family think of that at the time?

Ana Ruiz: They laughed.`,
      [
        '–: confirmed/own-voice',
        'Ana Ruiz: reported/named',
        'Ana Ruiz: reported/named',
        '–: confirmed/own-voice',
        'Ana Ruiz: reported/named',
      ],
    ],
    [
      'what is no speaker: kinds of news and questions',
      `The town is quiet.

UPDATE: The bridge is open.

WHAT WE KNOW: Three people were hurt.

WHO: The mayor and two aides.`,
      ['–: confirmed/own-voice', '–: confirmed/own-voice', '–: confirmed/own-voice', '–: confirmed/own-voice'],
    ],
  ]);
});

describe('who says it at the end of a sentence', () => {
  table([
    [
      'a role and a name after a long clause',
      'The clerk set up five false accounts and emptied them herself over six years, prosecutor Ben Holm told Oldport Crown Court.',
      ['Ben Holm: reported/named'],
    ],
    [
      'a name with a description',
      'Two trucks stood in the yard, blocking the gate, Ben Holm, a board member of the clinic, told the Oldport Post.',
      ['Ben Holm: reported/named'],
    ],
    [
      'a group with a relative clause',
      'Boats have been leaving the harbour since Sunday, an aid group that works in the town told the Oldport Post.',
      ['An aid group: reported/unnamed'],
    ],
    [
      'a court that heard or was told something said nothing',
      'A former clerk took the money and spent it on boats, a court was told on Monday.',
      ['–: reported/hearsay'],
    ],
    [
      'how many is no circumstance, and what one insists on is said',
      'The Harbour Ministry reported at least forty boats sunk by ice this winter. Holm wrote that Ruiz had insisted on selling the pier. Ruiz spoke on Monday at the start of an inquiry.',
      ['Harbour Ministry: reported/named', 'Holm + Ruiz: reported/named', '–: confirmed/own-voice'],
    ],
    [
      'what went as it was meant to was said by nobody, unlike what goes by somebody’s word',
      'Work on the tunnel went according to plan. Work on the tunnel will end in May, according to the Harbour Board.',
      ['–: confirmed/own-voice', 'Harbour Board: reported/named'],
    ],
    ['a court that hears', 'The court heard that Holm had lied to his wife.', ['–: reported/hearsay']],
    [
      'few words that tell it all',
      'The Harbour Board prayed for the sick and called for peace. The hospital confirmed two deaths. The group claimed responsibility for the raid.',
      ['Harbour Board: reported/named', 'The hospital: confirmed/confirmed-by', 'The group: reported/named'],
    ],
    ['who somebody is', 'Police have identified the driver as Ben Holm, 43.', ['Police: reported/named']],
    ['a court that speaks does', 'The clerk must pay the money back, the court said.', ['The court: reported/named']],
  ]);
});

describe('sources that are no person and no known body', () => {
  table([
    [
      'it is what the sentence began with',
      'The bank expects growth of two percent next year, it said on Monday.',
      ['The bank: reported/named'],
    ],
    [
      'a clause that opens the sentence is nobody, after a run-in heading either',
      'THE FACTS: After a young airman set himself on fire, social media users alleged that the army had mocked him.',
      ['Social media users: reported/unnamed'],
    ],
    ['it is no thing that cannot speak', 'The kettle will be mended next week, it said on Monday.', ['It: reported/unnamed']],
    [
      'a trade',
      'The fishing industry has long argued that lower quotas would close every harbour on the coast.',
      ['The fishing industry: reported/named'],
    ],
    [
      'a spokesperson',
      'A spokesperson for the Harbour Board said that no boat had been lost.',
      ['A spokesperson for the Harbour Board: reported/unnamed'],
    ],
    [
      'not what happens beside quoted words',
      'Old cables in the tunnel are making for “a very unsafe crossing,” and threatening to delay the trams, according to engineers.',
      ['Engineers: reported/unnamed'],
    ],
    [
      'not an article before what is only reported',
      'The reported Holm letter weighing fines against other ports follows a row of complaints.',
      ['–: confirmed/own-voice'],
    ],
    ['not a thing that shows', 'The fall of the price signalled that the boats would stay.', ['–: confirmed/own-voice']],
  ]);
});

describe('an indirect report does not go on after its sentence', () => {
  table([
    [
      'though it ends with quoted words (rule 3)',
      'Rights group Harbour Watch said the ruling showed “a court in disarray.” A panel of judges will meet in May.',
      ['Harbour Watch: reported/named', '–: confirmed/own-voice'],
    ],
  ]);
});

it('takes no headings in capitals for speakers', () => {
  const text =
    'HARBOUR SHOP LINE: Oldport by eight points.\n\nBOTTOM LINE: Oldport plays the Rowers after a win on Sunday. The Rowers won five of eight games at home.\n\nLAST TEN GAMES: The Rowers won six.';
  expect(labels(text).filter((label) => label !== '–: confirmed/own-voice')).toEqual([]);
});

it('takes no dates and no parts of a page before a colon for speakers', () => {
  const text =
    '1959: “Champions of the coast. In the 1959 season, after a long winter, the Rowers won the cup.”\n\nSept. 8, 1963: “In this harbour the first steam ferry was seen by a crowd of nine thousand.”\n\nClaim: The pier was sold to a bank in May.';
  expect(labels(text).filter((label) => label !== '–: confirmed/own-voice')).toEqual([]);
});

describe('words around who speaks that are not theirs', () => {
  table([
    [
      'a dateline is nobody: neither a source nor whom "the agency" stands for',
      'PORT ANSEL, Israel — Doctors at the city hospital say they are running out of blood.\n\nGENEVA, Switzerland (Reuters) - The agency said on Monday that food was short.',
      ['Doctors at the city hospital: reported/unnamed', 'The agency: reported/named'],
    ],
    [
      'remarks are whose they are',
      'Asif Malik, the army chief, spoke on Monday. His remarks that “order comes first” followed a protest in the capital.',
      ['–: confirmed/own-voice', 'Asif Malik: reported/named'],
    ],
    [
      'a pronoun beside the words of who speaks in the sentence goes on with them',
      'The ministry said their declaration was out of touch with the facts and encouraged the League, which alone, it said, stood in the way of a deal.',
      ['The ministry: reported/named'],
    ],
    [
      'a quality in quotation marks recommends nothing',
      'An inspection report by the engineers found that 14 hangers were rusty. It calls the eastern pier “critical” and recommends that nothing heavier than a bicycle cross it in high winds.',
      ['An inspection report by the engineers: reported/named', 'An inspection report by the engineers: reported/named'],
    ],
  ]);
});

describe('what is stated without a word of saying', () => {
  table([
    [
      'a number that is put at something; not what is put somewhere',
      'The health ministry put the number of injured at 31. The win put the Rowers at the top of the table. She put the kettle at the back of the stove.',
      ['The health ministry: reported/named', '–: confirmed/own-voice', '–: confirmed/own-voice'],
    ],
    [
      'a link that a study sees; not one that a road makes',
      'The study linked shift work to heart disease. The new line links Harrow Lane to the airport.',
      ['The study: reported/named', '–: confirmed/own-voice'],
    ],
    [
      'what researchers found, told before; not what one finds who looks for it',
      'Children who read daily sleep better, researchers at Oldport University found. After a long night, police found the boy. When the boat sank, divers found nothing.',
      ['Researchers at Oldport University: reported/unnamed', '–: confirmed/own-voice', '–: confirmed/own-voice'],
    ],
  ]);
});

it('knows who told from who was told', () => {
  expect(
    labels('Residents were told by the mayor that water would return on Friday. They were told at noon that it would not.'),
  ).toEqual(['The mayor: reported/unnamed', '–: confirmed/own-voice']);
});

describe('people with one name', () => {
  table([
    [
      'beside what they are to somebody; the same where they speak again',
      'His wife, Lina, said the door was locked. Her sister Marta said the letters had stopped in May. Lina said she had called at once.',
      ['Lina: reported/named', 'Marta: reported/named', 'Lina: reported/named'],
    ],
    ['not a place or a day', 'His wife, on Sunday, said the door was locked.', ['His wife: reported/unnamed']],
  ]);
});

describe('who says it, whatever stands between', () => {
  table([
    [
      'a negation in an aside is not the verb’s',
      'The diver, who has not been named, said she knew the wreck. The diver has not said what she saw.',
      ['The diver: reported/unnamed', '–: confirmed/own-voice'],
    ],
    [
      'according to somebody, however little it covers',
      'According to the Oldport Post, two boats were lost. According to custom, two boats are blessed. Fees differ according to the length of the stay.',
      ['Oldport Post: reported/second-hand', '–: confirmed/own-voice', '–: confirmed/own-voice'],
    ],
    [
      'a verb that could be a noun, before its clause',
      'The United Nations estimates that 4 million people need water.',
      ['United Nations: reported/named'],
    ],
    [
      'a politician by party and state; a voter is none',
      'Rep. Ben Holm called the vote a sham. The Texas Republican said he would sue.\n\nAna Ruiz runs a boatyard. A Texas Republican said the yard was loud.',
      ['Ben Holm: reported/named', 'Ben Holm: reported/named', '–: confirmed/own-voice', 'Texas Republican: reported/named'],
    ],
  ]);
});
