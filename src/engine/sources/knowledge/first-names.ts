/**
 * Common given names by the gender that their bearers mostly have, for telling whether "he" or "she" may stand for somebody.
 * General knowledge, wide over languages; a name that both genders bear stands in neither list.
 */
const MALE =
  'aaron abdel abdul abdullah abe abraham adam adrian ahmad ahmed al alan albert alejandro alessandro alexander alfred ali alistair allan amir amos andre andreas andrei andrew andy anthony anton antonio antony arash arjun armando arthur arturo ashraf avi avichay aviv barack barry bashar basil ben benjamin benny bernard bernie bezalel bill bob boris brad brandon brendan brett brian bruce bryan calvin carl carlos cesar charles chen chris christian christopher chuck clarence claude colin conor craig curtis cyril dale damian dan daniel darren dave david dean dennis derek diego dmitri dmitry dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar eduardo edward edwin eli elias elon emilio emmanuel enrique eric erik ernest esteban ethan eugene evan fahmy faisal felipe felix fernando francesco francis francisco frank franz fred frederick friedrich gabriel gareth gary gavin geoffrey george gerald gerard gideon giovanni giuseppe glenn gordon graham greg gregory guillermo gustavo guy hakan hamid hamza hans harold harry harvey hassan hector heinz henry herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor imran isaac ismail israel itamar ivan jack jacob jaime jake jamal james jamie jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joaquin joe joel johan johannes john johnny jon jonathan jordan jorge jose josef joseph josh joshua juan julian julio justin kamal karim karl keith keir kemal ken kenneth kevin khaled khalil kurt kyle larry lars lawrence lee leo leon leonard leonid leroy lewis liam lindsey lloyd louis luca lucas luigi luis luke mahdi mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus marshall martin marwan mateo matt matteo matthew maurice max michael miguel mike mikhail milo mitch mitchell mitt mohamed mohammad mohammed mordechai moshe muhammad murray mustafa nadav narendra nasser nathan nathaniel neil nelson nicholas nick nicolas nigel nikita nikolai noel norman oleg oliver olivier omar oren oscar osama owen pablo pat patrick paul pavel pedro pete peter phil philip philippe phillip pierre quentin rafael rahul ralph rami ramon randy rashid raul ravi ray raymond recep reuven rex reza ricardo richard rick rob robert roberto rod roger roland ron ronald ronen ross roy ruben rudy russell ryan sadiq saleh salman sam sami samir samuel sandeep sanjay santiago scott sean sebastian seth shane shaun shawn shimon sidney simon spencer stanley stefan stephane stephen steve steven stuart sundar tariq ted terry thomas tim timothy todd tom tommy tony travis trevor tyler vadim victor viktor vincent vinod vladimir volker volodymyr walter warren wayne wilhelm will william winston wolfgang xavier yair yahya yakov yaser yasser yitzhak yoav yossi yousef youssef yuri yusuf zach zachary zvi zvika';
const FEMALE =
  'abigail ada adriana agnes aisha alejandra alice alicia alison alma amal amanda amelia amina amy ana andrea angela angelina anita ann anna anne annette annika antonia april ariana arwa astrid aung aurora avril ayelet ayesha barbara beatrice becky bernadette beth betty beverly bianca bonnie brenda bridget brigitte brooke camila candace carla carly carmen carol carole caroline catherine cathy cecilia celia charlotte chelsea cheryl chiara christina christine cindy claire clara claudia condoleezza constance crystal cynthia dana daniela danielle daphne dawn debbie deborah debra denise diana diane dina dolores donna dora doris dorothy edith eileen elaine elena elise elizabeth ella ellen elsa emilia emily emma erica erin esther ethel eva evelyn farah fatima fatma fiona florence frances gabriela gail georgia geraldine giorgia gina ginny gloria golda grace greta gretchen gwen hala hannah harriet hazel heather heidi helen helena hilary hillary hind hope ida ines ingrid irene iris irina isabel isabella ivana ivanka jacinda jackie jacqueline jane janet janice jasmine jean jeanette jen jenna jennifer jenny jessica jill joan joanna jocelyn josephine joyce juanita judith judy julia juliana julie julieta june kaja kamala karen karin kate katherine kathleen kathryn kathy katie katrina kayla kelly kerry kim kirsten kristen kristi kristin kristina kyrsten lara laura lauren laurie layla leah leila lena leslie leticia letitia lila lillian lily linda lisa liz liza lois lori lorraine louise lucia lucy luisa lydia lynn mabel madeleine maggie maia manal mandy marcia margaret margarita maria mariam marianne marie marilyn marina marine marion marissa marjorie marlene martha mary maureen maya megan meghan melania melanie melinda melissa mercedes meredith michelle mia mila mildred millicent mina miranda miriam mona monica muriel nadia nadine najat nancy naomi natalia natalie natasha nelly nicole nicola nikki nina noa noelle nora noura olga olivia ophelia pamela patricia patty paula pauline penelope penny petra phoebe phyllis priscilla priti rachel ramona rania reem rebecca regina rita roberta rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shelley sherry shirley shiza silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susana susanne suzanne svetlana sylvia tabitha tamar tamara tami tania tanya tara tatiana teresa theresa tina tracy ursula valentina valerie vanessa vera veronica victoria violet virginia vivian wanda wendy whitney yael yasmin yolanda yulia yvette yvonne zainab zara zoe';

export type Gender = 'male' | 'female';

const GENDERS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...MALE.split(' ').map((name): [string, Gender] => [name, 'male']),
  ...FEMALE.split(' ').map((name): [string, Gender] => [name, 'female']),
]);

/** The gender that bearers of a given name mostly have; null where unknown or shared. */
export function genderOfFirstName(name: string): Gender | null {
  return GENDERS.get(name.toLowerCase()) ?? null;
}

/** Whether a word is a common given name. */
export function isFirstName(word: string): boolean {
  return GENDERS.has(word.toLowerCase());
}

/** The gender that a title or a relation tells: "Mrs", "her husband"; null where it tells none. */
export function genderOfTitle(title: string): Gender | null {
  if (
    /\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Queen|Princess|Sister|Congresswoman|Councilwoman|chairwoman|spokeswoman|mother|wife|daughter|sister|aunt|widow|grandmother|actress)\b/i.test(
      title,
    )
  )
    return 'female';
  if (
    /\b(?:Mr|Sir|Lord|King|Prince|Pope|Father|Congressman|Councilman|chairman|spokesman|father|husband|son|brother|uncle|widower|grandfather|businessman|Emir|Sheikh|Rabbi|Imam)\b/i.test(
      title,
    )
  )
    return 'male';
  return null;
}
