import { allSections, type Article, headingText, type Section } from "../../src/article/article.ts";
import { resolveReference } from "../../src/article/resolve-reference.ts";
import type { AutocompleteInvocation } from "../../src/invocation.ts";
import type { Services, SuggestedQuestion } from "../../src/services.ts";
import { tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import type { ChoicesReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { loadTogether } from "../../src/text/not-loaded.ts";
import { inReadersScript } from "./in-readers-script.ts";

/** Discord's limits. */
const mostChoices = 25;
const longestChoice = 100;
/** Of a longer list only so many are looked through: there is an answer for every letter that somebody types. */
const mostLookedThrough = 600;
/** So many articles are opened for their headings. */
const mostOpened = 30;

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Offers what fits the option that is being typed in; what is typed comes first. */
export function complete(invocation: AutocompleteInvocation, services: Services): ChoicesReply {
  const { name, value } = invocation.focused;
  switch (name) {
    case "article":
      return choices(value, articleChoices(value, services.library), services.library);
    case "reference":
      return offerTyped(value, sectionChoices(invocation, services.library), services.library);
    default:
      return offerTyped(value, questionChoices(invocation, services), services.library);
  }
}

/** Suggested questions, or the headings that stand in for them. */
function suggestQuestions(
  { library, suggestQuestions: suggest }: Services,
  article?: string,
): readonly SuggestedQuestion[] {
  const suggested = suggest?.(library, article);
  if (suggested) return suggested;
  const only = article === undefined ? undefined : library.articles.get(article);
  const opened = only ? [only] : library.articles.values().take(mostOpened).toArray();
  const headings = loadTogether(opened.map((each) => () => headingsOf(each)));
  return headings.flat().slice(0, mostLookedThrough);
}

/** Suggested questions as a reader would ask them: those in the reader's language first, of articles in it before others. */
export function suggestForReader(services: Services, locale: Locale, article?: string): string[] {
  const { articles, analyse } = services.library;
  const language = locale === "en" ? "en" : "zh";
  const fits = (suggested: SuggestedQuestion): number => {
    const written = suggested.article === undefined ? undefined : articles.get(suggested.article)?.language;
    return (suggested.language === language ? 2 : 0) + (written === language ? 1 : 0);
  };
  return suggestQuestions(services, article)
    .toSorted((a, b) => fits(b) - fits(a))
    .map(({ question }) => inReadersScript(question, locale, analyse));
}

function headingsOf(article: Article): readonly SuggestedQuestion[] {
  const language = article.language === "en" ? "en" : "zh";
  const sections = allSections(article.sections).take(mostLookedThrough);
  return Array.from(sections, (section) => ({ question: headingText(article, section), language }) as const).filter(
    ({ question }) => question.trim() !== "",
  );
}

/** Of a longer list those come first that are named as somebody types. */
function articleChoices(typed: string, { articles }: Library): Choice[] {
  const sought = typed.trim().toLowerCase();
  const named = articles
    .values()
    .filter(({ title }) => title.toLowerCase().includes(sought))
    .take(articles.size > mostLookedThrough ? mostChoices : 0);
  const offered = [...new Set([...named, ...articles.values().take(mostLookedThrough)])];
  const counts = new Map<string, number>();
  for (const { title } of offered) counts.set(title, (counts.get(title) ?? 0) + 1);
  // The same titles are told apart by their ids.
  return offered.map(({ id, title }) => ({
    name:
      (counts.get(title) ?? 0) > 1
        ? `${tidyLine(title, 40)} · ${tidyLine(id, 50)}`
        : tidyLine(title, longestChoice) || id,
    value: id,
  }));
}

/** Of many sections the one that is named by its number comes before the first ones. */
function sectionChoices({ options, focused }: AutocompleteInvocation, library: Library): Choice[] {
  const [first] = library.articles.values();
  const article = library.articles.get(String(options["article"])) ?? first;
  if (!article) return [];
  const sections = [...allSections(article.sections).take(mostLookedThrough)];
  const named = sections.length < mostLookedThrough ? undefined : numberedSection(article, focused.value);
  return [...(named ? [named] : []), ...sections].map((section) => {
    const value = `§${section.number.join(".")}`;
    return { name: tidyLine(`${value} ${headingText(article, section)}`, longestChoice), value };
  });
}

function numberedSection(article: Article, typed: string): Section | undefined {
  const [, number] = /^(?:\s*§)?\s*(\d{1,6}(?:\.\d{1,6}){0,5})\s*$/u.exec(typed) ?? [];
  if (number === undefined) return undefined;
  const found = resolveReference(article, { section: number.split(".").map(Number), parts: [] });
  return found.kind === "found" ? found.section : undefined;
}

function questionChoices({ options, locale }: AutocompleteInvocation, services: Services): Choice[] {
  const id = options["article"];
  const article = typeof id === "string" && services.library.articles.has(id) ? id : undefined;
  const headings = suggestForReader({ ...services, suggestQuestions: undefined }, locale, article);
  return [...suggestForReader(services, locale, article), ...headings].flatMap((question) => {
    const value = tidyLine(question, longestChoice);
    return value === "" ? [] : [{ name: value, value }];
  });
}

/** A value may not be longer than what is typed may be: a cut question would be another one. */
function offerTyped(typed: string, all: readonly Choice[], library: Library): ChoicesReply {
  const own = tidyLine(typed, typed.length + 1);
  if (own.length > longestChoice) return { kind: "choices", choices: [] };
  const { choices: offered } = choices(typed, all, library);
  const first = own === "" ? [] : [{ name: own, value: own }];
  const others = offered.filter(({ value }) => value !== own);
  return { kind: "choices", choices: [...first, ...others].slice(0, mostChoices) };
}

/** Those that hold the typed text, then those that share words with it, in their own order. */
function choices(typed: string, all: readonly Choice[], { analyse }: Library): ChoicesReply {
  const unique = [...new Map(all.map((choice) => [choice.value, choice])).values()];
  const { folded, terms } = analyse(tidyLine(typed, longestChoice));
  const wanted = new Set(terms.filter(({ kind }) => kind !== "character").map(({ text }) => text));
  const sought = folded.text.trim();
  if (sought === "") return { kind: "choices", choices: unique.slice(0, mostChoices) };
  const scored = unique.map((choice) => {
    const { folded: name, terms: own } = analyse(choice.name);
    const shared = new Set(own.map(({ text }) => text).filter((text) => wanted.has(text))).size;
    return { choice, score: name.text.includes(sought) ? Number.MAX_SAFE_INTEGER : shared };
  });
  const fitting = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return { kind: "choices", choices: fitting.slice(0, mostChoices).map(({ choice }) => choice) };
}
