import type { Span } from "../text/span.ts";
import { findNoun, findOwner, isPlural, type NounSought, OF_A_SUBJECT, PEOPLE } from "./find-noun.ts";
import { findSubject } from "./find-subject.ts";
import type { Mention, NamedParts } from "./mentions.ts";
import { withoutMentions } from "./noun-spans.ts";
import { shiftTime } from "./shift-time.ts";
import { contentRuns, type Piece, sourceSpan } from "./resumed-text.ts";

interface Replacement extends Span {
  readonly by: string;
}

/**
 * Puts what a follow-up names in the place of what the earlier question names of the same sort.
 *
 *     谷歌2024年第三季度的收入是多少?   那第二季度呢?   → 谷歌2024年第二季度的收入是多少?
 *
 * What has no counterpart is put in front of a Chinese question and behind another.
 */
export function exchange(asked: NamedParts, part: Span, before: NamedParts): readonly Piece[] | undefined {
  const shifted = shiftTime(asked.question.folded.text.slice(part.start, part.end), before);
  if (shifted) return write(before, shifted, "");
  const own = asked.mentions.filter(({ start, end }) => start >= part.start && end <= part.end);
  const replacements: Replacement[] = [];
  const extra: string[] = [];
  for (const [index, mention] of own.entries()) {
    const isNamed = mention.sort === "name" || mention.sort === "person";
    const by = slice(
      asked,
      index === 0 && isNamed ? { start: modifierStart(asked, part, mention), end: mention.end } : mention,
    );
    const counterpart = findCounterpart(mention, before, replacements);
    if (counterpart) replacements.push(...swap(counterpart, by, before));
    else extra.push(by);
  }
  const noun = nounOf(asked, part, own);
  if (noun) {
    const sought = foldedNoun(asked, part, noun);
    const target = OTHER.test(sought.text) ? undefined : findNoun(sought, before, replacements);
    if (target) replacements.push(...putNoun(asked, noun, { before, target }));
    else if (replacements.length === 0 && extra.length === 0) return addNoun(asked, { part, noun, sought }, before);
    else extra.push(slice(asked, noun));
  }
  if (replacements.length === 0 && extra.length === 0) return undefined;
  return write(before, replacements, extra.join(" "));
}

/** Says of what it is another, and so stands for nothing. */
const OTHER = /^(?:other|another)\b|^(?:另|别的|其他)/u;

/** With its article, so that no `a gloves` stands in for `a helmet`. */
function putNoun(
  asked: NamedParts,
  noun: Span,
  { before, target }: { readonly before: NamedParts; readonly target: Span },
): Replacement[] {
  const article = withArticle(asked, noun);
  const keeps = article.start === noun.start && !isPlural(asked.question.folded.text.slice(noun.start, noun.end));
  return [{ ...(keeps ? target : withArticle(before, target)), by: slice(asked, article) }];
}

function withArticle({ question }: NamedParts, { start, end }: Span): Span {
  const article = /\b(?:the|an?|my|your|our) $/u.exec(question.folded.text.slice(0, start));
  return { start: article?.index ?? start, end };
}

/** What nothing in the earlier question is like: for whom it is asked, or what else is asked of its subject. */
function addNoun(
  asked: NamedParts,
  { part, noun, sought }: { readonly part: Span; readonly noun: Span; readonly sought: NounSought },
  before: NamedParts,
): readonly Piece[] | undefined {
  if (!/\p{Script=Han}/u.test(before.question.folded.text)) {
    const by = slice(asked, sought.opens === undefined ? withArticle(asked, noun) : part);
    return write(before, [], PEOPLE.test(sought.text) && sought.opens === undefined ? `for ${by}` : by);
  }
  const subject = OF_A_SUBJECT.test(sought.text) ? findSubject(before) : undefined;
  if (!subject) return write(before, [], slice(asked, noun));
  return [
    { text: slice(before, subject), from: "earlier" },
    { text: `的${slice(asked, noun)}?`, from: "follow-up" },
  ];
}

/** A noun to look for the like of, with the preposition that an English part begins with. */
function foldedNoun({ question: { folded } }: NamedParts, part: Span, { start, end }: Span): NounSought {
  const opens = /^[a-z]+ (?=(?:the |an? |my |your )?[a-z\d])/u
    .exec(folded.text.slice(part.start, part.end))?.[0]
    .trim();
  return { text: folded.text.slice(start, end), ...(opens !== undefined && { opens }) };
}

function slice({ question }: NamedParts, span: Span): string {
  const { start, end } = sourceSpan(question, span);
  return question.source.slice(start, end);
}

function findCounterpart(
  mention: Mention,
  { mentions, question }: NamedParts,
  taken: readonly Span[],
): Span | undefined {
  const free = mentions.filter((other) => !taken.some(({ start }) => start === other.start));
  const same = free.find(({ sort }) => sort === mention.sort);
  if (same) return same;
  const isNamed = mention.sort === "name" || mention.sort === "person";
  if (!isNamed) return undefined;
  return free.find(({ sort }) => sort === "name" || sort === "person") ?? findOwner(question);
}

/** Where the earlier question has the new name already, both change places. */
function swap(place: Span, by: string, before: NamedParts): Replacement[] {
  const other = before.mentions.find((mention) => slice(before, mention).toLowerCase() === by.toLowerCase());
  const replacement = { start: place.start, end: place.end, by };
  if (!other || other.start === place.start) return [replacement];
  return [replacement, { start: other.start, end: other.end, by: slice(before, place) }];
}

/** What stands before the first name belongs to it: `那隔壁的谷歌呢`. */
function modifierStart({ question }: NamedParts, part: Span, first: Mention): number {
  return (
    contentRuns(question).find(({ start, end }) => start >= part.start && end <= first.start)?.start ?? first.start
  );
}

/** What of the follow-up is no mention: `那第二季度的利润呢` → 利润. */
function nounOf({ question }: NamedParts, part: Span, own: readonly Mention[]): Span | undefined {
  const runs = contentRuns(question)
    .map(({ start, end }) => ({ start: Math.max(start, part.start), end: Math.min(end, part.end) }))
    .filter(({ start, end }) => start < end);
  const [mention] = own;
  const free = runs
    .flatMap((run) => withoutMentions(run, own))
    .filter(({ start }) => !mention || start >= mention.end || (mention.sort !== "name" && mention.sort !== "person"));
  const [first, last] = [free[0], free.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

function write({ question }: NamedParts, replacements: readonly Replacement[], extra: string): Piece[] {
  const pieces: Piece[] = [];
  const isChinese = /\p{Script=Han}/u.test(question.source);
  if (extra !== "" && isChinese) pieces.push({ text: `${extra} `, from: "follow-up" });
  let last = 0;
  for (const { start, end, by } of replacements.toSorted((a, b) => a.start - b.start)) {
    const place = sourceSpan(question, { start, end });
    pieces.push({ text: question.source.slice(last, place.start), from: "earlier" }, { text: by, from: "follow-up" });
    last = place.end;
  }
  const close =
    extra === "" || isChinese
      ? question.source.length
      : question.source.replace(/(?<![?？.。\s])[?？.。\s]+$/u, "").length;
  pieces.push({ text: question.source.slice(last, close), from: "earlier" });
  if (extra !== "" && !isChinese) pieces.push({ text: ` ${extra}?`, from: "follow-up" });
  return pieces;
}
