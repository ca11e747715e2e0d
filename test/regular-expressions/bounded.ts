/** A regular expression that is given no text long enough to be slow with. */
export interface Bounded {
  readonly file: string;
  /** How it begins. */
  readonly begins: string;
  /** What holds its texts short. */
  readonly bound: string;
}

export const bounded: readonly Bounded[] = [
  {
    file: "src/article/formats/markdown-containers.ts",
    begins: "(?<mark>[-*_])(?:[ \\t]*\\k<mark>){2,}",
    bound: "tried where a line or an item begins, no deeper than containers nest",
  },
  {
    file: "src/article/formats/markdown-starts.ts",
    begins: "(?:=+|-+)[ \\t]*(?!",
    bound: "tried where a line begins",
  },
  {
    file: "src/article/formats/markdown-starts.ts",
    begins: "import\\s+(?:[\\w$*{][\\w\\s$*{},]{0,2000}",
    bound: "tried where a line begins, and looks 2,000 characters ahead",
  },
  {
    file: "src/article/formats/markdown-tables.ts",
    begins: "\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|",
    bound: "tried where a line begins",
  },
  {
    file: "src/article/formats/plain-text-contents.ts",
    begins: "\\S\\s{0,4}(?:(?:[.·․‥]\\s?){4,}",
    bound: "lines of 160 characters",
  },
  {
    file: "src/languages/dictionary-rows.ts",
    begins: "(?:[^\\s[(]*[\\u2e80-\\u9fff]",
    bound: "definitions of CC-CEDICT, when the dictionary is made",
  },
  {
    file: "src/languages/sound-pairs.ts",
    begins: "\\([^()]*\\)|\\[[^\\]]*\\]",
    bound: "definitions of CC-CEDICT, when sounds are learned",
  },
  {
    file: "src/render/written-references.ts",
    begins: "(`{3,})[^]*?\\1|",
    bound: "a message of 4,000 characters: 15 ms for backticks alone",
  },
  {
    file: "src/terminal/train.ts",
    begins: "\\[\\s+([^[\\]{}]*?)\\s+\\]",
    bound: "the weights, when they are learned",
  },
  {
    file: "src/terminal/train.ts",
    begins: "\\s*\\n\\s*",
    bound: "the weights, when they are learned",
  },
];
