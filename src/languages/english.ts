import { stemmer } from "stemmer";
import type { Language } from "./language.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English. Stems are Porter's (M. F. Porter, 1980). */
export const english: Language = {
  code: "en",
  script: "Latin",
  abbreviations: words(`
    mr mrs ms mx dr prof st mt rev hon gen col maj capt lt sgt cmdr gov sen rep pres messrs mme
    vs v cf e.g i.e eg ie viz al ca approx est dept univ assn bros
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    ave blvd rd ft
  `),
  numberAbbreviations: words("no nos nr fig figs vol vols p pp ch sec sect art para eq tab ed ext tel"),
  finalAbbreviations: words("etc inc ltd co corp jr sr llc plc a.m p.m am pm u.s u.k u.n e.u d.c b.c a.d ph.d m.d"),
  stopWords: words(`
    a an the and or but if then than that this these those there here it its it's he him his she her hers they them
    their theirs we us our ours you your yours i me my mine of in on at by for with from to into onto over under
    about as is are was were be been being am do does did done doing has have had having will would shall should
    can could may might must not no nor so such too very just only also both each any all some most more much many
    what which who whom whose when where why how while during because
  `),
  stem: stemmer,
};
