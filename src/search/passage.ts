import type { Article, Paragraph, Section, Sentence } from "../article/article.ts";

/** What the index holds: a paragraph, or a run of sentences of a long one. */
export interface Passage {
  readonly article: Article;
  /** From the outermost to the one that holds the paragraph. */
  readonly sections: readonly Section[];
  readonly paragraph: Paragraph;
  readonly sentences: readonly Sentence[];
  /** The index of the first of `sentences` within its paragraph. */
  readonly firstSentence: number;
}

/** A longer paragraph becomes several passages, in UTF-16 code units. */
const LONGEST_PASSAGE = 1200;

/** Lists the passages of an article in reading order; headings and what is left out are none. */
export function passagesOf(article: Article): Passage[] {
  return [...walkPassages(article)].flat();
}

/** Walks the same passages, those of a paragraph at a time. */
export function* walkPassages(article: Article): Generator<readonly Passage[]> {
  for (const sections of walkSections(article.sections, [])) {
    for (const paragraph of sections.at(-1)?.paragraphs ?? []) yield splitParagraph(article, sections, paragraph);
  }
}

function* walkSections(sections: readonly Section[], ancestors: readonly Section[]): Generator<readonly Section[]> {
  for (const section of sections) {
    const path = [...ancestors, section];
    yield path;
    yield* walkSections(section.sections, path);
  }
}

function splitParagraph(article: Article, sections: readonly Section[], paragraph: Paragraph): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  for (const [index, { span }] of paragraph.sentences.entries()) {
    const start = paragraph.sentences[from]?.span.start ?? span.start;
    const next = paragraph.sentences[index + 1];
    if (next && next.span.end - start <= LONGEST_PASSAGE) continue;
    const sentences = paragraph.sentences.slice(from, index + 1);
    passages.push({ article, sections, paragraph, sentences, firstSentence: from });
    from = index + 1;
  }
  return passages;
}
