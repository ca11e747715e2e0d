import type { AnalysedText } from "../text/terms.ts";

/** What stands between things that are named side by side. */
const BETWEEN = /(?:(?<!\s)\s+)?(?:[与和及跟、&+/]|\bvs\b\.?|\bversus\b|\band\b|\bor\b|对决?|,)\s*/gu;

/**
 * Lists what a title names side by side, as terms: `谷歌` and `meta` of Meta与谷歌的广告之争. A title that names one thing only
 * lists nothing.
 */
export function titleSubjects({ folded, terms }: AnalysedText): string[] {
  const words = terms.filter(({ kind, stands }) => kind === "word" || stands === "alone");
  const subjects = new Set<string>();
  for (const { 0: mark, index } of folded.text.matchAll(BETWEEN)) {
    const from = folded.ends[index - 1];
    const to = folded.starts[index + mark.length];
    const before = words.find(({ span }) => span.end === from);
    const behind = words.find(({ span }) => span.start === to);
    if (!before || !behind || before.text === behind.text) continue;
    subjects.add(before.text).add(behind.text);
  }
  return [...subjects];
}
