import type { Article, Section } from "./article.ts";

/** Takes the first sections of a long article, of so many characters about: to look into it without reading all of it. */
export function excerptOf(article: Article, mostCharacters: number): Article {
  if (article.text.length <= mostCharacters) return article;
  return { ...article, sections: firstOf(article.sections, mostCharacters) };
}

function firstOf(sections: readonly Section[], mostCharacters: number): readonly Section[] {
  const kept: Section[] = [];
  let left = mostCharacters;
  for (const section of sections) {
    if (left <= 0) break;
    const length = section.span.end - section.span.start;
    kept.push(length <= left ? section : cutSection(section, left));
    left -= length;
  }
  return kept;
}

function cutSection(section: Section, mostCharacters: number): Section {
  const end = section.span.start + mostCharacters;
  const paragraphs = section.paragraphs.filter(({ span }) => span.end <= end);
  const first = paragraphs.length > 0 ? paragraphs : section.paragraphs.slice(0, 1);
  const behind = first.at(-1)?.span.end ?? section.heading?.end ?? section.span.start;
  const sections = first.length === section.paragraphs.length ? firstOf(section.sections, end - behind) : [];
  return {
    ...section,
    paragraphs: first,
    sections,
    span: { ...section.span, end: sections.at(-1)?.span.end ?? behind },
  };
}
