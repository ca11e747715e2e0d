/** What of a language an index holds. */
export interface Vocabulary {
  /** The languages of its articles, as BCP 47 primary subtags. */
  readonly languages: ReadonlySet<string>;
  /** Whether a term is in the index: a folded word, two neighbouring ideographs, one, or an English stem. */
  has(term: string): boolean;
  /** Words in Latin letters as they stand in the text, folded but not stemmed. */
  latinWords(): Iterable<string>;
}
