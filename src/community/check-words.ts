import { overlaps } from "../text/span.ts";
import { type Answer, listedQuotes } from "../answer/answer.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import { isEmptyWord } from "../answer/stop-words.ts";
import type { SynonymRule } from "../languages/synonyms.ts";
import { addRules, type Library } from "../search/library.ts";
import { type Steps, whenThere } from "../text/steps.ts";
import type { GuildState } from "./guild-state.ts";
import type { TaughtRecord } from "./records.ts";

/** Where a question leads: an article's id with a reference. */
export interface Led {
  readonly article: string;
  readonly reference: string;
}

/** A taught question that would lead elsewhere. */
export interface LedElsewhere {
  readonly question: string;
  readonly before: Led | undefined;
  readonly after: Led | undefined;
  /** Whether it would come to the place that was taught, or away from it. */
  readonly taught: "gained" | "lost" | "neither";
}

/** An open gap that would come nearer to an answer. */
export interface GapNearer {
  readonly question: string;
  readonly after: Led;
}

export interface WordsCheck {
  readonly changed: readonly LedElsewhere[];
  /** Open gaps are questions that the articles do not answer: whoever adds words looks whether they should. */
  readonly nearer: readonly GapNearer[];
  /** How many were asked, of those that the words touch. */
  readonly asked: number;
  readonly touched: number;
}

/** So many taught questions are asked, some milliseconds each. */
const mostAsked = 300;

/**
 * Finds what words of a server's own would change among its taught questions, were these not taught, and its open gaps; a step a
 * question.
 */
export function* checkWords(
  { taught, gap }: Pick<GuildState, "taught" | "gap">,
  rule: SynonymRule,
  library: Library,
): Steps<WordsCheck> {
  const touched = yield* findTouched(taught.values(), rule, library);
  const more = addRules(library, [rule]);
  const changed: LedElsewhere[] = [];
  for (const record of touched.slice(0, mostAsked)) {
    const before = yield* whenThere(() => lead(record, library));
    const after = yield* whenThere(() => lead(record, more));
    if (nameOf(before) !== nameOf(after)) {
      const { isTaught: was = false } = before ?? {};
      const { isTaught: is = false } = after ?? {};
      changed.push({
        question: record.question,
        before: before?.led,
        after: after?.led,
        taught: was === is ? "neither" : is ? "gained" : "lost",
      });
    }
    yield;
  }
  const open = gap.values().filter(({ state }) => state === "open");
  const gaps = (yield* findTouched(open, rule, library)).slice(0, mostAsked);
  const nearer: GapNearer[] = [];
  for (const { question } of gaps) {
    const before = yield* whenThere(() => answerOnce(question, library));
    const after = yield* whenThere(() => answerOnce(question, more));
    const [led] = after.kind === "declined" ? [] : after.quotes;
    if (led && nearness.indexOf(after.kind) > nearness.indexOf(before.kind)) nearer.push({ question, after: led });
    yield;
  }
  return { changed, nearer, asked: Math.min(touched.length, mostAsked), touched: touched.length };
}

/** Finds the questions that have one of the words that are asked with. */
function* findTouched<Asked extends { readonly question: string }>(
  records: Iterable<Asked>,
  { asked }: SynonymRule,
  library: Library,
): Steps<readonly Asked[]> {
  const own = asked.map((word) => termsOf(word, library));
  const touched: Asked[] = [];
  for (const record of records) {
    const terms = termsOf(record.question, library);
    if (own.some((word) => word.size > 0 && word.isSubsetOf(terms))) touched.push(record);
    yield;
  }
  return touched;
}

const nearness: readonly Answer["kind"][] = ["declined", "unsure", "quotes"];

function answerOnce(question: string, library: Library): Answer {
  return answerQuestion(library, question, { limit: 1 });
}

function termsOf(text: string, { analyse }: Library): ReadonlySet<string> {
  return new Set(analyse(text).terms.map((term) => term.text));
}

interface Place {
  readonly led: Led;
  readonly isTaught: boolean;
}

function lead({ question, article, version, span }: TaughtRecord, library: Library): Place | undefined {
  const answer = answerOnce(question, library);
  const [first] = answer.kind === "declined" ? [] : listedQuotes(answer);
  if (!first) return undefined;
  const isSameText = first.article === article && library.articles.get(article)?.version === version;
  const isTaught = isSameText && overlaps(first.span, span);
  return { led: { article: first.article, reference: first.reference }, isTaught };
}

function nameOf(place: Place | undefined): string {
  return place ? `${place.led.article} ${place.led.reference}` : "";
}

/** Finds those words that stand in no article of a library, as far as its index tells. */
export function wordsNowhere(words: readonly string[], library: Library): string[] {
  if (library.articles.size === 0) return [];
  const index = library.index();
  return words.filter((word) => {
    const { terms } = library.analyse(word);
    const whole = terms.filter(({ kind }) => kind !== "character");
    const sought = whole.length > 0 ? whole : terms;
    return !sought.every(({ text }) => index.documentFrequency(text) > 0);
  });
}

/** Finds those words that are looked for in no question: what every question has, and mere marks. */
export function wordsNeverSought(words: readonly string[], { analyse }: Pick<Library, "analyse">): string[] {
  return words.filter((word) => {
    const { terms } = analyse(word);
    const whole = terms.filter(({ kind }) => kind === "word");
    return (whole.length > 0 ? whole : terms).every(({ text }) => isEmptyWord(text));
  });
}
