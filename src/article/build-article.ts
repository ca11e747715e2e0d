import type { SentenceRules } from "../text/sentence-rules.ts";
import type { Span } from "../text/span.ts";
import type { Article, LeftOut, Original, Paragraph, Section } from "./article.ts";
import type { Block, ParsedSource } from "./formats/format.ts";
import { paragraphSentences } from "./paragraph-sentences.ts";

export interface ArticleFacts {
  readonly id: string;
  /** Overrules the title found in the text. */
  readonly title?: string | undefined;
  readonly language: string;
  readonly source: Article["source"];
  readonly date?: string | undefined;
  readonly attribution?: string | undefined;
  readonly version: string;
  readonly text: string;
  readonly original?: Original;
}

interface OpenSection {
  readonly depth: number;
  readonly heading?: Span;
  readonly paragraphs: Paragraph[];
  readonly sections: OpenSection[];
}

/** Builds the tree of sections, paragraphs and sentences from a format's blocks. */
export function buildArticle(facts: ArticleFacts, parsed: ParsedSource, rules: SentenceRules): Article {
  const blocks = markTitle(parsed, facts.text);
  const leftOut: LeftOut[] = [];
  const root: OpenSection = { depth: 0, paragraphs: [], sections: [] };
  let path = [root];
  let titleSpan: Span | undefined;
  for (const block of blocks) {
    switch (block.kind) {
      case "title":
        titleSpan = block.span;
        break;
      case "left-out":
        leftOut.push({ span: block.span, reason: block.reason });
        break;
      case "heading":
        path = openSection(path, block);
        break;
      case "paragraph": {
        const { sentences, bare } = paragraphSentences(facts.text, block, rules);
        for (const span of bare) leftOut.push({ span, reason: block.bare ?? "markup" });
        const [first, last] = [sentences[0], sentences.at(-1)];
        if (!first || !last) break;
        const span = { start: first.span.start, end: last.span.end };
        path.at(-1)?.paragraphs.push({ kind: block.paragraphKind, span, visible: block.visible, sentences });
        break;
      }
    }
  }
  const { text, title, ...rest } = facts;
  const foundTitle = titleSpan ? text.slice(titleSpan.start, titleSpan.end) : parsed.title;
  return {
    ...rest,
    text,
    title: title ?? foundTitle ?? facts.id,
    ...(titleSpan && { titleSpan }),
    ...(parsed.landmarks && { landmarks: parsed.landmarks }),
    sections: closeSections(root),
    leftOut,
  };
}

/**
 * A format that knows no titles of its own (Markdown) has one in a first and only heading of the highest level, unless
 * its front matter names another.
 */
function markTitle({ blocks, title }: ParsedSource, text: string): readonly Block[] {
  if (blocks.some((block) => block.kind === "title")) return blocks;
  const headings = blocks.filter((block) => block.kind === "heading");
  const first = headings[0];
  const alone = headings.filter((heading) => heading.depth <= (first?.depth ?? 0)).length === 1;
  const leads = blocks.find((block) => block.kind !== "left-out") === first;
  if (!first || !alone || !leads || first.depth > 1) return blocks;
  if (title !== undefined && title.trim() !== text.slice(first.span.start, first.span.end)) return blocks;
  return blocks.map((block) => (block === first ? { kind: "title", span: first.span } : block));
}

function openSection(
  path: readonly OpenSection[],
  { span, depth }: { readonly span: Span; readonly depth: number },
): OpenSection[] {
  const parents = path.filter((section) => section.depth < depth);
  const section: OpenSection = { depth, heading: span, paragraphs: [], sections: [] };
  parents.at(-1)?.sections.push(section);
  return [...parents, section];
}

/** Numbers the sections; text before the first heading is section 0, or section 1 where there is no heading at all. */
function closeSections(root: OpenSection): Section[] {
  const headed = root.sections.map((section, index) => closeSection(section, [index + 1]));
  if (root.paragraphs.length === 0) return headed;
  const lead = { ...root, sections: [] };
  return [closeSection(lead, [headed.length > 0 ? 0 : 1]), ...headed];
}

function closeSection(section: OpenSection, number: readonly number[]): Section {
  const sections = section.sections.map((child, index) => closeSection(child, [...number, index + 1]));
  const parts = [
    section.heading,
    ...section.paragraphs.map(({ span }) => span),
    ...sections.map(({ span }) => span),
  ].filter((part) => part !== undefined);
  return {
    number,
    ...(section.heading && { heading: section.heading }),
    span: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
    paragraphs: section.paragraphs,
    sections,
  };
}
