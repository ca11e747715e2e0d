import { allSections, type Article, headingText, type Section } from "../article/article.ts";
import { readLabel } from "../article/own-number.ts";
import { rememberOpened } from "../article/remember-opened.ts";
import { isStopWord } from "../languages/stop-words.ts";
import type { Analyse } from "../text/terms.ts";

/** A section's heading as it is compared with questions. */
export interface Heading {
  readonly section: Section;
  /** Folded, with the number that it bears. */
  readonly folded: string;
  /** Its letters and figures alone, as `barePhrase` gives them. */
  readonly bare: string;
  /** What it is about, without its number. */
  readonly key: PhraseKey;
  /** Words and pairs without its number. */
  readonly words: ReadonlySet<string>;
}

/** Lists the headings of articles; each article's once while it is open. */
export function createHeadings(analyse: Analyse): (article: Article) => readonly Heading[] {
  return rememberOpened((article) => listHeadings(article, analyse));
}

function listHeadings(article: Article, analyse: Analyse): Heading[] {
  return [...allSections(article.sections)].flatMap((section) => {
    const heading = headingText(article, section);
    if (heading === "") return [];
    const folded = analyse(heading).folded.text;
    const title = readLabel(folded, true)?.rest ?? folded;
    const terms = analyse(title).terms.filter(({ kind }) => kind !== "character");
    const words = new Set(terms.map(({ text }) => text));
    return [
      { section, folded, bare: barePhrase(folded), key: { han: hanOf(title), stems: stemsOf(title, analyse) }, words },
    ];
  });
}

/** The letters and figures of folded text. */
export function barePhrase(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** What a phrase says, so that all ways to write it are one: its bare ideographs, and the stems of its other words. */
export interface PhraseKey {
  readonly han: string;
  readonly stems: string;
}

export function hanOf(phrase: string): string {
  return HAN.test(phrase) ? phrase.replaceAll(/[^\p{Script=Han}]|的/gu, "") : "";
}

export function stemsOf(phrase: string, analyse: Analyse): string {
  const stems = analyse(phrase).latinTerms.filter(({ kind, text }) => kind === "word" && !isStopWord(text));
  return stems.map(({ text }) => text).join(" ");
}

const HAN = /\p{Script=Han}/u;
