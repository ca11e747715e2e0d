import { expect, test } from "vitest";
import { eachBlock } from "../../src/text/word-blocks.ts";

test.for([
  { text: "", blocks: [] },
  { text: "谷歌", blocks: ["[谷歌]"] },
  { text: "谷歌AI涨了3.5%,为何?", blocks: ["[谷歌AI涨了3.5%]", ",", "[为何]", "?"] },
  { text: "《𠮷野家》 🫖", blocks: ["《", "[𠮷野家]", "》 🫖"] },
  { text: "一〇一", blocks: ["[一]", "〇", "[一]"] },
  { text: "茶\ud842壶\udfb7", blocks: ["[茶]", "\ud842", "[壶]", "\udfb7"] },
  { text: "\u{30000}一", blocks: ["\u{30000}", "[一]"] },
])("reads the blocks of $text", ({ text, blocks }) => {
  const read: string[] = [];
  eachBlock(text, {
    inside: (from, to) => read.push(`[${text.slice(from, to)}]`),
    between: (from, to) => read.push(text.slice(from, to)),
  });
  expect(read).toEqual(blocks);
});
