import { allSections, type Article, headingText, type Section } from "../article/article.ts";
import { rememberOpened } from "../article/remember-opened.ts";
import type { Analyse } from "../text/terms.ts";
import { columns } from "../text/width.ts";

/** The words of a section's heading. */
export interface WordedHeading {
  readonly section: Section;
  readonly words: ReadonlySet<string>;
  /** Those of each half that it may be called by; none where it has none. */
  readonly parts: readonly ReadonlySet<string>[];
}

/** The words of all headings of an article. */
export interface HeadingWords {
  /** In reading order. */
  readonly headings: readonly WordedHeading[];
  /** In how many headings a word stands. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Lists the words of headings; of each article once while it is open. */
export function createHeadingWords(analyse: Analyse): (article: Article) => HeadingWords {
  return rememberOpened((article) => listWords(article, analyse));
}

function listWords(article: Article, analyse: Analyse): HeadingWords {
  const wordsOf = (text: string): Set<string> =>
    new Set(analyse(text).terms.flatMap(({ kind, text: word }) => (kind === "word" ? [word] : [])));
  const headings = [...allSections(article.sections)].map((section) => {
    const heading = headingText(article, section);
    return { section, words: wordsOf(heading), parts: partsOf(heading).map(wordsOf) };
  });
  const counts = new Map<string, number>();
  for (const { words } of headings) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { headings, counts };
}

/** A shorter half of a heading names nothing by itself. */
const LEAST_COLUMNS = 8;

/** A long heading is called by one half of it: `破局之路:Meta能否走出…的怪圈`. */
function partsOf(heading: string): string[] {
  const parts = heading.split(/[:：—–]+|\s-\s/u).map((part) => part.trim());
  return parts.length > 1 ? parts.filter((part) => columns(part) >= LEAST_COLUMNS) : [];
}
