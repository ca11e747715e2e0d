import type { Place, Reference, ReferencePart } from "./reference.ts";

/**
 * Writes a reference in its canonical form.
 *
 *     §2   §2.1 ¶3:2   §2 ¶1:3–4   §2 ¶1:4–¶2:1   §2 ¶1:1,3   §2 ¶1:3–   §2 ¶1   §2 ¶1–¶2
 *
 * Sentences behind a comma leave out the paragraph where the sentence before the comma stands in it too.
 */
export function formatReference(reference: Reference): string {
  const section = `§${reference.section.join(".")}`;
  if (reference.parts.length === 0) return section;
  const parts = reference.parts.map((part, index) => formatPart(part, currentParagraph(reference.parts[index - 1])));
  return `${section} ${parts.join(",")}`;
}

function formatPart(part: ReferencePart, current: number | undefined): string {
  switch (part.kind) {
    case "paragraphs":
      return part.from === part.to ? `¶${part.from}` : `¶${part.from}–¶${part.to}`;
    case "sentences":
      return formatRange(part.from, part.to, current);
    case "open":
      return `${formatPlace(part.from, current)}–`;
  }
}

function formatRange(from: Place, to: Place, current: number | undefined): string {
  const first = formatPlace(from, current);
  if (from.paragraph === to.paragraph && from.sentence === to.sentence) return first;
  return `${first}–${formatPlace(to, from.paragraph)}`;
}

function formatPlace(place: Place, current: number | undefined): string {
  return place.paragraph === current ? String(place.sentence) : `¶${place.paragraph}:${place.sentence}`;
}

/** The paragraph that a bare sentence number behind a comma belongs to. */
function currentParagraph(part: ReferencePart | undefined): number | undefined {
  switch (part?.kind) {
    case "sentences":
      return part.to.paragraph;
    case "open":
      return part.from.paragraph;
    case "paragraphs":
    case undefined:
      return undefined;
  }
}
