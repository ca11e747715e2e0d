import { allSections, type Article, headingText, type Paragraph, type Section } from "./article.ts";
import { rememberOpened } from "./remember-opened.ts";
import { type NumberedKind, type OwnNumber, rankOf, readLabel } from "./own-number.ts";

/** A section, or some paragraphs of one, that bears a number of its own. */
export interface Bearer {
  readonly number: OwnNumber;
  readonly section: Section;
  /** Counted from 1, the last included; absent where the section's heading bears the number. */
  readonly paragraphs?: { readonly from: number; readonly to: number };
}

/** What in an article bears a number of its own, in reading order. */
export type OwnNumbers = readonly Bearer[];

/**
 * Lists what in an article bears a number: headings (`第二章 停车`, `2.1 Deposits`) and paragraphs that begin with one
 * (`第十二条 …`, `12. …`), each with what belongs to it. Made once while the article is open.
 */
export const listOwnNumbers = rememberOpened((article: Article): OwnNumbers => {
  const sections = [...allSections(article.sections)];
  const headings = new Map(sections.map((section) => [section, readLabel(headingText(article, section), true)]));
  const openings = new Map(
    sections.map((section) => [section, section.paragraphs.map((each) => opening(article, each))]),
  );
  const counted = countLabels([...openings.values()].flat());
  const figures = new Set(
    [...headings.values()].flatMap((each) => (each?.style === "1" ? Number(each.readings[0]) : [])),
  );
  const bearers: Bearer[] = [];
  for (const section of sections) {
    const heading = headings.get(section);
    if (heading && (heading.style !== "1" || hasNeighbour(heading, figures))) {
      bearers.push({ number: heading, section });
    }
    const labels = (openings.get(section) ?? []).map((label) => (label && bears(label, counted) ? label : undefined));
    const styles = [...new Set(labels.flatMap((label) => (label ? [label.style] : [])))];
    for (const [index, number] of labels.entries()) {
      if (!number) continue;
      bearers.push({
        number,
        section,
        paragraphs: { from: index + 1, to: lastOf(section, { labels, styles }, index) },
      });
    }
  }
  return bearers;
});

type Label = NonNullable<ReturnType<typeof readLabel>>;

/** Behind a list's mark that is left out (`12. ` in Markdown) the mark tells the number. */
function opening({ text }: Article, { span, kind }: Paragraph): Label | undefined {
  const before = kind === "list-item" ? text.slice(Math.max(0, span.start - LONGEST_MARK), span.start) : "";
  const mark = /(?<![^\r\n])[^\r\n]*$/u.exec(before)?.[0].trimStart() ?? "";
  const start = /^(?:> ?)*\d{1,9}[.)][ \t]+[*_`~[]*$/u.test(mark) ? span.start - mark.length : span.start;
  return readLabel(text.slice(start, Math.min(span.end, start + LONGEST_OPENING)), false);
}

const LONGEST_MARK = 40;
const LONGEST_OPENING = 80;

/** How often each kind of label begins a paragraph. */
function countLabels(labels: readonly (Label | undefined)[]): ReadonlyMap<NumberedKind, number> {
  const counts = new Map<NumberedKind, number>();
  for (const label of labels) if (label) counts.set(label.kind, (counts.get(label.kind) ?? 0) + 1);
  return counts;
}

/** Tells whether a paragraph bears the number that it begins with, rather than speaking of it: `Clause 9 applies …`. */
function bears({ kind, rest, style }: Label, counted: ReadonlyMap<NumberedKind, number>): boolean {
  if (kind === "item") return style !== "ordinal";
  if (style === "ordinal") return false;
  if (/^(?:$|[\s*_]*[.:—–\-|)\]】」(【「\n\t]|[*_]+|\s{2,})/u.test(rest) && !/^\s*\(\w{1,3}\)/u.test(rest)) return true;
  // Chinese writes no space but behind a label.
  if (/^\s\p{Script=Han}/u.test(rest)) return !SPOKEN_OF.test(rest.trimStart());
  const isSeries = (counted.get(kind) ?? 0) >= 2;
  if (/^\s?\p{Script=Han}/u.test(rest)) return isSeries && !SPOKEN_OF.test(rest);
  return (
    isSeries &&
    / /u.test(rest.charAt(0)) &&
    !/^ (?:of|in|and|or|to|applies|says|is|does|shall|may|must|will|above|below)\b/u.test(rest)
  );
}

/** What goes on behind a provision that a sentence speaks of: 第十二条规定…, 第三条所称…. */
const SPOKEN_OF = /^(?:规定|之|的|所|至|到|和|与|或|及|以|中|第|款|项|适用|列举|关于)/u;

/** A bare figure before words numbers a heading only where another does too: `3 Rent`, but not `3 ways to cook rice`. */
function hasNeighbour({ readings: [own] }: Label, figures: ReadonlySet<number>): boolean {
  return figures.has(Number(own) - 1) || figures.has(Number(own) + 1);
}

interface Labelled {
  readonly labels: readonly (Label | undefined)[];
  /** Ways of numbering, outermost first. */
  readonly styles: readonly string[];
}

/** The last paragraph that belongs to the one that bears a number: it reaches to the next of its level or above. */
function lastOf({ paragraphs }: Section, { labels, styles }: Labelled, at: number): number {
  const own = labels[at];
  if (!own) return at + 1;
  const ends = (label: Label): boolean =>
    rankOf(label) < rankOf(own) ||
    (rankOf(label) === rankOf(own) &&
      (own.kind !== "item" || styles.indexOf(label.style) <= styles.indexOf(own.style)));
  for (let index = at + 1; index < labels.length; index += 1) {
    const label = labels[index];
    if (label && ends(label)) return index;
  }
  if (own.kind !== "item" || hasProse(labels, own.style)) return paragraphs.length;
  // Behind the last item of a list the section goes on with something else.
  const other = paragraphs.findIndex(({ kind }, index) => index > at && kind !== "list-item" && !labels[index]);
  return other === -1 ? paragraphs.length : other;
}

/** Tells whether between two items of a style stands text that bears no number. */
function hasProse(labels: readonly (Label | undefined)[], style: string): boolean {
  const first = labels.findIndex((label) => label?.style === style);
  const last = labels.findLastIndex((label) => label?.style === style);
  return labels.slice(first, last).some((label) => label === undefined);
}
