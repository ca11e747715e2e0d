/** The two things that a question wants compared, and in what; folded. */
export interface Comparison {
  readonly sides: readonly [string, string];
  /** Empty where the question names none. */
  readonly aspect: string;
}

const AND = "(?:和|与|跟|同|以及|还有|及|vs\\.?|对)";
const DIFFERENT = "(?:不同|区别|差别|差异|差距|异同|不一样|分别|两样)";
/** What may follow the second side. */
const AFTER = "(?=之间|两者|二者|在|的|有|相比|比起来|比较|,|什么|哪|怎么|如何|不同|区别|差|异同|不一样)";

/** How differences are asked for, in folded text; the groups are both sides and, maybe, the aspect. */
const rules: readonly RegExp[] = [
  new RegExp(`^(.{1,30}?)${AND}(.{1,30}?)${AFTER}(.{0,30}?)${DIFFERENT}`, "u"),
  new RegExp(`(?:比较|对比)(?:一下|下)?(.{1,30}?)${AND}(.{1,30}?)(?:(?:的|在)(.{1,30}))?$`, "u"),
  new RegExp(`^(.{1,30}?)${AND}(.{1,30}?)(?:相比|比起来)(?:之下)?(?:如何|怎么样|怎样|呢)?$`, "u"),
  /\bcompare(?:d|s)? (.{1,60}?) (?:and|with|to|against|vs\.?) (.{1,60}?)(?: (?:in terms of|regarding|on|in) (.{1,40}))?$/u,
  /\bdifferen(?:ces?|t) (?:is |are )?(?:there )?(?:in .{1,30} )?between (.{1,60}?) and (.{1,60}?)(?: (?:in terms of|regarding|on|in) (.{1,40}))?$/u,
  /\bhow (?:do|does|did|is|are|was|were) (.{1,60}?) (?:differ(?:ent)?|compare) (?:from|to|with) (.{1,60}?)(?: (?:in terms of|regarding|on|in) (.{1,40}))?$/u,
  /\bhow (?:do|does|did|are|were) (.{1,60}?) and (.{1,60}?) (?:differ|compare)(?: (?:in terms of|regarding|on|in) (.{1,40}))?$/u,
  /^(.{1,60}?) (?:vs\.?|versus) (.{1,60}?)$/u,
];

/** Finds what a folded question compares; a question for one figure that only mentions two things compares nothing. */
export function findComparison(question: string): Comparison | undefined {
  const text = question.replace(/(?<![?!.。\s])[?!.。\s]+$/u, "").trim();
  for (const rule of rules) {
    const match = rule.exec(text);
    if (!match) continue;
    const [one, other, aspect] = [strip(match[1]), strip(match[2]), strip(match[3])];
    if (isThing(one) && isThing(other)) return { sides: [one, other], aspect };
  }
  return undefined;
}

/** A whole clause, or two, is nothing that is compared: `what did it look like before` vs `after`. */
function isThing(side: string): boolean {
  return side !== "" && !CLAUSE.test(side);
}

const CLAUSE =
  /[.!?;。](?:\s|$)|\b(?:what|who|whom|when|where|why|how|which|did|does|do|said|says)\b|什么|为何|怎么|谁/u;

/** Takes off what stands around a side but is not of it. */
function strip(side = ""): string {
  const frame =
    /^(?:请问|请|帮我|麻烦|那么?|文中|文章(?:里|中)?|根据本?文|比较|对比|一下|what(?:'s| is| are)|the|please|can you|tell me|about)\s*/u;
  const tail = /(?:之间|两者|二者|相比|比起来|有着?|存在|什么|哪些?|何|怎么|如何|怎样|上|方面|的|在|,|\s|呢){1,30}$/u;
  let [text, last] = [side.trim(), ""];
  while (text !== last)
    [text, last] = [
      text
        .replace(frame, "")
        .replace(/^(?:之间|两者|二者|相比|比起来|在|的|有|,|\s)+/u, "")
        .replace(tail, ""),
      text,
    ];
  return text;
}
