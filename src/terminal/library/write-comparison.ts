import { formatReference } from "../../article/format-reference.ts";
import type { VersionComparison, VersionSentence } from "../../community/compare-versions.ts";
import { safeForTerminal } from "../safe-for-terminal.ts";
import { count } from "../count.ts";

/** So many changes of a kind are shown; the rest is counted. */
const MOST = 12;

/** Writes what another version says that the one in use does not, and the other way round, as `diff` does. */
export function writeComparison(comparison: VersionComparison): string {
  const { added, removed, altered, moved, same, sections } = comparison;
  const lines = [
    `  ${count(same, "sentence")} as before, ${altered.length} altered, ${added.length} added, ${removed.length} removed, ${moved.length} moved`,
    ...(sections.added.length + sections.removed.length > 0
      ? [`  ${count(sections.added.length, "section")} added, ${sections.removed.length} removed`]
      : []),
    ...cut(
      altered.flatMap((pair) => [`  - ${place(pair.old)}`, `  + ${place(pair.new)}`]),
      MOST * 2,
    ),
    ...cut(removed.map((sentence) => `  - ${place(sentence)}`)),
    ...cut(added.map((sentence) => `  + ${place(sentence)}`)),
  ];
  return safeForTerminal(lines.join("\n"));
}

function place(sentence: VersionSentence): string {
  const at = { paragraph: sentence.paragraph, sentence: sentence.sentence };
  const reference = formatReference({
    section: sentence.section.number,
    parts: [{ kind: "sentences", from: at, to: at }],
  });
  return `${reference} ${sentence.text}`;
}

function cut(lines: readonly string[], most = MOST): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `    … and ${lines.length - most} more lines`] : lines;
}
