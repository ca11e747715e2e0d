import { stemmer } from "stemmer";
import { englishSentences } from "./english-sentences.ts";
import type { AnswerRule, Language, QuestionRule, TraitRule } from "./language.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * A word asks only where no other has asked before it, and `when` and `where` only where no auxiliary has: in `What
 * happens when …`, `the man who …` and `Can I leave when …` they join clauses. Bounded, so that long texts take no longer.
 */
const FIRST = String.raw`(?<!\b(?:what|which|who|whom|whose|when|where|why|how)\b.{0,120})`;
const NOT_IN_YES_NO = String.raw`(?<!^\W*(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|has|have)\b(?! (?:you|we|they|i) (?:know|tell)\b).{0,120})`;
/** Looks for the words before it looks back, which takes its time. */
const first = (asking: string, also = "") => String.raw`(?=\b${asking}\b)${FIRST}${also}\b${asking}\b`;
const MEASURES =
  "(?:percentage|percent|share|number|amount|price|cost|fraction|proportion|rate|fee|size|age|population|area|length|height|weight|distance|salary|revenue|total)";

/** English interrogatives (Quirk et al., A Comprehensive Grammar of the English Language, 1985, §6.36–6.39). */
const questionRules: readonly QuestionRule[] = [
  {
    type: "summary",
    pattern:
      /\b(?:summari[sz]e|summary|sum up|overview|tl;?dr|gist|main (?:points?|ideas?|message|takeaways?)|key (?:points?|takeaways?)|what(?:'s| is) (?:this|the) (?:article|text|piece|document|handbook) about)\b/u,
  },
  {
    type: "why",
    pattern: new RegExp(
      String.raw`${first("why")}|\bhow come\b|\bwhat(?:'s| is| was| are| were)? (?:the )?(?:main )?(?:reasons?|causes?|motives?)\b|\bwhat (?:made|makes|led|caused|causes|drove)\b|\bfor what (?:reason|purpose)\b|\bwhat for\b|\bwhat(?:'s| is| was)? the (?:purpose|point|aim|goal) of\b`,
      "u",
    ),
  },
  {
    type: "when",
    pattern: new RegExp(
      String.raw`${first("(?:(?:since|until) )?when", NOT_IN_YES_NO)}|\b(?:what|which) (?:time|date|day|year|month|quarter|week|century|decade|season)\b`,
      "u",
    ),
  },
  {
    type: "where",
    pattern: new RegExp(
      String.raw`${first("where", NOT_IN_YES_NO)}|\b(?:what|which) (?:place|city|country|town|location|state|region|street|room|building|address)\b`,
      "u",
    ),
  },
  {
    type: "who",
    pattern: new RegExp(
      String.raw`${first("who(?:se|m)?")}|\b(?:what|which) (?:person|people|man|woman|company|team|author|group)\b`,
      "u",
    ),
  },
  {
    type: "how-many",
    pattern: new RegExp(
      String.raw`${first("(?:by )?how (?:many|much|long|far|old|often|big|large|high|tall|deep|fast|wide|heavy|few|expensive)")}|\bwhat ${MEASURES}\b|\bwhat(?:'s| is| was| are| were)(?= the (?:[\p{L}-]+ ){0,2}${MEASURES}\b)`,
      "u",
    ),
  },
  {
    type: "opinion",
    pattern:
      /\bwhat (?:do|does|did)(?= .{1,40} (?:think|say|believe|feel)\b)|\b(?:opinions?|views?) (?:of|on|about)\b/u,
  },
  {
    type: "how",
    pattern: new RegExp(String.raw`${first("how")}|\b(?:in )?what (?:way|manner|method)s?\b|\bby what means\b`, "u"),
  },
  {
    type: "definition",
    pattern:
      /\bwhat(?:'s| is| are| was| were)(?!.{0,40} (?:of|for|in|on|at|to|by|from|with|when|if|per)\b)(?= (?:an? |the )?[\p{L}\p{N}'’ -]{1,30}[?]?$)|\bwhat (?:does|do)(?= .{1,40} mean\b)|\b(?:define|definition of|meaning of)\b/u,
  },
  { type: "what", pattern: /\bwhat(?:'s)?\b|\bwhich\b/u },
  {
    type: "yes-no",
    pattern:
      /^\W*(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|isn't|aren't|doesn't|don't|didn't|can't|won't)\b/u,
  },
];

const answerRules: readonly AnswerRule[] = [
  {
    kind: "reason",
    pattern:
      /\b(?:because|since|due to|owing to|thanks to|so that|therefore|thus|hence|reasons?|caus(?:e|es|ed|ing)|in order to|as a result|otherwise|so)\b/u,
  },
  { kind: "manner", pattern: /\b(?:by|through|using|via|with|uses?|used|method|means|way|first|then)\b/u },
  {
    kind: "opinion",
    pattern:
      /\b(?:says?|said|thinks?|thought|believes?|believed|argues?|argued|according to|claims?|warns?|warned|notes?|noted|called)\b|[“"]/u,
  },
  { kind: "definition", pattern: /\b(?:is|are|was|were|means|refers to|known as|called|defined as|stands for)\b/u },
  {
    kind: "date",
    pattern:
      /\b(?:1\d{3}|20\d{2})\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b\d{1,2}(?::\d{2})? ?[ap]\.?m\b|\bq[1-4]\b|\b(?:today|yesterday|tomorrow|daily|weekly|yearly|annually|century|quarter|morning|evening|noon|midnight|year|month|week|weekend|hours?|days?|spring|summer|autumn|winter)\b/u,
  },
  { kind: "year", pattern: /\b(?:1\d{3}|20\d{2})\b/u },
  {
    kind: "number",
    pattern:
      /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|dozen|double|twice|once|percent|quarter)\b/u,
  },
  {
    kind: "place",
    pattern:
      /\b(?:in|at|near|on) (?:the )?[\p{L}]|\b(?:street|road|room|building|city|town|country|hall|office|station|centre|center|address|located|north|south|east|west|floor)\b/u,
  },
  {
    kind: "person",
    pattern:
      /\b(?:mr|mrs|ms|dr|prof|president|director|manager|chief|officer|leader|coordinator|founder|author|he|she|volunteer|members?)\b/u,
  },
  {
    kind: "organisation",
    pattern:
      /\b(?:company|corporation|inc|ltd|committee|council|team|department|office|university|association|board|agency|group)\b/u,
  },
];

/** What a sentence tells beside that: names given, purposes, ages, what is allowed, what is denied, who somebody is. */
const furtherAnswerRules: readonly AnswerRule[] = [
  {
    kind: "naming",
    pattern:
      /\b(?:called|named|known as|referred to as|nicknamed|dubbed|termed|collectively|abbreviated|titled|entitled)\b/u,
  },
  {
    kind: "purpose",
    pattern:
      /\b(?:in order to|so that|so as to|purposes?|aims? (?:to|at)|intended (?:to|for)|designed (?:to|for)|used (?:to|for)|meant to|goal)\b/u,
  },
  {
    kind: "age",
    pattern:
      /\bage[ds]?\b|\byears? old\b|\bborn\b|\b(?:over|under|above|below|at least) \d{1,2}\b|\b\d{1,2} (?:or|and) (?:older|over|above|younger|under)\b|\b(?:minors?|adults?)\b/u,
  },
  {
    kind: "permission",
    pattern:
      /\b(?:may|can|must|cannot|can't|mustn't|shall|should|allowed|permitted|forbidden|prohibited|banned|required?|need(?:s|ed)? to|have to|has to|welcome|free to|only|do not|don't|never|not accept(?:ed)?|exempt)\b/u,
  },
  {
    kind: "denial",
    pattern:
      /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|except|unless|refus(?:e|es|ed)|forbidden|prohibited|banned|lacks?)\b|n['’]t\b/u,
  },
  { kind: "apposition", pattern: /, (?:an?|the|our|its|his|her|their) [\p{L}-]+|\([^)]{2,60}\)/u },
];

/** What a question wants beside what its type says. */
const traitRules: readonly TraitRule[] = [
  { trait: "name", pattern: /\b(?:called|named?|names|nicknamed?|known as|titled?)\b/u },
  { trait: "purpose", pattern: /\b(?:purpose|what .{1,60} for[?]?$|aim|goal|point of|used for|intended)\b/u },
  {
    trait: "age",
    pattern: /\bhow old\b|\bage[ds]?\b|\byears old\b|\bborn\b|\b(?:minors?|adults?|child(?:ren)?|kids?)\b/u,
  },
  {
    trait: "permission",
    pattern:
      /\b(?:can|may|must|allowed|permitted|have to|need to|required?|should|able to|okay|ok|forbidden|banned|possible)\b/u,
  },
  {
    trait: "denial",
    pattern:
      /\b(?:not|never|no longer|except|without|cannot|besides|other than|forbidden|prohibited|banned|fail(?:ed)?)\b|n['’]t\b/u,
  },
];

/** Where a command begins: `Who can write a reference?` commands nothing. */
const ORDER = String.raw`(?:^|[.!?,;:\n]|^(?:can|could|would|will) you\b|\b(?:please|now|just|instead|want you to)\b)\W{0,3}(?:please )?`;

const SECRET = "(?:hidden|secret|system|initial)";

/** English. Stems are Porter's (M. F. Porter, 1980). */
export const english: Language = {
  code: "en",
  script: "Latin",
  ...englishSentences,
  stopWords: words(`
    a an the and or but if then than that this these those there here it its it's he him his she her hers they them
    their theirs we us our ours you your yours i me my mine of in on at by for with from to into onto over under
    about as is are was were be been being am do does did done doing has have had having will would shall should
    can could may might must not no nor so such too very just only also both each any all some most more much many
    what which who whom whose when where why how while during because please tell say said according article text
    mention mentioned there's what's get got mean
  `),
  stem: stemmer,
  questionRules,
  amountRules: [
    {
      pattern:
        /\b(?:what|which) (?:percent(?:age)?|share|proportion|fraction)\b|\bhow many (?:percent|percentage points)\b|\brate\b.{0,200}\bhow much\b|\bby how much\b|\bwhat .{0,30}(?:rate|growth|growth rate)\b/u,
      unit: /^(?:%|‰|percentage-point|basis-point|成|倍)$/u,
    },
    {
      pattern:
        /\bhow much (?:money|does .{1,40} cost|do .{1,40} cost|is .{1,40} (?:worth|fee|fine|rent|ticket|deposit)|did .{1,40} (?:pay|cost|spend)|does .{1,40} (?:pay|spend|invest|earn)|to (?:rent|buy|hire))\b|\bwhat(?:'s| is| was| does| do) .{0,30}(?:price|fee|cost|fine|rent|deposit|budget|salary)\b|\bhow expensive\b|\bhow many dollars\b/u,
      unit: /^currency:/u,
    },
    { pattern: /\bhow old\b|\bwhat(?:'s| is| was)? (?:the )?(?:\w+ )?age\b/u, unit: /^(?:age|year)$/u },
    {
      pattern: /\bhow many (?:people|persons|employees|staff|workers|members|visitors)\b/u,
      unit: /^(?:person|名|位|)$/u,
    },
    { pattern: /\bhow long\b/u, unit: /^(?:second|minute|hour|day|workday|week|month|quarter|year)$/u },
    {
      pattern: /\bhow (?:far|tall|high|deep|wide|heavy|big|large)\b/u,
      unit: /^(?:mm|cm|m|km|mile|foot|inch|m2|km2|square-mile|hectare|mu|m3|g|kg|tonne|jin|pound|nautical-mile|light-year)$/u,
    },
  ],
  // What stands before an order is written once: every copy of it takes milliseconds to compile.
  command: new RegExp(
    [
      `${ORDER}(?:${[
        String.raw`(?:ignore|forget|disregard|override) (?:all|any|the|your|my|previous|prior|above|everything|what|this)\b`,
        String.raw`(?:write|compose|draw|sing|generate|make up) (?:me )?(?:a|an|some|the)\b`,
        String.raw`translate (?:this|the|it|everything|all)\b`,
        String.raw`(?:pretend|act as|roleplay|you are (?:now )?an?)\b`,
        String.raw`(?:reveal|print|show|output|repeat) (?:me )?(?:(?:your (?:${SECRET} )?|the ${SECRET} )(?:instructions?|prompts?|rules)|the prompt)\b`,
      ].join("|")})`,
      String.raw`\bwrite me (?:a|an|some)\b`,
      String.raw`\byour (?:${SECRET} )?prompts?\b`,
      String.raw`\btell me a (?:joke|story)\b`,
    ].join("|"),
    "u",
  ),
  asksForWork: /\b(?:what|which) (?:books?|films?|movies?|songs?|albums?|novels?|plays?|poems?|works?|papers?)\b/u,
  frame:
    /^\W*(?:show me|tell me about|list|name(?= (?:the|an?|all|some|one|two|three)\b)|give (?:me )?(?:an )?examples? of|explain|describe)\b|\b(?:please|can you|could you|would you|tell me|i want to know|(?:do you|do any of you|(?:does )?any(?:one|body)(?: here)?) knows?|according to (?:the|this) (?:article|text|handbook|notice)|in (?:the|this) (?:article|text)|does the article (?:say|mention)|thanks?)\b/gu,
  answerRules: [...answerRules, ...furtherAnswerRules],
  traitRules,
  definesBefore:
    /^\w{0,4}[”"')]{0,2},?\s(?:(?:\([^)]{0,40}\) )?(?:means?|refers? to|is defined as|are defined as|is (?:an?|the|any|what|when)|are (?:the|any|those|what)|stands? for|shall mean))\b/u,
};
