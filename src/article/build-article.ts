import type { SentenceRules } from "../text/sentence-rules.ts";
import type { Span } from "../text/span.ts";
import type { Article, LeftOut, Original, Paragraph, Section } from "./article.ts";
import type { Block, ParsedSource } from "./formats/format.ts";
import { isNumberedPart } from "./formats/numbered-heading.ts";
import { paragraphSentences } from "./paragraph-sentences.ts";
import { joinParts } from "./visible-parts.ts";

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
  readonly headingVisible?: readonly Span[];
  readonly paragraphs: Paragraph[];
  readonly sections: OpenSection[];
}

/** Builds the tree of sections, paragraphs and sentences from a format's blocks. */
export function buildArticle(facts: ArticleFacts, parsed: ParsedSource, rules: SentenceRules): Article {
  const { blocks, title: named } = markTitle(parsed, facts.text);
  const leftOut: LeftOut[] = [];
  const root: OpenSection = { depth: 0, paragraphs: [], sections: [] };
  let path = [root];
  let titleBlock: Extract<Block, { kind: "title" }> | undefined;
  for (const block of blocks) {
    switch (block.kind) {
      case "title":
        titleBlock = block;
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
  const foundTitle = titleBlock ? inOneLine(seenOf(text, titleBlock)) : named;
  return {
    ...rest,
    text,
    title: title ?? foundTitle ?? facts.id,
    ...(titleBlock && { titleSpan: titleBlock.span }),
    ...(titleBlock?.visible && { titleVisible: titleBlock.visible }),
    ...(parsed.landmarks && { landmarks: parsed.landmarks }),
    sections: closeSections(root),
    leftOut,
  };
}

function inOneLine(title: string): string {
  return title
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** Before a title, a page may have links to its other languages and the like, but no more than this. */
const LONGEST_LEAD = 300;

/**
 * A format that knows no titles of its own (Markdown) has one in its first heading, whatever its level, where that leads
 * the text; unless its front matter names another, or the heading is one of several numbered parts. The first of several
 * parts that are headed alike gives its name and stays a part.
 */
function markTitle({ blocks, title, knowsTitles }: ParsedSource, text: string): ParsedSource {
  const first = blocks.find((block) => block.kind === "heading");
  if (knowsTitles || !first || blocks.some((block) => block.kind === "title") || !leads(blocks, first)) {
    return { blocks, title };
  }
  const heading = seenOf(text, first);
  if (
    (title !== undefined && title.trim() !== heading) ||
    isNumberedPart(heading) ||
    isNumbered(heading, blocks, text)
  ) {
    return { blocks, title };
  }
  if (isOneOfParts(blocks, first)) return { blocks, title: heading };
  const { span, visible } = first;
  const titleBlock: Block = { kind: "title", span, ...(visible && { visible }) };
  return { blocks: blocks.map((block) => (block === first ? titleBlock : block)) };
}

/** Whether a heading is the first of several with numbers: `1. Opening`, `2. Prices`. */
function isNumbered(heading: string, blocks: readonly Block[], text: string): boolean {
  const numbered = /^[01][.、．)]?\s/u;
  if (!numbered.test(heading)) return false;
  return blocks.some(
    (block) =>
      block.kind === "heading" && /^[12][.、．)]?\s/u.test(seenOf(text, block)) && seenOf(text, block) !== heading,
  );
}

/** Whether other headings of the highest level follow, with something else before them. */
function isOneOfParts(blocks: readonly Block[], first: HeadingBlock): boolean {
  const content = blocks.filter((block) => block.kind !== "left-out");
  const next = content[content.indexOf(first) + 1];
  return first.depth === 1 && content.filter(isPart).length > 1 && !isPart(next);
}

function isPart(block: Block | undefined): boolean {
  return block?.kind === "heading" && block.depth === 1;
}

type HeadingBlock = Extract<Block, { kind: "heading" }>;

/** Whether nothing stands before a heading, or but little before the only one of the highest level. */
function leads(blocks: readonly Block[], first: HeadingBlock): boolean {
  const content = blocks.filter((block) => block.kind !== "left-out");
  const [lead] = content;
  if (lead === first) return true;
  const isOnly = blocks.filter((block) => block.kind === "heading" && block.depth <= first.depth).length === 1;
  return isOnly && first.depth === 1 && lead !== undefined && first.span.start - lead.span.start <= LONGEST_LEAD;
}

function seenOf(text: string, { span, visible = [span] }: Extract<Block, { kind: "title" | "heading" }>): string {
  return joinParts(text, visible);
}

function openSection(
  path: readonly OpenSection[],
  { span, depth, visible }: Extract<Block, { kind: "heading" }>,
): OpenSection[] {
  const parents = path.filter((section) => section.depth < depth);
  const seen = visible && { headingVisible: visible };
  const section: OpenSection = { depth, heading: span, ...seen, paragraphs: [], sections: [] };
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
    ...(section.headingVisible && { headingVisible: section.headingVisible }),
    span: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
    paragraphs: section.paragraphs,
    sections,
  };
}
