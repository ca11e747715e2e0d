/** A place inside a section: a paragraph, or one of its sentences. Counts begin at 1; paragraph 0 is told by `Reference`. */
export interface Place {
  readonly paragraph: number;
  readonly sentence: number;
}

/** One part of a reference, as it stands between commas. */
export type ReferencePart =
  /** `¶1`, or `¶1–¶3` for several. */
  | { readonly kind: "paragraphs"; readonly from: number; readonly to: number }
  /** `¶1:3`, `¶1:3–4`, `¶1:4–¶2:1`. */
  | { readonly kind: "sentences"; readonly from: Place; readonly to: Place }
  /** `¶1:3–`: to the end of the paragraph. */
  | { readonly kind: "open"; readonly from: Place };

/**
 * `§2`, `§2.1 ¶3:2`, `§2 ¶1:1,3` … No parts means the whole section.
 *
 * Paragraph 0 is what stands above the others: `§2 ¶0` is the section's heading, `§0 ¶0` the article's title, and
 * `§0 ¶0:4` line 4 of the source, for what is in no section (a front matter's fields, a footer).
 */
export interface Reference {
  readonly section: readonly number[];
  readonly parts: readonly ReferencePart[];
}
