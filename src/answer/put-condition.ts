import type { Span } from "../text/span.ts";
import type { NamedParts } from "./mentions.ts";
import type { Question } from "./question.ts";
import { type Piece, sourceSpan } from "./resumed-text.ts";
import { CONDITIONS } from "./follow-up-patterns.ts";

/**
 * Puts the condition of a follow-up into the earlier question, in the place of its own where it has one.
 *
 *     開幕典禮在哪裡舉行?       如果下雨呢?           → 如果下雨,開幕典禮在哪裡舉行?
 *     When are dogs allowed?    And without a lead?   → When are dogs allowed without a lead?
 */
export function putCondition(question: Question, before: NamedParts): readonly Piece[] | undefined {
  const part = findCondition(question);
  if (!part) return undefined;
  const { start, end } = sourceSpan(question, part);
  const text = question.source.slice(start, end);
  const { source } = before.question;
  const own = conditionOf(before, question.folded.text.slice(part.start, part.end));
  const piece: Piece = { text, from: "follow-up" };
  if (own) {
    const place = sourceSpan(before.question, own);
    return [
      { text: source.slice(0, place.start), from: "earlier" },
      piece,
      { text: source.slice(place.end), from: "earlier" },
    ];
  }
  return /\p{Script=Han}/u.test(source)
    ? [piece, { text: ",", from: "follow-up" }, { text: source, from: "earlier" }]
    : [
        { text: `${source.replace(/(?<![?？.。\s])[?？.。\s]+$/u, "")} `, from: "earlier" },
        piece,
        { text: "?", from: "follow-up" },
      ];
}

/** Nothing where another word asks in it: `and in which year?` */
function findCondition({ folded, asking }: Question): Span | undefined {
  for (const pattern of CONDITIONS) {
    const part = pattern.exec(folded.text)?.[1];
    if (part === undefined) continue;
    const start = folded.text.indexOf(part);
    const asksInside = asking && asking.end > start + 4 && asking.start < start + part.length;
    return asksInside || ASKS_WHEN.test(part) ? undefined : { start, end: start + part.length };
  }
  return undefined;
}

const ASKS_WHEN = /^when (?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|has|have|had)\b/u;

/** The condition that the earlier question has of the same kind. */
function conditionOf({ question, mentions }: NamedParts, condition: string): Span | undefined {
  const { text } = question.folded;
  if (/\p{Script=Han}/u.test(text)) {
    const match = /^(?:那么?)?(?=如果|要是|假如|若|万一|倘若|超过|不到|不足|不满|未满)[^,，]{1,40}(?=[,，])/u.exec(
      text,
    );
    if (match) return { start: 0, end: match[0].length };
    // 超过三次 stands for 第一次.
    return mentions.find(({ sort, end }) => sort === "ordinal" && text.charAt(end - 1) === condition.slice(-1));
  }
  const [opens = ""] = /^[a-z]+/u.exec(condition) ?? [];
  if (opens === "") return undefined;
  const match = new RegExp(String.raw`\b${opens === "when" ? "(?:if|when)" : opens} .{1,60}?(?=\W*$)`, "u").exec(text);
  // At the start of the question `when` asks.
  if (!match || match.index === 0) return undefined;
  return { start: match.index, end: match.index + match[0].length };
}
