// Each list is written without the final full stop and in the case in which news texts write it.

/** Before a name or number, so never at a sentence's end: "Sen. Ruiz", "St. Louis", "Lt. Gen. Ali". */
export const TITLES: ReadonlySet<string> = new Set(
  `Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Pres Gen Sen Sens Rep Reps Gov Govs Lt Col Cols Sgt Capt Maj Cmdr Comdr Cpl Pvt Adm Brig Supt Det
   v vs Insp Rev Revs Fr Msgr Hon Amb Sec Secy Atty Asst Assoc Dep Dir St Ste Ft Mt Pfc Spc Rt`.split(/\s+/),
);

/** May stand at a sentence's end or inside it: "Oct. 7", "Acme Inc. said", "of Acme Inc. It". */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Inc Ltd Co Cos Corp Bros Plc LLC Dept Univ Assn Bldg Ave
   Blvd Rd Hwy Pkwy etc approx est ca cf al op no No Nos Vol vol Fig fig Art Sec sec ch Ch pp pg ed eds Ed Eds dept govt Govt Ala Ariz Ark Calif Colo
   Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Penn Ont Que Alta Esq
   Ph Jr Sr Bhd Pty Pte`.split(/\s+/),
);
