import type { SentenceRules } from "../text/sentence-rules.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const SPEAKS =
  "(?:said|says|asked|asks|replied|replies|answered|answers|shouted|cried|called|added|exclaimed|whispered|wondered|demanded|inquired|enquired|muttered|murmured|yelled|screamed|insisted|continued|began|laughed|sighed|snapped|begged|repeated|gasped|groaned|growled|joked|remarked|observed|protested|retorted|interrupted|put in|went on|told)";

/** Where English sentences end. */
export const englishSentences: SentenceRules = {
  abbreviations: words(`
    mr mrs ms mx dr prof mt rev hon gen col maj capt cpl lt sgt cmdr cdr adm brig pvt insp supt gov sen rep pres amb atty
    msgr fr messrs mme mlle
    vs v cf e.g i.e eg ie viz ca approx est ed eds trans esp incl excl
  `),
  numberAbbreviations: words(`
    no nos nr fig figs vol vols p pp ch chap sec sect art arts para paras eq eqs tab ext tel app cl reg regs sch par pt pts ver
    c b d r s ss n nn l ll
  `),
  finalAbbreviations: words("etc a.m p.m am pm"),
  nameAbbreviations: words(`
    st ste ave blvd rd ft dept univ assn bros al
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    inc ltd co corp jr sr llc plc gmbh
    u.s u.s.a u.k u.n e.u d.c b.c b.c.e a.d c.e ph.d m.d b.a m.a ll.b ll.m
  `),
  sentenceOpeners: words(`
    the a an this that these those there here it it's its he he's she she's they they're we we're you you're i i'm i've
    his her their our your my some many most all both each every several few no none nobody nothing one another other others
    and but or so yet if when while although though because since as after before until once unless whether whenever wherever
    in on at by for from with without under over between during through about against among within despite according to
    is are was were do does did has have had can could will would shall should may might must let
    what which who whose why how where
    however moreover furthermore nevertheless nonetheless meanwhile therefore thus hence then now today yesterday tomorrow later
    finally first second third next also only even still just perhaps maybe instead otherwise indeed for not never
    everyone everybody everything someone somebody something anyone anybody anything please see
  `),
  // Names of companies, programmes, plays and brands that are written with a mark wherever they stand.
  markedNames: words("yahoo jeopardy wham yum kahoot joomla oklahoma airplane ahoy shazam e"),
  speechTag: new RegExp(
    String.raw`^[?!…][”"'’»]?\s(?:\p{Lu}[\p{L}.'’-]{0,24}\s){1,3}(?:then |softly |quietly )?${SPEAKS}\b(?! (?:nothing|no |so\b|that\b|to\b))`,
    "u",
  ),
};
