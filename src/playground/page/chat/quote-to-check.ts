import { allSections, type Article } from "../../../article/article.ts";
import { shownParts } from "../../../article/shown-parts.ts";
import { joinShown } from "../../../text/shown-part.ts";

/** So long a sentence can be read at a glance, in characters; ideographs say more. */
const lengths = { zh: { least: 10, most: 40 }, other: { least: 30, most: 110 } };
/** Of a long article only so many sentences are looked at. */
const mostSentences = 400;

/**
 * Makes a quote with a mistake out of an article: one of its sentences with one number changed, for readers to see that it is
 * found out.
 *
 * Gives nothing where no short sentence has a number.
 */
export function quoteToCheck(article: Article): string | undefined {
  const { least, most } = article.language === "zh" ? lengths.zh : lengths.other;
  for (const text of sentencesOf(article).take(mostSentences)) {
    const { length } = Array.from(text);
    const changed = length >= least && length <= most ? changeNumber(text) : undefined;
    if (changed !== undefined) return changed;
  }
  return undefined;
}

function* sentencesOf(article: Article): Generator<string> {
  for (const { paragraphs } of allSections(article.sections))
    for (const { kind, sentences } of paragraphs) {
      if (kind !== "prose") continue;
      for (const { span } of sentences) yield joinShown(shownParts(article, span)).replaceAll(/\s+/gu, " ").trim();
    }
}

/** Counts the first number one up; parts of times, decimals and names stay as they are. */
function changeNumber(text: string): string | undefined {
  const number = /(?<![\d.,:：/\p{Script=Latin}-])[1-9]\d{0,5}(?![\d:：/\p{Script=Latin}-]|[.,]\d)/u.exec(text);
  if (!number) return undefined;
  const end = number.index + number[0].length;
  return `${text.slice(0, number.index)}${Number(number[0]) + 1}${text.slice(end)}`;
}
