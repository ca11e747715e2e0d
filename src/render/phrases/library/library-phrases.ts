/** What is said about a server's own articles; what is handed in is escaped already. */
export interface LibraryPhrases {
  /** Where the program has no store, or the command came from outside of a server. */
  readonly nothingKept: string;
  readonly undo: string;
  readonly none: string;
  readonly listed: (count: number) => string;
}
