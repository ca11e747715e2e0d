import fc from "fast-check";
import type { ArticleFile } from "../../src/article/parse-article.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

/** A file as somebody might hand it in, with the format by its ending. */
export type WrittenFile = Pick<ArticleFile, "name" | "bytes" | "metadata">;

const endings = [".txt", ".md", ".html", ".srt", ".vtt", ".eml"] as const;

/** What comes to life in Discord, is written like one of our own marks, or cannot be seen. */
const lively = fc.constantFrom(
  ..."@everyone|@here|<@1>|<@&2>|<#1>|</ask:1>|<t:1:R>|<:a:1>|:smile:|discord.gg/x|https://b.example/(a)*c|[a](https://b.example)|||x|||-# x|>>> x|# x|```js|```|`|**|__|~~|\\|[[§1 ¶1]]|§1 ¶1:1|1:later:e|🧋"
    .split("|")
    .filter((each) => each !== ""),
  "\u202E",
  "\u2066",
  "\u200B",
  "\u200D",
  "\uFEFF",
  "\u2028",
  "\u0301\u0301\u0301\u0301\u0301",
  "\u{E0041}",
  "𝔘𝔫𝔦",
  "𠀀𠀁𠀂",
);
const sentences = fc.constantFrom(
  "Black tea comes from Yunnan. ",
  "谷歌在2024年10月收购了三家公司。",
  "The fee is 3.5 pounds for 12 visitors. ",
  "小朋友不可以單獨入場，除非有家長陪同。",
  "“We will open in May,” said Ms Chan. ",
  "Dogs are allowed when they are on a lead: ",
  "為什麼要排隊？",
  "Who may enter? ",
);

/** Text with sentences to find, and everything between them that is hard to cut, to show or to send. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: sentences },
      { weight: 2, arbitrary: lively },
      { weight: 1, arbitrary: arbitraryText },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

/** One word that takes two UTF-16 units for each character, on more than one page. */
export const ASTRAL = "𠀀𠀁𠀂𠀃".repeat(12);

const lineBreak = fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\n \n");

const block = fc
  .record({
    shape: fc.nat(9),
    text: hostileText,
    more: hostileText,
  })
  .map(({ shape, text, more }) => {
    const line = text.replaceAll(/[\r\n\u2028\u2029]+/gu, " ");
    const shapes = [
      `# ${line}`,
      `## ${line}\n\n${more}`,
      `| ${line} | b |\n| --- | --- |\n| ${more.replaceAll(/\s+/gu, " ")} | 3 |`,
      `- ${line}\n- ${more}\n  1. ${line}`,
      `> ${line}\n> ${more}`,
      `\`\`\`\n${text}\n\`\`\``,
      `Q: ${line}\nA: ${more}`,
      text,
      more,
      `${ASTRAL} is tea.\n\n`.repeat(12),
    ];
    return shapes[shape] ?? text;
  });

const body = fc
  .record({ blocks: fc.array(block, { minLength: 1, maxLength: 6 }), between: lineBreak })
  .map(({ blocks, between }) => blocks.join(between + between));

/** Discord's own limits do not hold for these: they come from whoever runs the bot. */
const facts = fc.record({ title: hostileText, name: hostileText });

/** Files of every format that is text itself; the first heading and a sentence make sure that there is something to quote. */
export const arbitraryFile: fc.Arbitrary<WrittenFile> = fc
  .record({ ending: fc.constantFrom(...endings), text: body, facts: fc.option(facts, { nil: undefined }) })
  .map(({ ending, text, facts: given }) => ({
    name: `tea${ending}`,
    bytes: Buffer.from(write(ending, text).toWellFormed().replaceAll("\0", " ")),
    metadata: given && metadataOf(given.title.toWellFormed().trim(), given.name.toWellFormed().trim()),
  }));

function metadataOf(title: string, name: string): string {
  return JSON.stringify({
    id: "tea",
    title: title.slice(0, 300).toWellFormed() || "Tea",
    source: { name: name.slice(0, 200).toWellFormed() || "x", address: "https://example.org/a_(b)*c" },
  });
}

function write(ending: (typeof endings)[number], text: string): string {
  const sure = "Green tea is steamed soon after harvest.";
  switch (ending) {
    case ".txt":
    case ".md":
      return `# Tea\n\n${sure}\n\n${text}\n`;
    case ".html":
      return `<!doctype html><title>Tea</title><body><h1>Tea</h1><p>${sure}</p><p>${text.replaceAll(/\n{2,}/gu, "</p><h2>More</h2><p>")}</p></body>`;
    case ".srt":
    case ".vtt":
      return cues([sure, ...text.split(/\n{2,}/u)], ending === ".vtt");
    case ".eml":
      return `From: a@example.org\r\nTo: b@example.org\r\nSubject: Tea\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${sure}\r\n\r\n${text}\r\n`;
  }
}

function cues(texts: readonly string[], isVtt: boolean): string {
  const at = (second: number) => `00:00:${String(second % 60).padStart(2, "0")}${isVtt ? "." : ","}000`;
  const all = texts.map((text, index) => `${index + 1}\n${at(index)} --> ${at(index + 1)}\n${text}`);
  return `${isVtt ? "WEBVTT\n\n" : ""}${all.join("\n\n")}\n`;
}
