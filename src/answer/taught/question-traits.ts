/** What a question may tell beside its words with content, by the name of the trait; what it does not tell is absent. */
export type QuestionTraits = ReadonlyMap<string, string>;

interface TraitRule {
  readonly trait: string;
  /** A question in which several values are found tells none. */
  readonly values: readonly (readonly [value: string, pattern: RegExp])[];
  /** Of which things asked for alone: `Where can I` and `Where must I` ask the same. */
  readonly things?: ReadonlySet<string>;
}

const RULES: readonly TraitRule[] = [
  {
    trait: "mood",
    values: [
      [
        "must",
        /\b(?:must|have to|has to|had to|needs?(?= to\b)|do (?:i|we|you) need|required to|obliged to|should(?! (?:i|we|you) do\b)|ought to)\b|必须|需要|应该|应当|一定要|(?<![不需主重只])要(?![么是求不点素多])/u,
      ],
      ["may", /\b(?:may|can|could|allowed to|permitted to|able to)\b|可以|可否|能够|能(?![量力源耗否干见])|允许|准许/u],
      ["want", /\bwants? to\b|想要?(?!法|象|念)/u],
    ],
    things: new Set(["who", "what", "when", "how long", "how many", "how often", "how old"]),
  },
  {
    trait: "tense",
    values: [
      ["past", /\b(?:did|was|were)\b/u],
      ["future", /\b(?:will|shall)\b/u],
    ],
  },
  {
    trait: "time",
    values: [
      ["past", /\b(?:did|was|were)\b/u],
      ["present", /\b(?:do|does|is|are|will|shall)\b/u],
    ],
    things: new Set(["when"]),
  },
  {
    trait: "state",
    values: [
      ["already", /\balready\b|已经/u],
      ["still", /\bstill\b|仍|还(?=在|能|可以|开|营业|有效)/u],
    ],
  },
  {
    trait: "share",
    values: [
      ["all", /(?<!\bat )\ball\b|\bevery\b|所有|全部/u],
      ["some", /\bsome\b|有些|一些|部分(?!是)/u],
    ],
  },
  {
    trait: "side",
    values: [
      ["within", /\bwhat(?:['’]s| is| are) (?:in|inside|within)\b|[里内中]面?有什么/u],
      ["on", /\bwhat(?:['’]s| is| are) on\b|上面?有什么/u],
      ["under", /\bwhat(?:['’]s| is| are) (?:under|below|beneath)\b|下面?有什么/u],
    ],
  },
  {
    trait: "gender",
    values: [
      ["he", /\b(?:he|him|his)\b|他(?!们)/u],
      ["she", /\b(?:she|hers?)\b|她(?!们)/u],
    ],
  },
  {
    trait: "acting",
    values: [
      ["I", /\b(?:i|we)\b(?=.{1,60}\b(?:you|them|him|her)\b)|我(?=.{1,10}[你您])/u],
      ["you", /\byou\b(?=.{1,60}\b(?:me|us)\b)|[你您](?=.{1,10}我)/u],
      ["they", /\b(?:they|he|she)\b(?=.{1,60}\b(?:me|us|you)\b)|[他她]们?(?=.{1,10}我)/u],
      ["he", /\bhe\b(?=.{1,60}\bher\b)|他(?=.{1,10}她)/u],
      ["she", /\bshe\b(?=.{1,60}\bhim\b)|她(?=.{1,10}他)/u],
    ],
  },
  {
    trait: "owner",
    values: [
      ["I", /^(?!.*\b(?:i|we|you)\b).*\bmy\b/u],
      ["you", /^(?!.*\b(?:i|we|you)\b).*\byour\b/u],
    ],
  },
  {
    trait: "condition",
    values: [
      // Mere `you` is anybody, and so whoever asks.
      [
        "asker",
        /\b(?:if|unless|in case) (?:i|we)\b|^(?!.*\b(?:i|we|me|us)\b).*\b(?:if|unless|in case) you\b|(?:如果|要是|假如|若)(?:我|[你您](?!们))/u,
      ],
      ["you", /\b(?:i|we|me|us)\b.{1,80}\b(?:if|unless|in case) you\b|(?:如果|要是|假如|若)[你您]们/u],
      ["others", /\b(?:if|unless|in case) (?:they|he|she)\b|(?:如果|要是|假如|若)(?:[他她]|对方)/u],
    ],
  },
];

/** They ask politely, and nobody in them does anything. */
const COURTESIES =
  /\b(?:can|could|would|will) (?:you|anyone|someone|anybody|somebody) (?:please )?(?:tell|show|help|remind) (?:me|us)\b|[你您]?们?(?:能|可以)?(?:否|不能)?(?:告诉|帮帮?|教)(?:一下)?我们?/gu;

/**
 * Finds what tells a question from another of the same words: whether something must or may be done, who does it, when.
 *
 * @param text folded.
 */
export function readTraits(text: string, thing: string): QuestionTraits {
  const plain = text.replace(COURTESIES, " ");
  return new Map(
    RULES.filter(({ things }) => things?.has(thing) !== false).flatMap(({ trait, values }) => {
      const [found, ...others] = values.filter(([, pattern]) => pattern.test(plain));
      return found && others.length === 0 ? [[trait, found[0]] as const] : [];
    }),
  );
}

/** Tells whether two questions tell something different; what only one tells may be meant by the other as well. */
export function haveOtherTraits(one: QuestionTraits, other: QuestionTraits): boolean {
  return [...one].some(([trait, value]) => (other.get(trait) ?? value) !== value);
}
