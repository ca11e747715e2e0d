import { overlaps, type Span } from "../text/span.ts";
import { asksElsewhere } from "./asks-elsewhere.ts";
import { exchange } from "./exchange.ts";
import { findPerson, findSubject } from "./find-subject.ts";
import { DEMONSTRATIVE, EXCHANGES, MORE, NAMED_WHOLE, NEXT, RELATIVE, SO_DONE } from "./follow-up-patterns.ts";
import { lacksSubject } from "./lacks-subject.ts";
import { findPronoun } from "./find-pronoun.ts";
import { findMentions, isNamed, type NamedParts } from "./mentions.ts";
import { putCondition } from "./put-condition.ts";
import type { Question } from "./question.ts";
import { contentRuns, type Piece, sourceSpan, writeResumed } from "./resumed-text.ts";
import { isStopWord } from "./stop-words.ts";

export interface FollowUpOptions {
  readonly analyse: (text: string) => Question;
  /** Whether folded text is the name of a person, a company, a product or a place; capitals tell without it. */
  readonly isName?: ((text: string) => boolean) | undefined;
}

export interface ResumedQuestion {
  /** The question with what it leaves out; the very question itself where it leaves nothing out. */
  readonly question: Question;
  /** Words taken over from earlier questions, as the asker wrote them, in reading order. */
  readonly added: readonly string[];
  /** It asks for more of the same: sentences already quoted are no answer. */
  readonly asksForMore: boolean;
}

/** Older questions have nothing to do with what is asked now. */
const MOST_EARLIER = 6;
/** A longer text is no elliptical question. */
const LONGEST = 120;

/**
 * Takes over from earlier questions what a follow-up leaves out.
 *
 *     谷歌的股价上涨了多少?   那Meta呢?      → Meta的股价上涨了多少?
 *     张老板投了多少钱?       为什么?        → 为什么 张老板投了?
 *     Who founded Cairn?      When was that?   → When founded Cairn?
 *
 * The earlier questions, oldest first, are resumed in turn, so that a follow-up may follow a follow-up. A question with
 * its own asking word, two content words or more and no pronoun takes nothing over. The kinds of ellipsis are those of
 * Carbonell, Discourse Pragmatics and Ellipsis Resolution in Task-Oriented Natural Language Interfaces (1983):
 * substitution, expansion and elaboration.
 */
export function resumeQuestion(
  question: Question,
  earlier: readonly Question[],
  options: FollowUpOptions,
): ResumedQuestion {
  // The clock and the weather have nothing to do with what is asked next.
  const [first, ...others] = earlier.filter((each) => !asksElsewhere(each)).slice(-MOST_EARLIER);
  const nothing = { question, added: [], asksForMore: false };
  if (!first) return nothing;
  const context = others.reduce((before, next) => resumeOnce(next, before, options).question, first);
  return resumeOnce(question, context, options);
}

function resumeOnce(question: Question, context: Question, options: FollowUpOptions): ResumedQuestion {
  const text = question.folded.text.trim();
  const asksForMore = MORE.test(text);
  const pieces =
    text.length > LONGEST || context.folded.text.length > LONGEST
      ? undefined
      : resumePieces(question, context, options);
  if (!pieces || pieces.every(({ from }) => from === "follow-up")) return { question, added: [], asksForMore };
  const { resumed, added } = writeResumed(pieces, options.analyse);
  return { question: resumed, added, asksForMore };
}

function resumePieces(question: Question, context: Question, options: FollowUpOptions): readonly Piece[] | undefined {
  const text = question.folded.text;
  const shown = text.trim();
  if (/^[\p{P}\p{S}\s]*$/u.test(shown) || NAMED_WHOLE.test(shown) || asksElsewhere(question, context)) return undefined;
  if (MORE.test(shown)) return [{ text: context.source, from: "earlier" }];
  if (NEXT.test(shown)) return [whole(question), ...unasked(context, "")];
  if (isBareAsking(question)) return [askingWords(question), ...unasked(context)];
  const asked = partsOf(question, options);
  const before = partsOf(context, options);
  const condition = namesSameSort(asked, before) ? undefined : putCondition(question, before);
  if (condition) return condition;
  if (SO_DONE.test(text)) return [...unasked(context, ","), withoutStart(question, SO_DONE)];
  const pronoun = findPronoun(asked, context);
  const exchanged = exchangedPart(asked);
  if (pronoun) return exchangeBehind(asked, { pronoun, exchanged }, before) ?? putPronoun(asked, pronoun, before);
  if (exchanged) return exchange(asked, exchanged, before);
  return lacksSubject(asked) ? addSubject(question, context, findSubject(before)) : undefined;
}

/** A period or a name stands for one of its sort, whatever leads to it: `and in the third quarter?` */
function namesSameSort(asked: NamedParts, before: NamedParts): boolean {
  return asked.mentions.some(({ sort }) => before.mentions.some((other) => other.sort === sort));
}

/** `她今年呢`: a period stands beside a pronoun, for whom the earlier question asks already. */
function exchangeBehind(
  asked: NamedParts,
  { pronoun, exchanged }: { readonly pronoun: Span; readonly exchanged: Span | undefined },
  before: NamedParts,
): readonly Piece[] | undefined {
  if (exchanged?.start !== pronoun.start || asked.mentions.some(isNamed) || !namesSameSort(asked, before))
    return undefined;
  return exchange(asked, { start: pronoun.end, end: exchanged.end }, before);
}

function withoutStart({ folded, source }: Question, start: RegExp): Piece {
  const length = start.exec(folded.text)?.[0].length ?? 0;
  return { text: source.slice(folded.starts[length] ?? 0), from: "follow-up" };
}

function putPronoun(asked: NamedParts, pronoun: Span, before: NamedParts): readonly Piece[] | undefined {
  const { question: context, mentions } = before;
  const text = asked.question.folded.text.slice(pronoun.start, pronoun.end);
  const wantsPerson = /[他她]|\b(?:he|she|him|his|hers?)\b/u.test(text);
  const isAnswer = wantsPerson && context.type === "who" && !ASKS_IDENTITY.test(context.folded.text);
  if (isAnswer && !mentions.some(({ sort }) => sort === "person"))
    return [whole(asked.question), { text: ",", from: "follow-up" }, ...unasked(context)];
  const subject = wantsPerson ? findPerson(before) : findSubject(before);
  const asksFor = wantsPerson ? undefined : askedNoun(before);
  const noun = asksFor && subject && overlaps(asksFor, subject) ? undefined : asksFor;
  return subject && putSubject(asked.question, pronoun, { context, subject, noun });
}

/** Whoever is asked for is named in the question. */
const ASKS_IDENTITY = /谁是|是(?:谁|哪位|什么人)|\bwho(?:['’]s| is| was| are| were)\b/u;

function partsOf(question: Question, { isName }: FollowUpOptions): NamedParts {
  const { folded, source } = question;
  return { question, mentions: findMentions(folded.text, { source, starts: folded.starts, isName }) };
}

function whole({ source }: Question): Piece {
  return {
    text: source
      .trim()
      .replace(/(?<![?？。\s])[?？。\s]+$/u, "")
      .replace(/^(?:那么?|and|but)[,，]?\s*(?=.)/iu, "")
      .replace(/呢$/u, ""),
    from: "follow-up",
  };
}

/** The words that ask, without a pronoun for what happened: `When was that?` */
function askingWords(question: Question): Piece {
  const { text, from } = whole(question);
  if (!question.asking || /\p{Script=Han}/u.test(text)) return { text, from };
  const { start, end } = sourceSpan(question, question.asking);
  return { text: question.source.slice(start, end).replace(/(?<![?\s])[?\s]+$/u, ""), from };
}

/** A question without the words that ask. */
function unasked(question: Question, close = "?"): Piece[] {
  const { source, asking } = question;
  const end = source.replace(/(?<![?？。\s])[?？。\s]+$/u, "").length;
  const keptWhole: Piece[] = [{ text: ` ${source.slice(0, end)}${close}`, from: "earlier" }];
  if (!asking || contentRuns(question).some((run) => run.start < asking.end && asking.start < run.end))
    return keptWhole;
  const span = sourceSpan(question, asking);
  const before = source.slice(0, span.start).replace(/[是在]$/u, "");
  const rest = source.slice(Math.min(span.end, end), end).replace(/(?<![了的呢])[了的呢]+$/u, "");
  const after = /\s$/u.test(before) ? rest.trimStart() : rest;
  return [
    { text: ` ${before.trimStart()}`, from: "earlier" },
    { text: `${before.trim() === "" ? after.trimStart() : after}${close}`, from: "earlier" },
  ];
}

/** What the asking word of an earlier question stands before: `哪家公司`, `什么协议`, `which company`. */
function askedNoun({ question }: NamedParts): Span | undefined {
  const { asking, folded, type } = question;
  if (!asking || type !== "what") return undefined;
  const noun = contentRuns(question).find(
    ({ start }) => start >= asking.end && folded.text.slice(asking.end, start).trim() === "",
  );
  return noun && folded.text.startsWith("happen", noun.start) ? undefined : noun;
}

function putSubject(
  question: Question,
  pronoun: Span,
  { context, subject, noun }: { readonly context: Question; readonly subject: Span; readonly noun: Span | undefined },
): Piece[] {
  const text = question.folded.text.slice(pronoun.start, pronoun.end);
  const place = sourceSpan(question, pronoun);
  const taken = [subject, ...(noun ? [noun] : [])].map((span) => sourceSpan(context, span));
  const words = taken.map(({ start, end }) => context.source.slice(start, end));
  const kept = question.source.slice(place.start, place.end).slice(DEMONSTRATIVE.exec(text)?.[0].length ?? text.length);
  const isPossessive =
    /^(?:its|his|hers?|their)$/u.test(text) && pronoun.end < question.folded.text.replace(/\W+$/u, "").length;
  return [
    { text: question.source.slice(0, place.start).replace(/^那么?[,，]?/u, ""), from: "follow-up" },
    { text: words.filter((word) => !kept.includes(word)).join(" "), from: "earlier" },
    {
      text: `${isPossessive ? "'s" : ""}${kept === "" ? "" : " "}${kept}${question.source.slice(place.end)}`,
      from: "follow-up",
    },
  ];
}

/** The part of `那X呢` that is exchanged; nothing where the question asks by itself. */
function exchangedPart({ question, mentions }: NamedParts): Span | undefined {
  const text = question.folded.text;
  for (const pattern of EXCHANGES) {
    const match = pattern.exec(text.trimEnd());
    const part = match?.[1];
    if (part === undefined || part === "") continue;
    const start = text.indexOf(part, match?.index);
    const span = { start, end: start + part.length };
    if (
      question.asking &&
      question.asking.start < span.end &&
      span.start < question.asking.end &&
      !/^(?:what|how) about/u.test(text)
    )
      continue;
    return wordsIn(question, span) > MOST_EXCHANGED ? undefined : span;
  }
  const isFragment = /[?]\s*$/u.test(text) && !question.asking && question.words.length <= MOST_FRAGMENT;
  const end = text.replace(/(?<![?\s])[?\s]+$/u, "").length;
  if (isFragment && (mentions.length > 0 || question.words.length > 0)) return { start: 0, end };
  return RELATIVE.test(text) ? { start: 0, end } : undefined;
}

/** Of an exchanged part; more words are a topic of their own. */
const MOST_EXCHANGED = 5;
/** Of a question without any word that asks: `Google?` */
const MOST_FRAGMENT = 3;

function wordsIn({ words }: Question, span: Span): number {
  return words.filter(({ at }) => at >= span.start && at < span.end).length;
}

/** `为什么?`, `when?`, `怎么做到的?`: nothing but the words that ask. */
function isBareAsking({ folded, asking, words, type }: Question): boolean {
  if (!asking || words.some(({ text }) => !EMPTY.test(text) && !isStopWord(text))) return false;
  const rest = folded.text.slice(0, asking.start) + folded.text.slice(asking.end);
  const leansOnEvent = type === "why" || type === "how" || (type === "when" && !/\bis it\b/u.test(folded.text));
  return (
    (leansOnEvent ? rest.replace(/\bit\b/u, "") : rest).replaceAll(
      /那么?|具体|到底|究竟|大概|大约|一共|总共|开始|为止|是|会|的|呢|了|又|这样|这么|做到?|发生|[这那]样?|[有要能花给和跟从到被由对向在说起办]|\b(?:and|but|so|ok|exactly|ever|often|is|was|are|that|this|did|happen(?:ed)?|not|so|much|many|then|does|do|else|says?|said|told|by|for|with|from|in|at|to|on|of|about|until|since|under|altogether|total)\b|[^\p{L}\p{N}]/gu,
      "",
    ) === ""
  );
}

const EMPTY =
  /^(?:具体|到底|究竟|大概|大约|一共|总共|开始|为止|做到|发生|happen|exactli|ever|often|els|sai|said|told|altogeth|total|ok|[有要能花给和跟从到被由对向在说起办会了]+)$/u;

/** Puts the subject, where it is a name, before a Chinese question and behind another. */
function addSubject(question: Question, context: Question, subject: Span | undefined): Piece[] | undefined {
  if (!subject) return undefined;
  const taken = sourceSpan(context, subject);
  const piece: Piece = { text: context.source.slice(taken.start, taken.end), from: "earlier" };
  const own = whole(question);
  if (own.text.toLowerCase().includes(piece.text.toLowerCase())) return undefined;
  const glue: Piece = { text: " ", from: "follow-up" };
  return /\p{Script=Han}/u.test(own.text)
    ? [piece, own, { text: "?", from: "follow-up" }]
    : [own, glue, piece, { text: "?", from: "follow-up" }];
}
