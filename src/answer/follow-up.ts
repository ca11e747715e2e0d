import type { Span } from "../text/span.ts";
import { exchange, withoutVerb } from "./exchange.ts";
import { findMentions, type NamedParts } from "./mentions.ts";
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
  const [first, ...others] = earlier.slice(-MOST_EARLIER);
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

/** More of the same. */
const MORE =
  /^(?:那么?)?(?:还有(?:吗|呢|什么|别的)?(?:吗|呢)?|还有没有|具体(?:一点|点|来说|说说)?呢?|(?:请)?(?:再)?(?:详细|具体)(?:说说|讲讲|一点|点)|继续|再说说|再来一(?:句|条|个)|more|more please|(?:what|anything|something) else|go on|continue|tell me more|(?:in )?more detail|details?|and more)[?!.。 ]*$/u;
/** What happened next. */
const NEXT =
  /^(?:那么?)?(?:后来|然后|接着|接下来|之后|结果|最后)(?:呢|怎么样|怎样|发生了什么|如何)?(?:了)?[?。 ]*$|^(?:and )?(?:then|next|later|afterwards?|after that|what (?:happened|came) (?:next|then|later|after(?: that)?|afterwards))[?. ]*$/u;
/** `那X呢`, `and X?`, `what about X?`; the group is X. */
const EXCHANGES: readonly RegExp[] = [
  /^(?:那么?|而|换成|换作|如果是|要是|至于)*,?\s*(.{1,40}?)(?:又)?(?:呢|又如何|又怎么样|又怎样|的话)[?。 ]*$/u,
  /^(?:and|but|or|so)?,?\s*(?:what about|how about|what if it is|same for|and)\s+(.{1,60}?)[?. ]*$/u,
  /^(?:and|or|but)\s+(.{1,60}?)[?. ]*$/u,
];
/** Pronouns; a group holds what stands before one that must be kept. */
const PRONOUNS: readonly RegExp[] = [
  /(?:他们|她们|它们|他|她|它)(?:自己)?/u,
  /(?<![尤与极莫])其(?![中他实次余间它])/u,
  /(?:这|那|该|此)(?:一)?(?:个|家|位|款|项|名|座|种|笔|件|部)?(?:人|公司|企业|事情?|东西|模型|产品|协议|交易|服务|功能|项目|活动|政策|工具|系统|机构|组织|城市|地方)/u,
  /(?:这|那)(?=是|有|为|说|做|会|能|要|多|怎|什|叫|指|对|算|又|$)/u,
  /\b(?:he|she|they|him|them|his|hers?|their|theirs|its)\b/u,
  /\bit(?!['’]?s? (?:true|possible|necessary|allowed|likely|safe|ok|legal) (?:that|to|for))\b/u,
  /\b(?:that|this|these|those) (?:company|firm|person|man|woman|model|product|deal|agreement|service|tool|place|project|plan|city|organi[sz]ation|team|one|thing)\b/u,
  /\b(?:that|this|these|those)(?= ?[?.!]*$)|\b(?:is|was|does|did|would|will|can|could|are|were|do) (?:that|this|these|those)(?= (?!(?:the|a|an|\p{Lu})\b)[a-z]+ ?[?.]*$)/u,
];

function resumePieces(question: Question, context: Question, options: FollowUpOptions): readonly Piece[] | undefined {
  const text = question.folded.text;
  const shown = text.trim();
  if (/^[\p{P}\p{S}\s]*$/u.test(shown) || NAMED_WHOLE.test(shown)) return undefined;
  if (MORE.test(shown)) return [{ text: context.source, from: "earlier" }];
  if (NEXT.test(shown)) return [whole(question), ...unasked(context, "")];
  if (isBareAsking(question)) return [askingWords(question), ...unasked(context)];
  const asked = partsOf(question, options);
  const before = partsOf(context, options);
  const pronoun = findPronoun(asked);
  const wantsPerson =
    pronoun !== undefined && /[他她]|\b(?:he|she|him|his|hers?)\b/u.test(text.slice(pronoun.start, pronoun.end));
  const subject = subjectOf(before, wantsPerson);
  if (pronoun)
    return (
      subject && putSubject(question, pronoun, { context, subject, noun: wantsPerson ? undefined : askedNoun(before) })
    );
  const exchanged = exchangedPart(asked);
  if (exchanged) return exchange(asked, exchanged, before);
  return lacksSubject(asked) ? addSubject(question, context, subject) : undefined;
}

/** Questions for the whole article or a section lean on nothing. */
const NAMED_WHOLE =
  /总结|概括|概述|摘要|大意|(?:本文|文章|全文|这篇).{0,6}(?:讲|说|写|谈|介绍|关于)|\b(?:summar\w+|overview|tl;?dr|gist|(?:this|the) (?:article|text|document|handbook))\b/u;

function partsOf(question: Question, { isName }: FollowUpOptions): NamedParts {
  const { folded, source } = question;
  return { question, mentions: findMentions(folded.text, { source, starts: folded.starts, isName }) };
}

function whole({ source }: Question): Piece {
  return {
    text: source
      .trim()
      .replace(/[?？。\s]+$/u, "")
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
  return { text: question.source.slice(start, end).replace(/[?\s]+$/u, ""), from };
}

/** A question without the words that ask. */
function unasked(question: Question, close = "?"): Piece[] {
  const { source, asking } = question;
  const end = source.replace(/[?？。\s]+$/u, "").length;
  const keptWhole: Piece[] = [{ text: ` ${source.slice(0, end)}${close}`, from: "earlier" }];
  if (!asking || contentRuns(question).some((run) => run.start < asking.end && asking.start < run.end))
    return keptWhole;
  const span = sourceSpan(question, asking);
  const before = source.slice(0, span.start).replace(/[是在]$/u, "");
  const after = source.slice(Math.min(span.end, end), end).replace(/[了的呢]+$/u, "");
  return [
    { text: ` ${before.trimStart()}`, from: "earlier" },
    { text: `${before.trim() === "" ? after.trimStart() : after}${close}`, from: "earlier" },
  ];
}

/** The first pronoun that nothing earlier in the same question explains. */
function findPronoun({ question, mentions }: NamedParts): Span | undefined {
  const text = question.folded.text;
  const found = PRONOUNS.flatMap((pattern) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const kept = /^(?:is|was|does|did|would|will|can|could|are|were|do) /u.exec(match[0])?.[0].length ?? 0;
    return [{ start: match.index + kept, end: match.index + match[0].length }];
  }).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const [first] = found;
  const explained = mentions.some(
    ({ sort, end }) => first && (sort === "name" || sort === "person") && end <= first.start,
  );
  return explained ? undefined : first;
}

/** What an earlier question is about: the first name, a person's for `he` and `她`; otherwise its first noun. */
function subjectOf({ question, mentions }: NamedParts, wantsPerson = false): Span | undefined {
  const named = mentions.filter(({ sort }) => sort === "name" || sort === "person");
  const person = wantsPerson ? named.find(({ sort }) => sort === "person") : undefined;
  const [first] = named;
  if (person || first) return person ?? first;
  const runs = contentRuns(question).filter(
    (run) => !mentions.some(({ start, end }) => start < run.end && run.start < end),
  );
  const noun = /^\W*who (?!is|are|was|were)/u.test(question.folded.text) ? runs.at(-1) : runs[0];
  return noun && withoutVerb(question, noun);
}

/** What the asking word of an earlier question stands before: `哪家公司`, `什么协议`, `which company`. */
function askedNoun({ question }: NamedParts): Span | undefined {
  const { asking, folded, type } = question;
  if (!asking || type !== "what") return undefined;
  return contentRuns(question).find(
    ({ start }) => start >= asking.end && folded.text.slice(asking.end, start).trim() === "",
  );
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

/** What points at a noun that stays: `那家`公司, `that `company. */
const DEMONSTRATIVE =
  /^(?:这|那|该|此)(?:一)?(?:个|家|位|款|项|名|座|种|笔|件|部)?(?=\p{Script=Han})|^(?:that|this|these|those) (?=[a-z])/u;

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
  const end = text.replace(/[?\s]+$/u, "").length;
  if (isFragment && (mentions.length > 0 || question.words.length > 0)) return { start: 0, end };
  return RELATIVE.test(text) ? { start: 0, end } : undefined;
}

/** Of an exchanged part; more words are a topic of their own. */
const MOST_EXCHANGED = 5;
/** Of a question without any word that asks: `Google?` */
const MOST_FRAGMENT = 3;
const RELATIVE =
  /^(?:in )?(?:the )?(?:(?:year|quarter|month) (?:before|after|earlier|later)|(?:previous|next|following|prior|preceding) (?:year|quarter|month|section|part))\W*$|^(?:那)?(?:前一|后一|上一|下一|上|下|次)个?(?:年|季度?|月|部分|节|章)[?]?$/u;

function wordsIn({ words }: Question, span: Span): number {
  return words.filter(({ at }) => at >= span.start && at < span.end).length;
}

/** `为什么?`, `when?`, `怎么做到的?`: nothing but the words that ask. */
function isBareAsking({ folded, asking, words, type }: Question): boolean {
  if (!asking || words.some(({ text }) => !EMPTY.test(text) && !isStopWord(text))) return false;
  const rest = folded.text.slice(0, asking.start) + folded.text.slice(asking.end);
  const leansOnEvent = type === "when" || type === "why" || type === "how";
  return (
    (leansOnEvent ? rest.replace(/\bit\b/u, "") : rest).replaceAll(
      /那么?|具体|到底|究竟|是|会|的|呢|了|又|这样|这么|做到?|发生|[这那]样?|\b(?:and|but|so|exactly|is|was|that|this|did|happen(?:ed)?|not|so|by|much|many|then|does|do)\b|[^\p{L}\p{N}]/gu,
      "",
    ) === ""
  );
}

const EMPTY = /^(?:具体|到底|究竟|做到|发生|happen|exactli)$/u;

/** It asks, but with less than two content words and none that is a name: `收入是多少?`, `说了什么?` */
function lacksSubject({ question, mentions }: NamedParts): boolean {
  if (
    !question.asking ||
    question.words.length >= 2 ||
    mentions.some(({ sort }) => sort === "name" || sort === "person" || sort === "section")
  )
    return false;
  const isWhole =
    question.type === "definition" ||
    question.type === "summary" ||
    /谁是|是谁|\bwho(?:['’]s| is| was)\b/u.test(question.folded.text);
  return !(question.words.length === 1 && isWhole);
}

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
