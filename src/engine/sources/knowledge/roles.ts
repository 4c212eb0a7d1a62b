import type { SourceType } from '../../../article/attribution.ts';
import { wordSet } from '../../../article/wording.ts';

interface RoleGroup {
  readonly type: SourceType;
  /** Who has such a role at a body speaks for the body: "X's director". */
  readonly speaks: boolean;
  /** Nouns in the singular, lower case; `_` stands for a space. */
  readonly nouns: string;
}

/** Nouns that name people by what they are, and the type of source that this makes them. A noun stands in one group only. */
const GROUPS: readonly RoleGroup[] = [
  {
    type: 'government',
    speaks: true,
    nouns:
      'rep sen gov president vice_president prime_minister premier minister deputy_minister foreign_minister chancellor vice_chancellor secretary undersecretary under-secretary secretary_of_state senator congressman congresswoman congressperson representative lawmaker legislator governor lieutenant_governor mayor deputy_mayor councilman councilwoman councillor councilor alderman ambassador envoy diplomat consul attorney_general solicitor_general attorney-general prosecutor district_attorney commissioner speaker mp mep lord_mayor king queen prince sheikh emir sultan monarch official administrator treasurer regulator inspector_general surgeon_general parliamentarian whip majority_leader minority_leader first_lady judge justice magistrate politician dignitary assemblyman assemblywoman assemblymember councilmember selectman parliamentary_secretary delegate candidate nominee statesman leader chief_of_staff press_secretary national_security_adviser national_security_advisor czar comptroller auditor ombudsman coroner election_officer returning_officer planning_officer pm taoiseach tanaiste chief_minister first_minister city_clerk county_clerk town_clerk court_clerk us_attorney state_attorney city_attorney county_attorney housing_officer probation_officer customs_officer immigration_officer state_advocate',
  },
  {
    type: 'military',
    speaks: true,
    nouns:
      'general gen lieutenant_general lt_gen major_general maj_gen brigadier brig colonel col lieutenant_colonel lt_col lieutenant lt major maj captain capt sergeant sgt corporal admiral adm rear_admiral vice_admiral commander cmdr commandant officer soldier troop inspector chief_inspector detective sheriff constable deputy_sheriff superintendent police_chief chief_of_police police_officer policeman policewoman marshal trooper investigator marine veteran chief_of_the_general_staff intelligence_officer cop fire_chief firefighter chief_warrant_officer chief_petty_officer major-general major-gen maj-gen lieutenant-general lt-gen brig-gen lt-col lieutenant-colonel chief_police_officer chief_fire_officer',
  },
  {
    type: 'expert',
    speaks: false,
    nouns:
      'professor prof lecturer scholar academic analyst economist researcher scientist expert specialist historian sociologist psychologist psychiatrist epidemiologist virologist biologist chemist physicist engineer astronomer climatologist meteorologist geologist anthropologist archaeologist criminologist political_scientist strategist pollster doctor dr physician surgeon paediatrician pediatrician nurse medic paramedic forecaster statistician fellow demographer philosopher ecologist veterinarian dean pathologist dietitian nutritionist theorist pundit observer consultant co-author lead_author study_author planner film_critic music_critic art_critic theatre_critic theater_critic food_critic restaurant_critic therapist psychotherapist chief_medical_officer chief_scientific_officer chief_nursing_officer chief_veterinary_officer head_teacher headteacher headmaster headmistress',
  },
  {
    type: 'business',
    speaks: true,
    nouns:
      'ceo chief_executive chief_executive_officer chief_financial_officer cfo cto coo chief_operating_officer finance_chief finance_director executive founder co-founder cofounder entrepreneur businessman businesswoman owner co-owner manager employer investor banker trader shareholder contractor landlord developer retailer publicist producer promoter loan_officer compliance_officer business_partner managing_partner senior_partner law_partner',
  },
  {
    type: 'media',
    speaks: false,
    nouns:
      'journalist reporter correspondent columnist commentator editor anchor presenter broadcaster newscaster blogger interviewer host moderator photographer photojournalist publisher podcaster outlet newspaper agency_reporter media press',
  },
  {
    type: 'ngo',
    speaks: false,
    nouns:
      'activist campaigner advocate organizer organiser volunteer aid_worker humanitarian rescuer unionist union_leader community_leader rescue_worker relief_worker conservationist environmentalist protester demonstrator',
  },
  {
    type: 'family',
    speaks: false,
    nouns:
      'mother father parent brother sister son daughter husband wife widow widower spouse uncle aunt great-aunt grandfather grandmother grandparent grandson granddaughter grandchild cousin nephew niece sibling relative family survivor victim stepfather stepmother fiancé fiancée fiance fiancee mother-in-law father-in-law partner ex-wife ex-husband bereaved kin loved_one hostage captive mom mum dad grandma grandpa stepdad girlfriend boyfriend',
  },
  {
    type: 'armed-group',
    speaks: true,
    nouns: 'militant fighter insurgent rebel gunman guerrilla terrorist jihadist militiaman warlord extremist separatist',
  },
  {
    type: 'witness',
    speaks: false,
    nouns:
      'witness eyewitness bystander resident neighbor neighbour villager local passenger passer-by motorist driver shopper shopkeeper farmer worker student teacher pupil tourist traveler traveller customer voter respondent user consumer viewer fan evacuee refugee displaced_person migrant immigrant patient inmate detainee prisoner citizen taxpayer commuter tenant homeowner parishioner worshipper worshiper fisherman vendor pedestrian cyclist caller attendee participant parent_of_two staff crew employee teenager child people crowd public critic supporter backer opponent skeptic sceptic adult woman man american settler netizen',
  },
  {
    type: 'person',
    speaks: false,
    nouns:
      'lawyer attorney solicitor barrister counsel defendant plaintiff suspect actor actress singer musician artist author writer novelist poet director filmmaker comedian athlete coach referee umpire player footballer swimmer pastor priest bishop archbishop cardinal pope rabbi imam reverend monk nun friend colleague associate aide adviser advisor insider whistleblower celebrity star champion boxer rapper chef designer architect businessperson accuser billionaire mogul intern assistant model philanthropist influencer press_officer information_officer communications_officer board_president club_president',
  },
];

/** Nouns for somebody who gives a body's words, whatever the body is; what type they are, the body tells. */
const SPEAKERS =
  'spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons spokeswomen representative chairman chairwoman chairperson chair co-chair director director-general director_general head chief deputy vice-chair executive_director secretary-general secretary_general coordinator board member officer leader negotiator high_commissioner rapporteur special_rapporteur commissioner-general commissioner envoy press_office communications_director official source delegation team leadership boss under-secretary-general undersecretary-general general_secretary trustee president manager administration statement office press_secretary lead adviser';

const TYPES = new Map<string, SourceType>();
const SPEAKS_FOR = new Set<string>(SPEAKERS.split(' ').map((noun) => noun.replaceAll('_', ' ')));
for (const group of GROUPS) {
  for (const noun of group.nouns.split(' ').map((word) => word.replaceAll('_', ' '))) {
    if (!TYPES.has(noun)) TYPES.set(noun, group.type);
    if (group.speaks) SPEAKS_FOR.add(noun);
  }
}

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  people: 'people',
  men: 'man',
  women: 'woman',
  children: 'child',
  wives: 'wife',
  families: 'family',
  spokesmen: 'spokesman',
  spokeswomen: 'spokeswoman',
  spokespeople: 'spokesperson',
  businessmen: 'businessman',
  policemen: 'policeman',
  gunmen: 'gunman',
  fishermen: 'fisherman',
  media: 'media',
  police: 'police',
  staff: 'staff',
  crew: 'crew',
};

/** The singular of a noun, lower case: "officials" → "official". */
export function singular(noun: string): string {
  const word = noun.toLowerCase();
  const last = /[A-Za-zÀ-ỿ-]+$/u.exec(word)?.[0] ?? word;
  const known = Object.hasOwn(IRREGULAR_PLURALS, last) ? IRREGULAR_PLURALS[last] : undefined;
  if (known) return word.slice(0, word.length - last.length) + known;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|s)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}

/** "chief product officer": whatever they are in charge of, they run a firm. */
const OFFICER_OF_A_FIRM = /^chief [a-z]+ officer$/;

/** The type of source that a role noun makes somebody; null where the noun is no role or tells nothing. */
export function typeOfRole(noun: string): SourceType | null {
  const word = singular(noun);
  return TYPES.get(word) ?? (OFFICER_OF_A_FIRM.test(word) ? 'business' : null);
}

/** Whether a noun names a person by a role. */
export function isRole(noun: string): boolean {
  const word = singular(noun);
  return (
    TYPES.has(word) ||
    (SPEAKS_FOR.has(word) && !/^(?:statement|office|board|administration|delegation|team|leadership|press office)$/.test(word))
  );
}

/** Whether who is called so at a body speaks for the body. */
export function speaksForBody(noun: string): boolean {
  return SPEAKS_FOR.has(singular(noun)) || /^spokes/.test(noun);
}

const TITLES_BEFORE_NAMES = wordSet(`
  Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness President Vice Premier Prime Minister Chancellor Secretary Sen
  Senator Rep Representative Congressman Congresswoman Gov Governor Mayor Judge Justice Gen General Lt Lieutenant Col Colonel
  Maj Major Capt Captain Sgt Sergeant Adm Admiral Brig Brigadier Rear Cmdr Commander Cpl Pvt Det Detective Officer Inspector
  Superintendent Sheriff Chief Deputy Ambassador Envoy Commissioner Director Chairman Chairwoman Chair Speaker Leader King Queen
  Prince Princess Pope Cardinal Archbishop Bishop Rabbi Imam Ayatollah Sheikh Sheik Rev Reverend Father Sister Pastor Attorney
  Councilman Councilwoman Councillor Spokesman Spokeswoman Spokesperson MP PM Taoiseach Tanaiste Clerk Comptroller Coroner Alderman Coach CEO Hon Emir Sultan Crown Foreign Defense
  Defence Interior Finance Major-Gen Maj-Gen Lt-Gen Brig-Gen Lt-Col Major-General Lieutenant-General Under-Secretary-General Secretary-General Director-General`);

/** Whether a word is a title that stands before a name, with its dot or without. */
export const isTitleBeforeName = (word: string): boolean =>
  TITLES_BEFORE_NAMES.has(word.endsWith('.') ? word.slice(0, -1) : word);
