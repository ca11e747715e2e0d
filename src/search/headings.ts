import { allSections, type Article, headingText, type Section } from "../article/article.ts";
import { readLabel } from "../article/own-number.ts";
import type { Analyse } from "../text/terms.ts";

/** A section's heading as it is compared with questions. */
export interface Heading {
  readonly section: Section;
  /** Folded, with the number that it bears. */
  readonly folded: string;
  /** Folded, without that number. */
  readonly title: string;
  /** Words and pairs of the title. */
  readonly words: ReadonlySet<string>;
  /** The stems of its words in Latin letters, in their order. */
  readonly stems: readonly string[];
}

/** Lists the headings of articles; each article's once. */
export function createHeadings(analyse: Analyse): (article: Article) => readonly Heading[] {
  const known = new Map<Article, readonly Heading[]>();
  return (article) => {
    const headings = known.get(article) ?? listHeadings(article, analyse);
    known.set(article, headings);
    return headings;
  };
}

function listHeadings(article: Article, analyse: Analyse): Heading[] {
  return [...allSections(article.sections)].flatMap((section) => {
    const heading = headingText(article, section);
    if (heading === "") return [];
    const folded = analyse(heading).folded.text;
    const title = readLabel(folded, true)?.rest ?? folded;
    const terms = analyse(title).terms.filter(({ kind }) => kind !== "character");
    const stems = terms.filter(({ kind, text }) => kind === "word" && !/\p{Script=Han}/u.test(text));
    return [
      {
        section,
        folded,
        title,
        words: new Set(terms.map(({ text }) => text)),
        stems: stems.map(({ text }) => text),
      },
    ];
  });
}
