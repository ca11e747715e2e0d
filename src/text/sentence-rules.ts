/** What a language knows of where its sentences end; all words are lower case. */
export interface SentenceRules {
  /** Abbreviations, without their last full stop, that a name, a title or a lower-case word follows. */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations that end no sentence where a number follows: `No. 4`. */
  readonly numberAbbreviations: ReadonlySet<string>;
  /** Abbreviations that end a sentence where a capital follows. */
  readonly finalAbbreviations: ReadonlySet<string>;
  /** Abbreviations that belong to a name behind them as often as not (`U.S.`, `Inc.`): only a word that opens sentences parts the two. */
  readonly nameAbbreviations: ReadonlySet<string>;
  /** Words that a sentence begins with more often than a name does: `the`, `he`, `however`. */
  readonly sentenceOpeners: ReadonlySet<string>;
  /** Names that end with a mark of their own: `Yahoo!`. */
  readonly markedNames: ReadonlySet<string>;
  /** Matches, behind a quotation's last mark, who says it: `？` + `她问`. */
  readonly speechTag?: RegExp;
  /** Matches, behind a semicolon, a clause that limits or completes the one before it: `但是…除外`. */
  readonly boundClause?: RegExp;
}
