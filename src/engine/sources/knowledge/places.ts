import { wordSet } from '../../../article/wording.ts';

/**
 * States with the words for their people and the capital by which articles name their government ("Moscow said").
 * One line a state: name and other names | demonyms | capital or seat. General knowledge.
 */
const STATES = `
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Antigua,Antigua and Barbuda|Antiguan|St. John's
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|Brussels
Bolivia|Bolivian|La Paz
Bosnia,Bosnia and Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian|Ottawa
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China|Chinese|Beijing
Colombia|Colombian|Bogota
Congo,DR Congo,Democratic Republic of Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|San Jose
Croatia|Croatian|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic,Czechia|Czech|Prague
Denmark|Danish|Copenhagen
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|San Salvador
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish|Helsinki
France|French|Paris
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|Guatemala City
Guinea|Guinean|Conakry
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory Coast|Ivorian|Abidjan
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|Kuwait City
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|Luxembourg
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar,Burma|Burmese|Naypyidaw
Namibia|Namibian|Windhoek
Nepal|Nepalese,Nepali|Kathmandu
Netherlands|Dutch|The Hague
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
North Macedonia|Macedonian|Skopje
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Panama|Panamanian|Panama City
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Philippine,Filipino|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian|Moscow,Kremlin
Rwanda|Rwandan|Kigali
Saint Kitts and Nevis,St. Kitts and Nevis|Kittitian|Basseterre
Saint Vincent and the Grenadines,St. Vincent and the Grenadines|Vincentian|Kingstown
Sao Tome and Principe,São Tomé and Príncipe|Santomean|São Tomé
Saudi Arabia|Saudi|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|Singapore
Slovakia|Slovak|Bratislava
Slovenia|Slovenian|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea|South Korean|Seoul
South Sudan|South Sudanese|Juba
Spain|Spanish|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Trinidad and Tobago|Trinidadian|Port of Spain
Tunisia|Tunisian|Tunis
Turkey,Turkiye,Türkiye|Turkish|Ankara
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates,UAE|Emirati|Abu Dhabi
United Kingdom,UK,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|British,Scottish,Welsh,English|London,Downing Street,Whitehall
United States,US,USA,America|American|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vatican,Holy See|Vatican|Vatican
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
Palestinian Authority,Palestine|Palestinian|Ramallah`;

interface State {
  readonly name: string;
  readonly demonyms: readonly string[];
}

const BY_NAME = new Map<string, State>();
const BY_DEMONYM = new Map<string, State>();
const SEATS = new Set<string>();

for (const line of STATES.trim().split('\n')) {
  const [names = '', demonyms = '', seats = ''] = line.split('|');
  const state: State = { name: names.split(',')[0] ?? names, demonyms: demonyms.split(',') };
  for (const name of names.split(',')) BY_NAME.set(name, state);
  for (const demonym of state.demonyms) BY_DEMONYM.set(demonym, state);
  for (const seat of seats.split(',')) {
    SEATS.add(seat);
    if (!BY_NAME.has(seat)) BY_NAME.set(seat, state);
  }
}

const undotted = (name: string): string =>
  name
    .replace(/^the /i, '')
    .replace(/\b(?:[A-ZÀ-ÞĀ-Ž]\.\s?)+/gu, (letters) => letters.replace(/[.\s]/g, ''))
    .trim();

/** The state that a name stands for, also by its capital ("Moscow"); null where it is none. */
export function stateOf(name: string): string | null {
  return BY_NAME.get(undotted(name))?.name ?? null;
}

/** The state of a word such as "Israeli" or "French"; null where it is none. */
export function stateOfDemonym(word: string): string | null {
  const plain = word.replace(/s$/, '');
  return (
    (BY_DEMONYM.get(word) ?? BY_DEMONYM.get(plain))?.name ??
    (word === 'US' || word === 'U.S.' ? 'United States' : word === 'UK' || word === 'U.K.' ? 'United Kingdom' : null)
  );
}

/** Whether a name is a capital or seat of government. */
export function isSeat(name: string): boolean {
  return SEATS.has(undotted(name));
}

/** People of places that are no states: "Californians", "Londoners". General knowledge. */
const INHABITANTS = wordSet(`
  Alabamians Alaskans Albertans Angelenos Arizonans Berliners Bostonians Brits Californians Chicagoans Coloradans Floridians Iowans Kansans Londoners
  Marylanders Michiganders Minnesotans Nevadans Ohioans Ontarians Oregonians Parisians Pennsylvanians Quebecers Queenslanders Sydneysiders Tennesseans
  Texans Torontonians Vermonters Virginians`);

export const isInhabitants = (word: string): boolean => INHABITANTS.has(word);
