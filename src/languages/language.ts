/** What the program knows of one language: data only. */
export interface Language {
  /** BCP 47 primary language subtag. */
  readonly code: string;
  /** The script its letters belong to, as a Unicode script name. */
  readonly script: "Han" | "Latin";
  /** Lower-case abbreviations, without their last full stop, that a name, a title or a lower-case word follows. */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations that end no sentence where a number follows: `No. 4`. */
  readonly numberAbbreviations: ReadonlySet<string>;
  /** Abbreviations that may end a sentence: a capital after them begins a new one. */
  readonly finalAbbreviations: ReadonlySet<string>;
  /** Words that carry no content of their own, folded. */
  readonly stopWords: ReadonlySet<string>;
  /** Reduces a folded word to its stem; absent where words do not inflect. */
  readonly stem?: (word: string) => string;
}
