import { describe, expect, test } from "vitest";
import type { Block } from "../../src/article/formats/format.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { paragraphSentences } from "../../src/article/paragraph-sentences.ts";
import { languages } from "../../src/languages/all.ts";
import { joinRules } from "../../src/languages/join-rules.ts";
import { outlineOf, parseChecked } from "../support/parse.ts";

const rules = joinRules(languages);

type ParagraphKind = Extract<Block, { kind: "paragraph" }>["paragraphKind"];

/** The sentences of a source in which `[` and `]` stand around what is seen, and what lies bare between them. */
function cut(marked: string, paragraphKind: ParagraphKind = "prose") {
  const source = marked.replaceAll(/[[\]]/gu, "");
  const visible = [...marked.matchAll(/\[([^\]]*)\]/gu)].map(({ 0: part, index }, place) => {
    const start = index - place * 2;
    return { start, end: start + part.length - 2 };
  });
  const span = { start: 0, end: source.length };
  const block = { kind: "paragraph", paragraphKind, span, visible, inline: [] } as const;
  const { sentences, bare } = paragraphSentences(source, block, rules);
  const text = ({ start, end }: { readonly start: number; readonly end: number }): string => source.slice(start, end);
  return { sentences: sentences.map(({ span: each }) => text(each)), bare: bare.map(text) };
}

describe("begin and end at what is seen", () => {
  test.for([
    {
      name: "marks around and between",
      marked: "* [One.] ![x](y) [Two] <b> [goes on.] </p>",
      sentences: ["One.", "Two <b> goes on."],
      bare: ["*", "!x(y)", "</p>"],
    },
    {
      name: "marks on lines of their own",
      marked: "[One.]\n> \n> [Two.]",
      sentences: ["One.", "Two."],
      bare: [">", ">"],
    },
    { name: "nothing that is seen", marked: "![x](y)", sentences: [], bare: ["!x(y)"] },
  ])("$name", ({ marked, sentences, bare }) => {
    // The address of the picture is written with round brackets, its name with square ones that are dropped.
    const shown = marked.replaceAll("![x](y)", "!x(y)");
    expect(cut(shown)).toEqual({ sentences, bare });
  });
});

describe("parts are joined", () => {
  test.for([
    { name: "Chinese over a line's end", marked: "[“真的吗？”]\n> [她问。]", sentences: ["“真的吗？”\n> 她问。"] },
    {
      name: "English over a line's end",
      marked: "[It is]\n> [Dr. Wu.]\n> [He left.]",
      sentences: ["It is\n> Dr. Wu.", "He left."],
    },
    { name: "words between tags", marked: "[It is v1.]<b>[2.3]</b> [here.]", sentences: ["It is v1.<b>2.3</b> here."] },
  ])("$name", ({ marked, sentences }) => {
    expect(cut(marked).sentences).toEqual(sentences);
  });
});

describe("are lines", () => {
  test.for([
    {
      name: "of verse",
      kind: "verse" as const,
      marked: "[春眠不觉晓，]\n[处处闻啼鸟。夜来]",
      sentences: ["春眠不觉晓，", "处处闻啼鸟。夜来"],
    },
    { name: "of code", kind: "code" as const, marked: "[a(1. 2);\nb();\n}]", sentences: ["a(1. 2);", "b();\n}"] },
    {
      name: "of a table",
      kind: "table" as const,
      marked: "| [a] | [b.] |\n| [c] | [d] |",
      sentences: ["a | b.", "c | d"],
    },
  ])("$name", ({ kind, marked, sentences }) => {
    expect(cut(marked, kind).sentences).toEqual(sentences);
  });

  test("that are cut where they are far too long", () => {
    const { sentences } = cut(`[${"call(a, b); ".repeat(1000)}]`, "code");
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(1200);
  });
});

test("leave the bars and the rule of a table out", () => {
  const source = "# Ports\n\n| Port | Use |\n| --- | --- |\n| 9090 | metrics |\n";
  expect(outlineOf(parseChecked(source, { format: markdown }))).toEqual({
    title: "Ports",
    sections: [["", ["Port | Use", "9090 | metrics"]]],
    leftOut: ["markup: #", "markup: |", "markup: |", "markup: | --- | --- |", "markup: |", "markup: |"],
  });
});
