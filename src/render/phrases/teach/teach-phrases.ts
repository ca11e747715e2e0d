/** What is said about places that people choose for questions; what is handed in is escaped already. */
export interface TeachPhrases {
  /** On an answer. */
  readonly button: string;
  /** Above places to choose from. */
  readonly choose: string;
  /** The same where there is none to choose from. */
  readonly noPlaces: string;
  readonly pick: string;
  readonly another: string;
  readonly form: {
    readonly title: string;
    readonly question: string;
    readonly reference: string;
    readonly article: string;
  };
  readonly noQuestion: string;
  readonly mayNot: string;
  readonly taught: (reference: string) => string;
  readonly replaced: (reference: string) => string;
  readonly already: (reference: string) => string;
  readonly full: (most: number) => string;
  /** Of a place that is no stretch of whole sentences in one section, or too long to be quoted. */
  readonly notOnePlace: (most: number) => string;
  readonly list: {
    readonly none: string;
    readonly noneLike: (query: string) => string;
    readonly title: (count: number) => string;
    readonly lost: (count: number) => string;
    readonly isLost: string;
    readonly remove: string;
    readonly removed: (question: string) => string;
    readonly gone: string;
  };
  readonly check: {
    readonly underWay: (done: number, of: number) => string;
    readonly nothing: string;
    readonly done: (count: number) => string;
    readonly right: (count: number) => string;
    readonly changed: (count: number) => string;
    readonly lost: (count: number) => string;
    readonly elsewhere: (count: number) => string;
    readonly byItself: (count: number) => string;
    readonly first: (question: string, found: string) => string;
    readonly closest: (question: string, found: string | undefined) => string;
    readonly more: (count: number) => string;
    readonly states: Readonly<Record<"right" | "changed" | "lost" | "elsewhere", string>>;
    readonly columns: readonly string[];
    readonly stop: string;
  };
}
