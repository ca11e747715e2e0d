import { allSections, type Article, headingText, type Section } from "../article/article.ts";
import { shownParts } from "../article/shown-parts.ts";
import type { Library } from "../search/library.ts";
import { joinShown } from "../text/shown-part.ts";
import { contains, type Span } from "../text/span.ts";
import { finishSteps, type Steps, whenThere } from "../text/steps.ts";
import type { Answer } from "./answer.ts";
import type { DraftQuestion } from "./draft-question.ts";
import { draftHeadingQuestions, draftNameQuestions, draftQuestions } from "./question-templates.ts";

export interface SuggestedQuestion {
  readonly question: string;
  readonly language: "zh" | "en";
  /** The article it was made from. */
  readonly article: string;
  /** Of the sentence that answers it, such as `§2 ¶1:3`. */
  readonly reference: string;
}

export interface SuggestOptions {
  /** Only this article; otherwise all, in their order. */
  readonly article?: string | undefined;
  /** Answers a question: only what is answered by its own sentence is suggested. */
  readonly answer: (question: string, article: string) => Answer;
}

/** Of each language, for one article. */
const MOST = 10;
/** Questions of one template sound alike, and some are worth less than others. */
const MOST_OF_TEMPLATE = 4;
const MOST_OF: Readonly<Record<string, number>> = { figure: 1, name: 3, section: 2 };
/** What nobody would ask in these words comes behind what somebody might. */
const PLAIN: ReadonlySet<string> = new Set(["name", "heading", "section", "figure"]);
/** Drafts that are tried for each language before it is left at what was found. */
const MOST_TRIES = 24;
const MOST_LIKELY_TRIES = 16;
/** Of a long article only so many headings and sentences are read, each no longer than any message. */
const MOST_HEADINGS = 600;
const MOST_SENTENCES = 600;
const LONGEST = 2000;

/**
 * Suggests questions that an article answers, made from its statements, headings, names and dates; always the same
 * ones for the same article, each answered first by the sentence or the section it was made from.
 *
 * @throws RangeError when there is no such article.
 */
export function suggestQuestions(library: Library, options: SuggestOptions): readonly SuggestedQuestion[] {
  return finishSteps(suggestInSteps(library, options));
}

/** Suggests the same questions step by step, for whoever has something else to do in between. */
export function* suggestInSteps(
  library: Library,
  { article, answer }: SuggestOptions,
): Steps<readonly SuggestedQuestion[]> {
  const chosen = article === undefined ? [...library.articles.values()] : [library.articles.get(article)];
  const suggested: SuggestedQuestion[] = [];
  for (const each of chosen) {
    if (!each) throw new RangeError(`there is no article "${article ?? ""}"`);
    const drafts = yield* draftAll(each);
    for (const language of each.language === "en" ? ["en", "zh"] : ["zh", "en"]) {
      const own = drafts.filter((draft) => draft.language === language);
      const questions = yield* choose(own, (question) => answer(question, each.id));
      suggested.push(...questions.map((question) => ({ ...question, article: each.id })));
    }
  }
  return suggested;
}

/** A draft with the stretch of the article that must answer it. */
interface PlacedDraft extends DraftQuestion {
  readonly span: Span;
}

function* draftAll(article: Article): Steps<PlacedDraft[]> {
  const script = isTraditional(article.text) ? "traditional" : "simplified";
  const drafts: PlacedDraft[] = [];
  for (const section of allSections(article.sections).take(MOST_HEADINGS)) {
    const span = ownSpan(section);
    if (!span) continue;
    yield;
    for (const heading of draftHeadingQuestions(headingText(article, section), { script })) {
      if (headingText(article, section) !== article.title) drafts.push({ ...heading, span });
    }
  }
  const read: ShownSentence[] = [];
  for (const span of proseOf(article).take(MOST_SENTENCES)) {
    yield;
    const text = joinShown(shownParts(article, span)).replaceAll(/(?<!\s)\s*\n\s*/gu, " ");
    read.push({ span, text });
    for (const draft of draftQuestions(text, { script })) drafts.push({ ...draft, span });
  }
  for (const { name, span } of rareNames(read)) {
    for (const language of ["zh", "en"] as const)
      for (const draft of draftNameQuestions(name, { language, script })) drafts.push({ ...draft, span });
  }
  return unambiguous(drafts);
}

interface ShownSentence {
  readonly span: Span;
  readonly text: string;
}

function* proseOf({ sections }: Article): Generator<Span> {
  for (const section of allSections(sections)) {
    if (!ownSpan(section)) continue;
    for (const { kind, sentences } of section.paragraphs) {
      if (kind === "code" || kind === "table") continue;
      for (const { span } of sentences) if (span.end - span.start <= LONGEST) yield span;
    }
  }
}

/** A question that two sentences made has no sentence of its own: `What happened in 2024?` */
function unambiguous(drafts: readonly PlacedDraft[]): PlacedDraft[] {
  const groups = Map.groupBy(drafts, ({ question }) => question.toLowerCase());
  return drafts.filter(({ question }) => groups.get(question.toLowerCase())?.length === 1);
}

/** Paragraphs of a section itself. */
function ownSpan({ paragraphs }: Section): Span | undefined {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  return first && last && { start: first.span.start, end: last.span.end };
}

function isTraditional(text: string): boolean {
  const count = (characters: RegExp): number => [...text.slice(0, 5000).matchAll(characters)].length;
  return count(/[為們來說時國這個將與於開應]/gu) > count(/[为们来说时国这个将与于开应]/gu);
}

/** Names in Latin letters that a single sentence has: what is said of them is said there. */
function rareNames(sentences: readonly ShownSentence[]): { readonly name: string; readonly span: Span }[] {
  const places = new Map<string, Set<Span>>();
  for (const { span, text } of sentences) {
    for (const [index, match] of [...text.matchAll(NAME)].entries()) {
      const isChinese = /\p{Script=Han}/u.test(text);
      if (!isChinese && ((index === 0 && match.index === 0) || !match[0].includes(" "))) continue;
      places.set(match[0], (places.get(match[0]) ?? new Set()).add(span));
    }
  }
  return [...places].flatMap(([name, spans]) => {
    const [span] = spans;
    return span && spans.size === 1 && name.length >= 3 ? [{ name, span }] : [];
  });
}

/** Beside ideographs any word with a capital; among English ones two of them. */
const NAME =
  /(?<![A-Za-z*_[(./@-])(?:[A-Z][A-Za-z]+(?: [A-Z][a-z]+){1,4}|[A-Z][A-Za-z]{2,}(?=[\p{Script=Han},，、。;；:：]|\s[\p{Script=Han}])|(?<=\p{Script=Han}\s?)[A-Z][A-Za-z]{2,})(?![A-Za-z*_\])@])/gu;

function* choose(
  drafts: readonly PlacedDraft[],
  answer: (question: string) => Answer,
): Steps<Omit<SuggestedQuestion, "article">[]> {
  const chosen: { readonly draft: PlacedDraft; readonly reference: string }[] = [];
  const [plain, likely] = [drafts.filter(isPlain), drafts.filter((draft) => !isPlain(draft))];
  const tried = [...inTurn(likely).slice(0, MOST_LIKELY_TRIES), ...inTurn(plain)].slice(0, MOST_TRIES);
  for (const draft of tried) {
    if (chosen.length === MOST) break;
    if (
      chosen.some((other) => isAlike(other.draft, draft)) ||
      chosen.filter((other) => other.draft.template === draft.template).length >=
        (MOST_OF[draft.template] ?? MOST_OF_TEMPLATE)
    )
      continue;
    yield;
    const answered = yield* whenThere(() => answer(draft.question));
    const first = answered.kind === "quotes" ? answered.quotes[0] : undefined;
    if (first && contains(draft.span, first.span)) chosen.push({ draft, reference: first.reference });
  }
  return chosen
    .toSorted((a, b) => Number(isPlain(a.draft)) - Number(isPlain(b.draft)) || a.draft.span.start - b.draft.span.start)
    .map(({ draft: { question, language }, reference }) => ({ question, language, reference }));
}

function isPlain({ template }: DraftQuestion): boolean {
  return PLAIN.has(template);
}

/** One draft of each template after another, so that no template fills the list. */
function inTurn(drafts: readonly PlacedDraft[]): PlacedDraft[] {
  const queues = [...Map.groupBy(drafts, ({ template }) => template).values()];
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}

/** Questions for one and the same stretch. */
function isAlike(one: PlacedDraft, other: PlacedDraft): boolean {
  return one.span.start === other.span.start && one.span.end === other.span.end;
}
