/** What of a language an index holds. */
export interface Vocabulary {
  /** The languages of its articles, as BCP 47 primary subtags. */
  readonly languages: ReadonlySet<string>;
  /** Whether a term is in the index: a folded word, two neighbouring ideographs, one, or an English stem. */
  has(term: string): boolean;
  /** Words in Latin letters as they stand in the text, folded but not stemmed. */
  latinWords(): Iterable<string>;
  /** Those of them that the text never writes without a capital, folded as well. */
  latinNames(): Iterable<string>;
  /** Strings of ideographs that may write foreign names, folded; those joined by dots in one. */
  transliterations(): Iterable<string>;
}
