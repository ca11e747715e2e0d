import { draft, type DraftQuestion } from "./draft-question.ts";

const NUMBER =
  "(?:\\d[\\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|sixty|ninety)";
const MONEY = "(?:about |only )?(?:[£$€¥]\\d|\\d[\\d.,]* (?:euros?|dollars?|pounds?|yuan|cents?|pence)\\b)";
const WHILE = `(?:about |up to |at most |only )?${NUMBER} (?:minute|hour|day|week|month|year)s?\\b`;
const SUBJECT = "([^,;:]{3,40}?)";

/** Patterns of English statements, with the question that each answers; the subject is the first group. */
const ENGLISH: readonly {
  readonly template: string;
  readonly pattern: RegExp;
  readonly ask: (match: readonly string[]) => string;
}[] = [
  {
    template: "price",
    pattern: new RegExp(`^${SUBJECT} (costs?) ${MONEY}`, "u"),
    ask: ([, subject = "", verb = ""]) => `How much ${verb === "costs" ? "does" : "do"} ${subject} cost?`,
  },
  {
    template: "price",
    pattern: new RegExp(`^${SUBJECT} (is|was) ${MONEY}`, "u"),
    ask: ([, subject = "", be = ""]) => `How much ${be} ${subject}?`,
  },
  {
    template: "count",
    pattern: new RegExp(
      `^(?:You|(Members|Readers|Guests|Players|Students)) (can|may) ([a-z]+) up to ${NUMBER} ([a-z]+s)( at a time| at once)?\\b`,
      "u",
    ),
    ask: ([, who = "I", may = "", verb = "", what = "", at = ""]) => `How many ${what} ${may} ${who} ${verb}${at}?`,
  },
  {
    template: "who",
    pattern: /^Any(?:one|body) who [^,;:]{3,60}? (can|may) ([a-z][^,;:.]{3,40})\.$/u,
    ask: ([, may = "", does = ""]) => `Who ${may} ${does}?`,
  },
  {
    template: "age",
    pattern: new RegExp(`^${SUBJECT} must be at least ${NUMBER} years old`, "u"),
    ask: ([, subject = ""]) => `How old must ${subject} be?`,
  },
  {
    template: "allowed",
    pattern: new RegExp(
      `^${SUBJECT} (is|are) (?:not )?(allowed|permitted|welcome|forbidden|prohibited|compulsory|mandatory|required)\\b((?: (?:in|at|on|during) (?:the |every |each |all )?[a-z]+(?: [a-z]+)?)?)(?=[.,;:]| but | and |$)`,
      "u",
    ),
    ask: ([, subject = "", be = "", how = "", where = ""]) =>
      `${be === "is" ? "Is" : "Are"} ${subject} ${how}${where}?`,
  },
  {
    template: "date",
    pattern: /^([^,;:]{3,40}?) (was|were) ([a-z]+(?:ed|ilt|eld|iven|own)) (?:in|on) (?:\d|[A-Z])/u,
    ask: ([, subject = "", be = "", verb = ""]) => `When ${be} ${subject} ${verb}?`,
  },
  {
    template: "hours",
    pattern: /^([^,;:]{3,40}?) (is|are) open (?:from|on|every)/u,
    ask: ([, subject = "", be = ""]) => `When ${be} ${subject} open?`,
  },
  {
    template: "time",
    pattern: new RegExp(`^${SUBJECT} (takes?|lasts?) ${WHILE}`, "u"),
    ask: ([, subject = "", verb = ""]) =>
      verb.endsWith("s") ? `How long does ${subject} ${verb.slice(0, -1)}?` : `How long do ${subject} ${verb}?`,
  },
  {
    template: "time",
    pattern: new RegExp(
      `^${SUBJECT} (is|are|can be|may be) (valid|lent|kept|[a-z]+ed)(?: for [a-z]+)? for ${WHILE}`,
      "u",
    ),
    ask: ([, subject = "", be = "", how = ""]) => {
      const [verb = "", rest] = be.split(" ");
      return `How long ${verb} ${subject} ${rest === undefined ? "" : `${rest} `}${how}?`;
    },
  },
  {
    template: "reason",
    pattern: /^([^,;:]{3,40}?) (is|are|was|were) ([^,;:]{3,60}?),? because /u,
    ask: ([, subject = "", be = "", rest = ""]) => `Why ${be} ${subject} ${rest}?`,
  },
  {
    template: "speaker",
    pattern: /[,.!]["”],? ((?:(?:Dr|Mr|Mrs|Ms)\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:says|said|used to say)\b/u,
    ask: ([, name = ""]) => `What does ${name} say?`,
  },
  {
    template: "speaker",
    pattern: /[,.!]["”] says ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b/u,
    ask: ([, name = ""]) => `What does ${name} say?`,
  },
  {
    template: "event",
    pattern: /^([^,;:]{3,40}?) (is|are) (held|elected|inspected|closed|erased|refunded|returned|given) /u,
    ask: ([, subject = "", be = "", verb = ""]) => `When ${be} ${subject} ${verb}?`,
  },
];

/** Headings that ask by themselves, but for the mark; `What you need` and `Where we are` only name what is told. */
const ASKING =
  /^(?:(?:when|where|why) (?:is|are|was|were|do|does|did|can|may|must|should|will)|(?:can|may|must|should|do|does|is|are|will) (?:i|we|you|they|it|there|the)|who (?!i\b|we\b|you\b|they\b|the\b)[a-z]+|what (?:is|are|was|were|can|cannot|can't|happens?|happened|counts?|belongs?)|how (?:much|many|long|often|far|do|does|can)) (?!.*\band (?:how|what|why|when|where|who)\b).*[a-z]$/iu;
/** Other headings that begin so are no noun, and nothing can be said about them. */
const NO_NOUN =
  /^(?:who|what|which|when|where|why|how|if|before|after|during|for|in|on|at|from|with|without|by|to|until|as|and|or|not|no|is|are|can|may|must|should|do|does|will)\b/iu;

/** Makes questions of an English heading: the one it asks itself, or for what stands under it. */
export function draftEnglishHeading(heading: string): DraftQuestion[] {
  if (heading.length < 3 || heading.length > 60) return [];
  if (heading.endsWith("?")) return draft("en", "asking-heading", heading);
  if (/[:;?!]/u.test(heading)) return [];
  const [, task] = /^how to ([a-z].*)$/iu.exec(heading) ?? [];
  if (task !== undefined) return draft("en", "asking-heading", `How do I ${task}?`);
  const section = draft("en", "section", `What does the section “${heading}” say?`);
  const [, condition] = /^when ((?!.*\bto\b)[a-z].*[a-z])$/iu.exec(heading) ?? [];
  if (ASKING.test(heading)) return [...draft("en", "asking-heading", `${heading}?`), ...section];
  if (condition !== undefined) return [...draft("en", "asking-heading", `What happens when ${condition}?`), ...section];
  if (NO_NOUN.test(heading)) return section;
  const subject = /^[A-Z\d\W]+$/u.test(heading) ? heading.toLowerCase() : lowerHeading(heading);
  return [...draft("en", "heading", `What does it say about ${subject}?`), ...section];
}

/** Headings begin with a capital, and names keep theirs: of a heading with more capitals nobody knows which are names. */
function lowerHeading(heading: string): string {
  const isName = /\s[A-Z]|^[A-Z][a-z]*[A-Z]/u.test(heading);
  return isName ? `“${heading}”` : heading.charAt(0).toLowerCase() + heading.slice(1);
}

/** Makes questions from one English sentence; what fits no pattern makes none. */
export function draftEnglishQuestions(sentence: string): DraftQuestion[] {
  return ENGLISH.flatMap(({ template, pattern, ask }) => {
    const match = pattern.exec(sentence);
    if (
      !match ||
      / (?:that|which|who|whom|whether|if) /u.test(match[1] ?? "") ||
      /^(?:It|They|He|She|This|That|These|Those|There|We|You|I|One|Some|If|When|In|On|At|For|So|But|And|Nobody|Nothing|None|No|Everybody|Everyone|Anybody|Anyone|Somebody|Someone|Who|What|Which|Each of|Both|Many|Such|Its|Their|His|Her|\d)(?![a-z])/u.test(
        match[1] ?? "",
      )
    )
      return [];
    const groups = [...match].map((group, index) =>
      index === 1 && template !== "speaker" ? lowerSubject(group, template === "allowed") : group,
    );
    return draft("en", template, ask(groups));
  });
}

/** A subject within a sentence begins small, unless it is a name; names are seldom allowed or forbidden. */
function lowerSubject(subject: string, isSeldomName = false): string {
  const isNoun =
    /^(?:The|A|An|Every|Each|All|Most|Our|Any|New|Late|Loan)\b|^[A-Z][a-z]+(?:s|ship|tion|ing|ment|ness|ity)\b/u;
  const isSmall = isNoun.test(subject) || (isSeldomName && /^[A-Z][^A-Z]+$/u.test(subject));
  return isSmall ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject;
}
