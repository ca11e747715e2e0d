const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Words as ICU cuts them, in lower case. */
export function words(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase());
}
