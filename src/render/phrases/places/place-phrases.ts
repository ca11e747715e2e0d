/** What is left out of a quote: words, or ideographs where the article is Chinese. */
export interface LeftOutCount {
  readonly words: number;
  /** Whole ones. */
  readonly sentences: number;
  readonly isChinese: boolean;
}

/** What is said of quotes in parts, of places without text, and where one of several articles must be chosen. */
export interface PlacePhrases {
  readonly parts: {
    readonly verbatim: (count: number) => string;
    readonly same: (count: number) => string;
    readonly changed: (differing: number, count: number) => string;
    /** Where words in brackets stand in place of the article's. */
    readonly replaced: (count: number) => string;
    readonly inPlace: (given: string, original: string) => string;
    readonly reordered: (count: number) => string;
    readonly apart: (count: number) => string;
    readonly absent: string;
    /** What stands between two parts: the words themselves, or how many. */
    readonly leftOut: (words: string) => string;
    readonly leftOutCount: (count: LeftOutCount) => string;
    readonly leftOutSentences: (count: number) => string;
    readonly nothing: string;
    readonly unchecked: (checked: number, count: number) => string;
    /** Words in brackets that whoever quotes has added. */
    readonly added: (words: readonly string[]) => string;
    /** Of a verbatim quote that stands more often than is shown. */
    readonly places: (shown: number, count: number) => string;
  };
  /** Of a section that holds no text, and of one whose parts hold none either. */
  readonly empty: {
    readonly section: (name: string) => string;
    readonly headings: (name: string) => string;
  };
  readonly choose: {
    readonly which: string;
    /** Where the named one does not exist. */
    readonly unknown: string;
    readonly placeholder: string;
    /** Where not all are offered at once. */
    readonly type: string;
    readonly brought: (date: string) => string;
    readonly shared: string;
  };
}
