import { expect, test } from "vitest";
import { docx } from "../../../src/article/formats/docx/docx.ts";
import { makeDocx, numbered, paragraph, styled, table } from "../../support/make-docx.ts";
import { extractChecked, outlineOf, shownSections } from "../../support/parse.ts";

const NUMBERING = `<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

test("reads a handbook with styles, lists, a table and a note", async () => {
  const body = [
    styled("a3", "Harbour handbook"),
    styled("10", "1 Mooring\t3"),
    styled("1", "Mooring"),
    '<w:p><w:r><w:t xml:space="preserve">Boats moor at the north </w:t></w:r><w:del><w:r><w:delText>wall</w:delText></w:r></w:del><w:ins><w:r><w:t>quay</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/><w:t>. The fee is £12.</w:t></w:r></w:p>',
    numbered(2, 0, "Report to the office."),
    numbered(2, 1, "Bring the papers."),
    numbered(2, 0, "Pay."),
    styled("own", "Fees"),
    table([
      ["Length", "Fee"],
      ["up to 8 m", "£12"],
    ]),
    numbered(3, 0, "Dogs are welcome."),
    numbered(4, 0, "A new list."),
    styled("q", "Nobody was ever turned away."),
    paragraph("Hidden.", "", "<w:vanish/>"),
    '<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r><w:r><w:t> litres.</w:t></w:r></w:p>',
    "<w:p><w:r><w:t>Anchor.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
  ].join("");
  const footnotes =
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteReference w:id="2"/><w:t>Since 2019.</w:t></w:r></w:p></w:footnote>';
  const article = await extractChecked(makeDocx({ body, numbering: NUMBERING, footnotes }), { format: docx });
  expect({ ...outlineOf(article), sections: shownSections(article) }).toEqual({
    title: "Harbour handbook",
    sections: [
      [
        "Mooring",
        ["Boats moor at the north quay.", "The fee is £12."],
        ["Since 2019."],
        ["Report to the office."],
        ["Bring the papers."],
        ["Pay."],
      ],
      [
        "Fees",
        ["Length | Fee", "up to 8 m | £12"],
        ["Dogs are welcome."],
        ["A new list."],
        ["Nobody was ever turned away."],
        ["10⁶ litres."],
        ["Anchor."],
        ["In a box."],
      ],
    ],
    leftOut: expect.arrayContaining([
      "contents: 1 Mooring 3",
      "markup: 1.",
      "markup: 1.1",
      "markup: 2.",
      "markup: •",
      "markup: 1.",
    ]),
  });
});

test("writes the numbers that a Chinese contract is cited by", async () => {
  const body = [
    paragraph("仓库租赁合同", '<w:jc w:val="center"/>', "<w:b/>"),
    numbered(1, 0, "乙方每月五日前付清租金。"),
    numbered(1, 0, "有下列情形之一的，甲方可以解除合同："),
    numbered(1, 1, "拖欠租金三个月的；"),
    numbered(1, 1, "转租的。"),
    numbered(1, 0, "本合同一式两份。"),
  ].join("");
  const { text, title } = await extractChecked(makeDocx({ body, numbering: NUMBERING }), { format: docx });
  expect(title).toBe("仓库租赁合同");
  expect(text.split(/\n+/u)).toEqual([
    "仓库租赁合同",
    "第一条 乙方每月五日前付清租金。",
    "第二条 有下列情形之一的，甲方可以解除合同：",
    "（一） 拖欠租金三个月的；",
    "（二） 转租的。",
    "第三条 本合同一式两份。",
  ]);
});
