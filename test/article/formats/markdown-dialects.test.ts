import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdown, mdx } from "../../../src/article/formats/markdown.ts";
import { showTexts } from "../../../src/article/formats/markdown-inline.ts";
import { readSimple } from "../../../src/article/formats/markdown-simple.ts";
import { mergeSpans } from "../../../src/text/span.ts";
import { outlineOf, parseChecked } from "../../support/parse.ts";

type Sections = ReturnType<typeof outlineOf>["sections"];

interface Row {
  readonly name: string;
  readonly source: string;
  readonly title?: string;
  readonly sections: Sections;
  readonly mdx?: boolean;
}

/** What a reader sees of each sentence, without what lies between its visible parts. */
function seen(source: string, isMdx = false): { readonly title: string; readonly sections: Sections } {
  const article = parseChecked(source, { format: isMdx ? mdx : markdown });
  const { title } = outlineOf(article);
  const text = (start: number, end: number): string => article.text.slice(start, end);
  const sections = flat(article.sections).map(
    ({ heading, paragraphs }) =>
      [
        heading ? text(heading.start, heading.end) : "",
        ...paragraphs.map(({ sentences, visible }) =>
          sentences.map(({ span }) =>
            visible
              .map((part) => text(Math.max(part.start, span.start), Math.max(span.start, Math.min(part.end, span.end))))
              .join(""),
          ),
        ),
      ] as const,
  );
  return { title, sections };
}

function flat(sections: ReturnType<typeof parseChecked>["sections"]): ReturnType<typeof parseChecked>["sections"] {
  return sections.flatMap((section) => [section, ...flat(section.sections)]);
}

const rows: readonly Row[] = [
  {
    name: "attributes behind headings, quotes and pictures",
    source:
      "# 泡茶 {#tea .big}\n\n## 水温 {: #heat }\n\n绿茶{.x}用八十度的水。\n\n> 小心烫手！\n{.is-warning}\n\n![](a.png){width=50%} 图一",
    title: "泡茶",
    sections: [["水温", ["绿茶用八十度的水。"], ["小心烫手！"], ["图一"]]],
  },
  {
    name: "admonitions whose text is indented",
    source:
      '# 规则\n\n!!! warning "注意"\n    下列行为会被请出：\n\n    - 喧哗\n    - 自带茶叶\n\n??? note\n    折叠。\n\n???+ tip "提示"\n\n    展开。\n\n!!! 小心\n    烫手。\n\n之后。',
    sections: [
      [
        "",
        ["注意"],
        ["下列行为会被请出："],
        ["喧哗"],
        ["自带茶叶"],
        ["折叠。"],
        ["提示"],
        ["展开。"],
        ["小心"],
        ["烫手。"],
        ["之后。"],
      ],
    ],
  },
  {
    name: "an admonition in an item, and code in an admonition",
    source:
      '# T\n\n1. One\n\n    !!! danger "Hot"\n        Do not touch.\n\n2. Two\n\n!!! note\n    ```sh\n    tea start\n    ```',
    sections: [["", ["One"], ["Hot"], ["Do not touch."], ["Two"], ["tea start"]]],
  },
  {
    name: "admonitions between colons",
    source:
      "# T\n\n:::tip 提示\n先备份。\n:::\n\n::::warning\n:::note[Inner]\nNested.\n:::\nOuter.\n::::\n\n::: details My title {open}\nText.\n:::\n\n::: {.callout}\nQuarto.\n:::",
    sections: [["", ["提示"], ["先备份。"], ["Inner"], ["Nested."], ["Outer."], ["My title"], ["Text."], ["Quarto."]]],
  },
  {
    name: "callouts in quotes",
    source: "# T\n\n> [!NOTE]\n> Useful.\n> - one\n> - two\n\n> [!TIP]- Folded\n> Text.\n\n> [!注意]\n> 小心。",
    sections: [["", ["Useful."], ["one"], ["two"], ["Folded"], ["Text."], ["注意"], ["小心。"]]],
  },
  {
    name: "hints of other systems",
    source:
      '# T\n\n{% hint style="info" %}\nA hint.\n{% endhint %}\n\n.. note::\n\n   Some text.\n\n.. warning:: Hot.\n\n```{tip} A title\nMyST.\n```',
    sections: [["", ["A hint."], ["Some text."], ["Hot."], ["A title"], ["MyST."]]],
  },
  {
    name: "tabs",
    source:
      '# T\n\n=== "Linux"\n\n    Run `tea start`.\n\n    === "Inner"\n\n        Deep.\n\n=== "Mac"\n\n    1. Open it.\n\n{{< tabs >}}\n{{< tab "Win" >}}\nUse it.\n{{< /tab >}}\n{{< tab name="BSD" >}}\nBuild it.\n{{< /tab >}}\n{{< /tabs >}}\n\n<Tabs>\n<TabItem value="a" label="Apple" default>\n\nAn apple.\n\n</TabItem>\n</Tabs>\n\n::: code-group\n@tab npm\nText.\n:::',
    sections: [
      [
        "",
        ["Linux"],
        ["Run tea start."],
        ["Inner"],
        ["Deep."],
        ["Mac"],
        ["Open it."],
        ["Win"],
        ["Use it."],
        ["BSD"],
        ["Build it."],
        ["Apple"],
        ["An apple."],
        ["npm"],
        ["Text."],
      ],
    ],
  },
  {
    name: "shortcodes",
    source:
      '{{< state s="x" >}}\n\nThe {{< term text="kettle" id="k" >}} boils.\n\n{{#include a.rs}}\n\nAsk {% data v.support %} or {{ page.x }} today.\n\n{{< figure src="a.png" caption="A pot." >}}\n\n{{< note >}}Short.{{< /note >}}\n\n{% comment %}\nhidden\n{% endcomment %}\n\nA `{{ code }}` and \\frac{{a}}{b}.',
    title: "test",
    sections: [
      ["", ["The kettle boils."], ["Ask  or  today."], ["A pot."], ["Short."], ["A {{ code }} and \\frac{{a}}{b}."]],
    ],
  },
  {
    name: "components, imports and expressions",
    mdx: true,
    source:
      '---\ntitle: API\n---\nimport A from "a"\nimport {\n  B,\n} from "b"\n\nexport const meta = {\n  list: [1],\n}\n\n<Info>\nWarm it.\n</Info>\n\n<Anchor id="pour" />\n###### Pour\n\n<Update label="May 5" rss={{\n    title: "a > b",\n  }}>\n\n  ## Timer\n\n      It rings.\n\n</Update>\n\n{/* hidden\nhere */}\n\nIt costs {price} pounds{" "}today.',
    title: "API",
    sections: [
      ["", ["Warm it."]],
      ["Pour", ["May 5"]],
      ["Timer", ["It rings."], ["It costs  pounds today."]],
    ],
  },
  {
    name: "what components show of their attributes",
    source:
      '# T\n\n<Step title="Fill the kettle" description="Use cold water." icon="x" />\n\n<Card title="Prices">A pot costs four pounds.</Card>\n\nThe <Tooltip tip="hot">kettle</Tooltip> boils, <Badge text="new" /> too.\n\n- <Check /> Supported\n\n| a | b |\n|---|---|\n| <Icon name="x" /> c | <b>d</b> |',
    sections: [
      [
        "",
        ["Fill the kettle"],
        ["Use cold water."],
        ["Prices"],
        ["A pot costs four pounds."],
        ["The kettle boils, new too."],
        ["Supported"],
        ["a | b", "c | d"],
      ],
    ],
  },
  {
    name: "HTML by its elements",
    source:
      '# Club\n\n<div class="card">\n  <h3>How to join</h3>\n  <ul style="x: 0;">\n    <li>Fill in the form</li>\n    <li>Pay <strong>three</strong> pounds</li>\n  </ul>\n      <p>Valid for a year.</p>\n</div>\n\n<dl><dt>Pot</dt><dd>A vessel.</dd></dl>\n<blockquote>Quoted.</blockquote>\n<pre>a = 1\nb = 2</pre>\n\n<details><summary>Why?</summary>\n\nText **bold**.\n\n</details>',
    sections: [
      [
        "How to join",
        ["Fill in the form"],
        ["Pay three pounds"],
        ["Valid for a year."],
        ["Pot"],
        ["A vessel."],
        ["Quoted."],
        ["a = 1", "b = 2"],
        ["Why?"],
        ["Text bold."],
      ],
    ],
  },
  {
    name: "HTML that shows nothing, and what is none",
    source:
      "# T\n\n<!-- a\n\nb -->\n<style>\n.a { }\n\n.b { }\n</style>\n<script>\nlet a;\n</script>\n\nUse start <port>; a < b and c > d; List<String> too; <kbd>C</kbd> ok.",
    sections: [["", ["Use start <port>; a < b and c > d; List<String> too; C ok."]]],
  },
  {
    name: "line breaks",
    source: "# T\n\nLine one<br>Line two<br/>\nLine three\n\n| a | b |\n| - | - |\n| c | Half.<br>Use 90 degrees. |",
    sections: [["", ["Line one"], ["Line two"], ["Line three"], ["a | b", "c | Half.", "Use 90 degrees."]]],
  },
  {
    name: "tables of HTML",
    source:
      "# T\n\n<table><thead><tr><th>Port</th><th>Use</th></tr></thead>\n<tr>\n  <td>9090</td>\n\n  <td><a href='x'>Metrics</a></td>\n</tr>\n<tr><td>80</td><td>Web</td></tr></table>\n\nAfter.",
    sections: [["", ["PortUse", "9090Metrics", "80Web"], ["After."]]],
  },
  {
    name: "tables without outer bars, with escapes and blank cells",
    source: "# T\n\na | b\n--|:-:\nx \\| y | `c|d`\n1 |\n | 2\n\n> | q | r |\n> |---|---|\n> | s | |",
    sections: [["", ["a | b", "x | y | c|d", "1", "2"], ["q | r", "s"]]],
  },
  {
    name: "emphasis next to Chinese punctuation",
    source: "# T\n\n**注意：**首次安装。他说**“不行”**了。*重点。*然后~~旧的。~~新的，==高亮==文字，x==1。",
    sections: [["", ["注意：首次安装。", "他说“不行”了。", "重点。", "然后旧的。", "新的，高亮文字，x==1。"]]],
  },
  {
    name: "links and pictures of wikis",
    source: "# T\n\n见[[首页|主页]]和[[说明]]，[[1]](u)。\n\n![[a.png|300]]\n\n![](/a.png =300x)\n\nA %%hidden%% word.",
    sections: [["", ["见主页和说明，[1]。"], ["A  word."]]],
  },
  {
    name: "names of a wiki's paragraphs",
    source: "# T\n\n茶是热的。水开了。 ^tea-1\n\n- Hot. ^a1b2c3\n\nA power a ^2\n\nIt is x ^ab here, a^bc",
    sections: [["", ["茶是热的。", "水开了。"], ["Hot."], ["A power a ^2"], ["It is x ^ab here, a^bc"]]],
  },
  {
    name: "Discord's marks",
    source:
      "# T\n\n<@123> 说||剧透||，见 <#42> <:tea:99> <t:1700000000:R>，用 </ask:5>。\n-# 小字\n__下划线__文字\n\n>>> 引用\n\n`<@123>` a || b || c",
    sections: [["", ["说剧透，见   ，用 /ask。"], ["小字"], ["下划线文字"], ["引用"], ["<@123> a || b || c"]]],
  },
  {
    name: "lists of tasks, definitions, footnotes and abbreviations",
    source:
      "# T\n\n- [ ] Open\n  - [x] Done\n\nKettle\n: A vessel.\n: A drum.\n\n*[HTML]: Hyper\n\nText[^1].\n\n[^1]: Note.\n    Goes on.\n\n    More.",
    sections: [
      ["", ["Open"], ["Done"], ["Kettle"], ["A vessel."], ["A drum."], ["Text."], ["Note.", "Goes on."], ["More."]],
    ],
  },
  {
    name: "lists of links to the page itself",
    source:
      "# T\n\n## Contents\n\n- [Hours](#hours)\n  - [Sunday](#sunday)\n- [Prices](#prices)\n\n[TOC]\n\n1. x\n{:toc}\n\n<p><a href='#a'>A</a> • <a href='#b'>B</a></p>\n\n## Hours\n\nAt [eight](#x) or [nine](#y), see.",
    sections: [["Hours", ["At eight or nine, see."]]],
  },
  {
    name: "numbered lines as headings",
    source:
      "# 章程\n\n一、会员\n\n（一）入会\n\n1. 年满十六岁。\n\n（二）退会\n\n随时可以。\n\n二、会费\n\n每年一百元。",
    sections: [
      ["一、会员"],
      ["（一）入会", ["年满十六岁。"]],
      ["（二）退会", ["随时可以。"]],
      ["二、会费", ["每年一百元。"]],
    ],
  },
  {
    name: "numbered lines that are items",
    source:
      "# 条例\n\n## 第二章 会员\n\n第六条 有下列情形之一的，取消：\n\n（一）欠费的；\n\n（二）损坏不赔的。\n\n前款的会员不得入会。\n\n一、甲。\n二、乙。",
    sections: [
      [
        "第二章 会员",
        ["第六条 有下列情形之一的，取消："],
        ["（一）欠费的；"],
        ["（二）损坏不赔的。"],
        ["前款的会员不得入会。"],
        ["一、甲。"],
        ["二、乙。"],
      ],
    ],
  },
  {
    name: "headings as many write them",
    source:
      "# T\n\n##标题\n\n#标签 和文字\n\nA whole sentence stands here.\n---\n\nTwo lines\nof text\n---\n\nShort\n---\n\nText.",
    sections: [
      ["标题", ["#标签 和文字"], ["A whole sentence stands here."], ["Two lines\nof text"]],
      ["Short", ["Text."]],
    ],
  },
];

describe("Markdown as it is found", () => {
  test.for(rows)("reads $name", ({ source, title = source.match(/^# (.*)$/mu)?.[1], sections, mdx: isMdx }) => {
    expect(seen(source, isMdx)).toEqual({ title, sections });
  });
});

describe("titles", () => {
  test.for([
    { name: "of a second level", source: "## What?\n\nA.\n\n## B\n\nC.", title: "What?" },
    { name: "above another", source: "# 茶社\n\n# 章程\n\n## 总则\n\n文。", title: "茶社" },
    {
      name: "below links to other languages",
      source: "[English](a) | 中文\n\n# 茶社\n\n文。\n\n## 一\n\n文。",
      title: "茶社",
    },
    { name: "of TOML", source: '+++\ntitle = "Tea rules"\ndate = 2030-06-01\n+++\n\nText.', title: "Tea rules" },
    { name: "of JSON", source: ';;;\n{"title": "Tea"}\n;;;\n\nText.', title: "Tea" },
    { name: "of front matter above another heading", source: "---\ntitle: A\n---\n# B\n\nText.", title: "A" },
    { name: "never of a numbered part", source: "# 第一章 总则\n\n文。\n\n# 第二章 会员\n\n文。", title: "test" },
    {
      name: "never behind text",
      source: "Text that is long enough to count. ".repeat(20) + "\n\n# A\n\nB.",
      title: "test",
    },
  ])("are found $name", ({ source, title }) => {
    expect(seen(source).title).toBe(title);
  });
});

test("reads a Chinese page as Chinese whatever its marks", () => {
  const source = `# 茶社\n\n<div style="${"color: red; ".repeat(50)}"><p>早上八点开门。</p></div>`;
  expect(parseChecked(source, { format: markdown }).language).toBe("zh");
});

describe("properties", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...rows.map(({ source }) => source)),
      fc.constantFrom(...rows.flatMap(({ source }) => source.split("\n"))),
      fc.constantFrom(
        "\n",
        "\n\n",
        "    ",
        "  ",
        "> ",
        "- ",
        "1. ",
        "|",
        "<",
        ">",
        "{",
        "}",
        "{{",
        "}}",
        "{%",
        "%}",
        "`",
        "**",
        "|---|---|\n",
        "<table>",
        "</table>",
        "<td>",
        "<li>",
        "</li>",
        "<h2>",
        "</h2>",
        "<br>",
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "<Card>",
        "</Card>",
        ":::",
        "===",
        "字。",
        "a ",
        "\r\n",
        "\uFEFF",
        "😀",
        "\\",
      ),
    ),
    { maxLength: 14 },
  );

  test("keeps every invariant whatever is put together", () => {
    fc.assert(
      fc.property(pieces, fc.boolean(), (parts, isMdx) => {
        const article = parseChecked(`字。\n\n${parts.join("")}`, { format: isMdx ? mdx : markdown });
        expect(article.sections.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });

  test("reads plain marks as the parser does", () => {
    const words = fc.constantFrom(
      "**a b**",
      "*c*",
      "~~d~~",
      "`e f`",
      "[g h](u/v#w)",
      "**注意：**",
      "字",
      "。",
      "i",
      " ",
      "\n",
      ", ",
      "x*",
      "!",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = `a${parts.join("")}z`;
        const simple = readSimple(text);
        if (!simple) return;
        // A mark that is not plain makes the parser read it.
        const source = `${text}\\!`;
        const [shown] = showTexts(source, [[{ start: 0, end: source.length }]], []);
        const parsed = shown?.visible.map(({ start, end }) => ({ start, end: Math.min(end, text.length) }));
        expect(parsed?.filter(({ start, end }) => start < end)).toEqual(mergeSpans(simple.visible));
      }),
      { numRuns: 2000 },
    );
  });
});
