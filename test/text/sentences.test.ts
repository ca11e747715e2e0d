import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/languages/all.ts";
import { joinRules } from "../../src/languages/join-rules.ts";
import { splitsCodePoint } from "../../src/text/span.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

const rules = joinRules(languages);

/** The sentences of a text, cut from it. */
function sentences(text: string): string[] {
  return splitSentences(text, rules).map(({ start, end }) => text.slice(start, end));
}

/** In these tables `|` stands where a sentence ends and is not part of the text. */
const BAR = "|";

function expected(marked: string): string[] {
  return marked
    .split(BAR)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

describe("Chinese", () => {
  test.for([
    { name: "full stops", text: "股价下跌。|谷歌上涨。|" },
    { name: "question and exclamation marks", text: "真的吗？|太好了！|走吧。" },
    { name: "ASCII marks", text: "真的吗?|太好了!|走吧." },
    { name: "semicolons", text: "甲做了这个；|乙做了那个。" },
    { name: "an ellipsis of two", text: "他想了想……|然后走了。" },
    { name: "an ellipsis of three points", text: "他想了想...|然后走了。" },
    { name: "half-width and rare stops", text: "好｡|真的⁇|走吧‼|是。" },
    { name: "runs of marks as one end", text: "什么？！|不会吧！！！|真的……？|好。" },
    { name: "closing quotes with their sentence", text: "他说：“我不去。”|大家都笑了。" },
    { name: "closing brackets of every kind", text: "（他走了。）|「好！」|『真的？』|【完。】|" },
    { name: "a quote in a quote", text: "他问：“她说‘不去。’”|没人回答。" },
    { name: "not a quote that goes on", text: "“你去吗？”，他问。" },
    { name: "not a title that goes on", text: "《谁动了我的奶酪？》是一本书。" },
    { name: "not a bracket that goes on", text: "他（真的！）走了。" },
    { name: "commas and colons nowhere", text: "一边是社交帝国，一边是搜索巨头：两个对手、同一张桌子——真奇怪。" },
    { name: "mixed scripts", text: "Meta股价下跌0.3%。|Google却涨了1%!|谁赢了?|OpenAI。" },
    { name: "a Latin sentence before a Chinese one", text: "They left.|他也走了。" },
    { name: "not an abbreviation or initials before Chinese", text: "Inc.是公司，J.K.罗琳是人。|St.约翰也是。" },
    { name: "not the dot within a foreign name", text: "拉詹．德沙伊提出了它。|切薩雷．班迪內利居間調停。" },
    { name: "line breaks nowhere", text: "这是一句被\n断开的话。|下一句\r\n也是。" },
    { name: "spaces behind the stop", text: "好。 |再见。　|走了。" },
    { name: "Traditional text with corner quotes", text: "他說：「資料庫壞了。」|我們問：「怎麼辦？」|" },
  ])("cuts at $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });
});

describe("English", () => {
  test.for([
    { name: "full stops", text: "Black tea is oxidised. |It comes from Yunnan. |" },
    { name: "question and exclamation marks", text: "Really? |Yes! |Good." },
    { name: "closing quotes with their sentence", text: 'He said "No." |Then he left.' },
    { name: "curly quotes", text: "He said “No.” |Then he left." },
    { name: "an opening quote with the next one", text: 'Why? |"Because," he said.' },
    { name: "an ellipsis before a capital", text: "Well... |Then he left. |Well… |Then she left." },
    { name: "not an ellipsis before a small letter", text: "Well... then he left. |Well… then she left." },
    { name: "not a question inside of a sentence", text: '"Why?" he asked. |"Go!" she cried.' },
    { name: "a bracketed sentence", text: "It works. |(It did not before.) |Now it does." },
    { name: "the pronoun I", text: "It was he and I. |We left." },
    { name: "hard-wrapped lines nowhere", text: "This line\nis broken here. |And\r\nso is this." },
  ])("cuts at $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "titles", text: "Dr. Wu met Mrs. Lee and Prof. Chan. |They spoke." },
    { name: "initials", text: "J. R. R. Tolkien and G.K. Chesterton wrote. |They did." },
    { name: "abbreviations before small letters", text: "Tea, coffee, etc. are drinks. |So is cocoa." },
    { name: "abbreviations that end a sentence", text: "We sell tea, coffee, etc. |Cocoa is out." },
    { name: "Latin abbreviations", text: "Some teas, e.g. Oolong, i.e. Blue tea, cf. Green. |Yes." },
    { name: "references with numbers", text: "See Fig. 3 and No. 5 on pp. 12 of Vol. 2. |Then stop." },
    { name: "`no` that is a word", text: "He said no. |She said yes." },
    { name: "companies and countries before small letters", text: "Acme Inc. is in the U.S. and the U.K. too. |Yes." },
    { name: "months and hours", text: "On Jan. 5 at 10 a.m. it rained. |Then not." },
    { name: "a numbered list's beginning", text: "1. Boil the water. |2. Add tea." },
  ])("keeps whole $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });
});

describe("numbers, addresses and signs", () => {
  test.for([
    { name: "decimal points", text: "涨了0.3%。|It is 3.14 or 2.5. |完" },
    { name: "full-width decimal points", text: "涨了３．５倍。|好" },
    { name: "versions", text: "Version v1.2.3 and 10.0.1 are out. |Node 26.1 too." },
    { name: "domains", text: "Visit example.com or docs.example.co.uk now. |Thanks." },
    { name: "a domain before a Chinese stop", text: "请看example.com。|谢谢。" },
    { name: "web addresses", text: "See https://a.example/x?q=1.5&b=c!d today. |Thanks." },
    { name: "a web address at a sentence's end", text: "See https://a.example/x. |Thanks." },
    { name: "a web address before Chinese", text: "见https://a.example/x?y=1。|谢谢！" },
    { name: "mail addresses", text: "Write to first.last@mail.example.org soon. |Bye." },
    { name: "file names", text: "Open main.ts or README.md first. |Then run." },
    { name: "inequalities", text: "Here a != b holds. |Good." },
    { name: "thousands", text: "It costs 1,234.50 dollars. |Much." },
    { name: "times", text: "At 9.30 Tuesday it began. |Fine." },
  ])("keeps whole $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "emoji right behind a stop, to its sentence", text: "Great!😀 |Next one. |好！👍🏽|走吧。" },
    { name: "emoji behind a space, to the next sentence", text: "Great! |😀 Next one." },
    { name: "emoji that items begin with, to their items", text: "✅早餐免费。|✅停车免费。" },
    { name: "emoji alone, to the sentence before", text: "太好了！😀🎉" },
    { name: "signs alone, to the sentence before", text: "好。——。。。|再见。" },
    { name: "signs at the beginning, to the first sentence", text: "！！！好。|再见。" },
    { name: "a text of signs only as one", text: "… !! ——" },
    { name: "marks on a stop", text: "Yes.\u0301 |No." },
  ])("gives $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "an empty text", text: "" },
    { name: "white space", text: " \n\t\u00a0\u3000\ufeff" },
  ])("finds nothing in $name", ({ text }) => {
    expect(sentences(text)).toEqual([]);
  });
});

describe("properties", () => {
  test("covers all but white space, in order, without cutting a character", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        let covered = 0;
        for (const { start, end } of splitSentences(text, rules)) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(covered, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(splitsCodePoint(text, start) || splitsCodePoint(text, end)).toBe(false);
          covered = end;
        }
        expect(text.slice(covered).trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  test.for(
    ["a", "a. ", "! ", "!", ".'a", 'a."b', "a@", "www.", "ab:/", "1. ", "。", "😀", "\ud83d", "http://a!"].map(
      (unit) => ({
        unit,
      }),
    ),
  )("takes linear time for a megabyte of $unit", ({ unit }) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const started = performance.now();
    splitSentences(text, rules);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
