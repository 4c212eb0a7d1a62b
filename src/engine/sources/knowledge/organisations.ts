import type { SourceType } from '../../../article/attribution.ts';
import { wordSet } from '../../../article/wording.ts';
import { stateOf } from './places.ts';

/** Common nouns before a body's name, as alternatives of an expression: "the environmental group Green Coast". */
export const KINDS_OF_BODIES =
  'group|organi[sz]ation|charity|company|firm|union|agency|newspaper|think tank|consultancy|start-?up|non-?profit';

/** Head words of organisations' names and of common nouns for organisations, by the type of source; lower case, singular. */
const HEADS: ReadonlyArray<readonly [SourceType, string]> = [
  [
    'government',
    'ministry opposition central_bank reserve_bank government board department bureau administration parliament congress senate house cabinet council legislature assembly commission authority agency office embassy consulate treasury state country nation regime kremlin pentagon municipality county city court tribunal prosecution committee subcommittee caucus knesset bundestag duma lok_sabha party campaign republicans republican democrats democrat conservatives labour tories gop administration customs secretariat directorate service watchdog regulator government_press_office officialdom court district federal_reserve bank_of_england delegation side election_commission sultanate emirate',
  ],
  [
    'military',
    'military law_enforcement army navy force air_force police brigade battalion division regiment troop guard coastguard coast_guard command sheriff marine border_police corps militarycommand defense_forces security_service intelligence',
  ],
  ['armed-group', 'militia brigades jihad hezbollah taliban insurgency rebels wing faction'],
  [
    'international',
    'nations nato bloc eu un tribunal_for imf world_bank league monetary_fund security_council secretary-general',
  ],
  [
    'ngo',
    'group alliance organization organisation ngo charity foundation society association federation coalition network movement union initiative trust fund watch amnesty crescent cross aid relief alliance campaign_group community church institute_for center_for forum rights_group lobby chamber syndicate guild agencies aid_agency kibbutz mosque collective club assn defence defense civil_defense civil_defence diocese museum zoo',
  ],
  ['family', 'family families families_forum relatives'],
  [
    'business',
    'company corporation corp inc ltd llc plc firm bank airline manufacturer retailer maker supplier contractor startup start-up conglomerate group_inc holdings industries motors technologies systems pharmaceuticals energy partners insurer lender utility operator developer producer exchange platform brand airline airlines carrier hospital clinic industry chain supermarket brewery franchise dealership advisors capital co cooperative co-operative airport railway railroad app studio consulting consultancy ventures entertainment foods airways electronics chemicals pharma telecoms brewing tours holidays hotels resorts advisers properties realty coal steel petroleum giant metro',
  ],
  [
    'media',
    'media press news newspaper times post journal herald tribune guardian telegraph gazette daily magazine broadcaster channel radio television tv network_news outlet agency_news wire bulletin courier observer mirror chronicle globe sun independent mail examiner dispatch reuters website publication tabloid weekly podcast ledger newsletter newsroom courant express inquirer enquirer sentinel intelligencer advertiser',
  ],
  [
    'expert',
    'university college institute think_tank laboratory lab school faculty academy hospital_doctors observatory center centre',
  ],
  [
    'document',
    'kit story investigation probe inquiry brochure manual diary memoir report study survey poll polling document filing lawsuit indictment complaint memo affidavit data figure statistic record transcript video footage recording image photo letter email file paper book law bill statute constitution ruling verdict judgment opinion order census index review audit analysis research dataset log map tape audio clip chart statement readout text post tweet announcement article editorial testimony finding evidence estimate court_document notice sign autopsy warrant resolution agreement treaty constitution dossier screenshot website_page documentary forecast webpage spreadsheet invoice contract petition modelling modeling presentation slideshow slide leaflet tally release excerpt graph summary analyses',
  ],
];

const BY_HEAD = new Map<string, SourceType>();
for (const [type, words] of HEADS) {
  for (const word of words.split(' ')) if (!BY_HEAD.has(word.replaceAll('_', ' '))) BY_HEAD.set(word.replaceAll('_', ' '), type);
}

/** Names that everybody knows and that their words do not explain. */
const KNOWN: ReadonlyArray<readonly [SourceType, string]> = [
  [
    'media',
    'Reuters|AP|Associated Press|AFP|Agence France-Presse|BBC|BBC News|CNN|CNBC|Fox News|Fox|MSNBC|NBC|NBC News|ABC|ABC News|CBS|CBS News|NPR|PBS|C-SPAN|New York Times|Washington Post|Wall Street Journal|USA Today|Los Angeles Times|Guardian|Times|Financial Times|Economist|Politico|Axios|Bloomberg|Bloomberg News|Vox|BuzzFeed|HuffPost|Breitbart|Newsweek|Time|Atlantic|New Yorker|ProPublica|Intercept|Daily Mail|Sky News|ITV|Channel 4|Telegraph|Independent|Al Jazeera|Al Arabiya|Al Mayadeen|Al-Akhbar|Asharq Al-Awsat|Haaretz|Ynet|Kan|Channel 11|Channel 12|Channel 13|Channel 14|Israel Hayom|Jerusalem Post|Times of Israel|Walla|Maariv|Army Radio|Yedioth Ahronoth|i24|i24NEWS|Wafa|WAFA|Anadolu|Xinhua|TASS|RIA Novosti|Interfax|RT|Sputnik|Deutsche Welle|DW|Der Spiegel|Spiegel|Bild|Le Monde|Le Figaro|El País|El Pais|Corriere della Sera|Nikkei|Kyodo|NHK|Yonhap|Times of India|NDTV|PTI|ANI|Dawn|Globe and Mail|CBC|Toronto Star|National Post|Sydney Morning Herald|Straits Times|South China Morning Post|dpa|EFE|ANSA|Mainichi|Asahi|Hindustan Times|Variety|TMZ|Deadline|Deutschlandfunk|UPI|Punchbowl|The Hill|Daily Beast|Washington Free Beacon|Washington Examiner|Washington Times|New York Post|NYT',
  ],
  [
    'international',
    'UN|United Nations|EU|European Union|European Commission|NATO|African Union|Arab League|OPEC|IMF|World Bank|WHO|World Health Organization|World Health Organisation|UNICEF|Unicef|UNESCO|Unesco|UNHCR|UNRWA|Unrwa|WFP|World Food Programme|World Food Program|OCHA|UNOCHA|IAEA|International Atomic Energy Agency|ICC|International Criminal Court|ICJ|International Court of Justice|OECD|WTO|World Trade Organization|ASEAN|G7|G20|BRICS|OSCE|Interpol|Europol|ILO|FAO|UNDP|European Central Bank|ECB|Security Council|Council of Europe|European Parliament|G-7|G-20',
  ],
  [
    'ngo',
    "Red Cross|Red Crescent|ICRC|Amnesty|Amnesty International|Human Rights Watch|HRW|Doctors Without Borders|MSF|Médecins Sans Frontières|Oxfam|Save the Children|Greenpeace|Caritas|CARE|World Central Kitchen|Mercy Corps|International Rescue Committee|Islamic Relief|ACLU|NAACP|NRA|Sierra Club|Planned Parenthood|Transparency International|Reporters Without Borders|Committee to Protect Journalists|White Helmets|B’Tselem|B'Tselem|Peace Now|Breaking the Silence|Physicians for Human Rights",
  ],
  [
    'armed-group',
    'Hamas|Hezbollah|Hizbullah|Taliban|Islamic State|ISIS|ISIL|Al Qaeda|Al-Qaeda|al-Qaida|Boko Haram|Al-Shabab|al-Shabaab|Houthis|Houthi|Islamic Jihad|Palestinian Islamic Jihad|PIJ|Qassam Brigades|Al-Qassam Brigades|PKK|FARC|TTP|M23|Wagner|Wagner Group|RSF|Rapid Support Forces',
  ],
  [
    'military',
    'IDF|Israel Defense Forces|Pentagon|NYPD|LAPD|FBI|CIA|NSA|MI5|MI6|Shin Bet|Mossad|Metropolitan Police|Scotland Yard|Royal Navy|Centcom|CENTCOM|U.S. Central Command|Coast Guard|National Guard|Secret Service|Air Force|Navy|Army|Marines|ISA|Israeli Security Agency|Israel Security Agency|Revolutionary Guard|IRGC|Interpol',
  ],
  [
    'government',
    'White House|State Department|Congress|Senate|House of Representatives|Kremlin|Downing Street|Supreme Court|Treasury|Justice Department|DOJ|CDC|FDA|EPA|IRS|NASA|FCC|FTC|SEC|NIH|FAA|FEMA|NHTSA|Department of Justice|Department of Homeland Security|DHS|Élysée|Elysee|Knesset|Bundestag|Federal Reserve|Fed|DNC|RNC|Republicans|Democrats|GOP|COGAT|PMO|Prime Minister’s Office|Palestinian Authority|Fatah|PLO|Tories|Labour|Vatican|Holy See|USAID|CBP|TSA|NWS|FEC|ICE|USDA|HHS|NTSB|NOAA|USGS|GAO|CBO|Ofcom|Ofsted|NHS|HMRC|Met Office|Homeland Security|Border Patrol',
  ],
  [
    'business',
    'Google|Apple|Amazon|Microsoft|Meta|Facebook|Twitter|X|Tesla|SpaceX|OpenAI|Boeing|Airbus|Ford|Toyota|Volkswagen|Uber|Netflix|Disney|Walmart|Goldman Sachs|JPMorgan|Pfizer|Moderna|TikTok|ByteDance|Huawei|Samsung|Sony|Shell|BP|ExxonMobil|Chevron|Starbucks|McDonald’s|Nvidia|Intel|IBM|Alphabet|YouTube|Instagram|Anthropic',
  ],
  ['expert', 'Quinnipiac|Gallup|Pew|YouGov|Ipsos|Harvard|Yale|Stanford|MIT|Oxford|Cambridge|Brookings'],
];

const BY_NAME = new Map<string, SourceType>();
for (const [type, names] of KNOWN) for (const name of names.split('|')) if (!BY_NAME.has(name)) BY_NAME.set(name, type);

/** The type of an organisation that is generally known, by its name without "the"; null where unknown. */
export function typeOfKnownName(name: string): SourceType | null {
  const plain = name.replace(/^the /i, '').replace(/\b(?:[A-ZÀ-ÞĀ-Ž]\.)+/gu, (letters) => letters.replaceAll('.', ''));
  return BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/['’]s?$/, '')) ?? null;
}

/** "the carmaker", "two chipmakers": companies, where a lawmaker or a filmmaker is a person. */
const MAKER =
  /^(?:aircraft|appliance|arms|auto|battery|beer|car|chip|clothing|device|drinks?|drug|engine|furniture|game|handset|paint|phone|plane|software|steel|toy|truck|tire|tyre|vaccine|weapons)-?makers?$/;

/** Stations by their call letters, and sites by their address. */
const MEDIA_NAME = /^(?!KPMG|WADA|WIPO)[KW][A-Z]{3}$|^[KW][A-Z]{2,3}-TV$|^[A-Za-z0-9-]+\.(?:com|org|net|co\.uk)$/;

/** The type by the head word of an organisation's name or of a common noun for one: "… Foundation", "the company". */
export function typeOfHead(noun: string): SourceType | null {
  const word = noun.toLowerCase();
  if (MAKER.test(word)) return 'business';
  if (MEDIA_NAME.test(noun)) return 'media';
  // "Post-Dispatch"
  if (/^[A-Z][a-z]+-[A-Z]/.test(noun)) return typeOfHead(noun.slice(noun.lastIndexOf('-') + 1));
  // With a capital it is the name of a campaign: the watchdogs that regulate have other names.
  if (noun === 'Watchdog') return 'ngo';
  return BY_HEAD.get(word) ?? BY_HEAD.get(word.replace(/ies$/, 'y')) ?? BY_HEAD.get(word.replace(/s$/, '')) ?? null;
}

// Words that stand in names of bodies and places and hardly in names of people: "National Climate Assessment".
const BODY_WORD = wordSet(`
  National International Federal Central General Super United Public World Global Royal Northern Southern Eastern Western New
  North South East West Climate Human Rights Civil Civic Legal Health Economic Political Social Digital Young Green Free Open
  Great Greater Big Black Lives Matter Action Project Plan Act Assessment PAC Day Week Street Road Avenue Islands Sea Ocean Bay
  Gulf Mountain Mountains Strait Coast Peninsula Desert Beach Port Town Village Province District Region Square Park Island
  River Valley Lake City County State House Hall Tower Building Airport Bridge Prize Award Games Cup Show Live`);

/** Whether a word in a name tells that it is no person's. */
export function isBodyWord(word: string): boolean {
  return BODY_WORD.has(word);
}

/** What a state has services for. */
export const PUBLIC_SERVICE =
  /\b(?:Public|Health|Transport|Statistics|Revenue|Immigration|Citizenship|Procurement|Environment|Parks|Correctional|Customs)\b/;

/** "Health Canada", "Public Works and Procurement Canada": a state’s service bears its name at the end. */
export function isPublicService(name: string): boolean {
  const words = name.split(' ');
  return words.length > 1 && stateOf(words.at(-1) ?? '') !== null && PUBLIC_SERVICE.test(name);
}
