import { expect, test } from "vitest";
import { readNumbers } from "../../../src/article/formats/docx/numbers.ts";

test.for([
  { format: "decimal", text: "%1.", third: "3.", twelfth: "12." },
  { format: "upperLetter", text: "%1)", third: "C)", twelfth: "L)" },
  { format: "lowerRoman", text: "(%1)", third: "(iii)", twelfth: "(xii)" },
  { format: "chineseCounting", text: "%1、", third: "三、", twelfth: "十二、" },
  { format: "chineseCountingThousand", text: "第%1条", third: "第三条", twelfth: "第十二条" },
  { format: "taiwaneseCountingThousand", text: "（%1）", third: "（三）", twelfth: "（十二）" },
  { format: "decimalEnclosedCircleChinese", text: "%1", third: "③", twelfth: "⑫" },
  { format: "ideographTraditional", text: "%1、", third: "丙、", twelfth: "乙、" },
  { format: "decimalZero", text: "%1", third: "03", twelfth: "12" },
  { format: "bullet", text: "\uF0B7", third: "•", twelfth: "•" },
])("counts in $format", ({ format, text, third, twelfth }) => {
  const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const number = readNumbers(
    `<w:numbering><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  );
  const numbers = Array.from({ length: 12 }, () => number("1", 0));
  expect([numbers[2], numbers[11]]).toEqual([third, twelfth]);
});

test("begins deeper levels anew below each number, and nothing for a list that is not there", () => {
  const levels = [0, 1]
    .map(
      (at) =>
        `<w:lvl w:ilvl="${at}"><w:numFmt w:val="decimal"/><w:lvlText w:val="${at === 0 ? "%1" : "%1.%2"}"/></w:lvl>`,
    )
    .join("");
  const number = readNumbers(
    `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  );
  expect([0, 1, 1, 0, 1].map((level) => number("1", level))).toEqual(["1", "1.1", "1.2", "2", "2.1"]);
  expect(number("9", 0)).toBeUndefined();
});
