import { count } from "../count.ts";
import type { ArticlePreview } from "../../render/preview-of.ts";
import { safeForTerminal } from "../safe-for-terminal.ts";

const [MOST_HEADINGS, MOST_LEFT_OUT] = [8, 6];

/** Writes what was found in a file. */
export function writePreview(preview: ArticlePreview): string {
  const { title, id, format, notes, sections, paragraphs, sentences, language, firstSentence } = preview;
  const { headings, leftOut, suggestions } = preview;
  const lines = [
    `${title} (${id})`,
    `  ${language} · ${count(sections, "section")} · ${count(paragraphs, "paragraph")} · ${count(sentences, "sentence")}`,
    ...(format === undefined ? [] : [`  read out of ${[format, ...notes].join(" · ")}`]),
    `  begins: ${firstSentence}`,
    ...listed(
      "sections:",
      headings.map(({ reference, heading }) => `${reference} ${heading}`),
      MOST_HEADINGS,
    ),
    ...listed(
      "never quoted:",
      leftOut.map(({ reason, text }) => `${reason}: ${text}`),
      MOST_LEFT_OUT,
    ),
    ...listed("can be asked, for example:", suggestions, suggestions.length),
  ];
  return safeForTerminal(lines.join("\n"));
}

function listed(title: string, all: readonly string[], most: number): readonly string[] {
  if (all.length === 0) return [];
  const more = all.length > most ? [`    … and ${all.length - most} more`] : [];
  return [`  ${title}`, ...all.slice(0, most).map((each) => `    ${each}`), ...more];
}
