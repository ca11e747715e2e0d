import fc from "fast-check";

/** What text is made of where it is hardest: every kind of blank, mark, break, quote, script and broken character. */
const pieces = fc.constantFrom(
  ...signs(" \t\n\r\u00a0\u3000\u2028\u0085\ufeff\u200d\ufe0f\u0301\v\f"),
  ...signs(".。!！?？…；;:：,，、()（）[]【】\"'“”‘’「」『』《》<>*_#`|>-~\\/&%@+="),
  "\r\n",
  "\n\n",
  "\n\n\n",
  "  ",
  "\ud83d",
  "\ude00",
  "😀",
  "👩‍👩‍👧",
  "🇹🇼",
  "𠮷",
  "e\u0301",
  "ﬁ",
  "㍿",
  "谷歌",
  "资料庫",
  "3.5",
  "v1.2.3",
  "Dr.",
  "U.S.",
  "e.g.",
  "https://a.example/x?y=1.",
  "me@a.example",
  "Yes",
  "no",
  "# ",
  "## ",
  "- ",
  "1. ",
  "> ",
  "```",
  "**",
  "[a](b)",
  "首页 > 电商",
  "来源:某处",
  "第一章 开始",
  "a line of words",
);

function signs(list: string): string[] {
  return list.split("");
}

/** Text of any characters, lone surrogates among them, mixed with what parsers take for marks. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));
