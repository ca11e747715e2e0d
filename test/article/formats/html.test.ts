import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { html } from "../../../src/article/formats/html/html.ts";
import { extractChecked, outlineOf, shownSections } from "../../support/parse.ts";

describe("a page's elements", () => {
  test.for([
    {
      name: "entities",
      body: "<p>Salt &amp; pepper&nbsp;mill &#x2014; &copy 2026</p>",
      sections: [["", ["Salt & pepper mill — © 2026"]]],
    },
    { name: "white space", body: "<p>one\n  two\tthree </p>", sections: [["", ["one two three"]]] },
    { name: "lines between ideographs", body: "<p>茶在中午\n供应。</p>", sections: [["", ["茶在中午供应。"]]] },
    { name: "what has no width", body: "<p>sup\u200Bper\u00ADmarket</p>", sections: [["", ["suppermarket"]]] },
    {
      name: "headings",
      body: "<h2>Tea</h2><p>Hot.</p><h4>Green</h4><p>Mild.</p>",
      sections: [
        ["Tea", ["Hot."]],
        ["Green", ["Mild."]],
      ],
    },
    {
      name: "sentences beside the title above the main part",
      body: "<header><nav><p>Go home.</p></nav><h1>Leek pie</h1><p>By Jo</p><p>A plain pie. It keeps.</p></header><main><h2>Method</h2><p>Wash the leeks. Bake them for half an hour in a hot oven.</p></main>",
      sections: [
        ["", ["A plain pie.", "It keeps."]],
        ["Method", ["Wash the leeks.", "Bake them for half an hour in a hot oven."]],
      ],
    },
    {
      name: "marks that link a heading to itself",
      body: '<h2>Tea<span><a class="mark" href="#tea">#</a></span></h2><p>Hot, ranked <a href="#rank">#</a> one.</p><h2><a href="/x#green">¶</a> Green</h2><p>Mild.</p><h2><a href="#c">C#</a></h2><p>Sharp.</p>',
      sections: [
        ["Tea", ["Hot, ranked # one."]],
        ["Green", ["Mild."]],
        ["C#", ["Sharp."]],
      ],
    },
    {
      name: "what is hidden",
      body: '<p>Seen.</p><p hidden>a</p><p style="color:red; display: none">b</p><p aria-hidden="true">c</p><!-- d --><script>e</script><template>f</template><noscript>g</noscript><p>Old <s>price</s><del>h</del></p>',
      sections: [["", ["Seen."], ["Old"]]],
    },
    {
      name: "unclosed paragraphs",
      body: "<p>One.<p>Two.<ul><li>Three.<li>Four.</ul>Five.",
      sections: [["", ["One."], ["Two."], ["Three."], ["Four."], ["Five."]]],
    },
    { name: "empty lines by hand", body: "One.<br><br>Two.", sections: [["", ["One."], ["Two."]]] },
    {
      name: "tables of data",
      body: "<table><caption>Fees</caption><tr><th>Boat<th>Fee<tr><td>Sloop<td>£4<tr><td rowspan=2>Yawl<td>£5<tr><td>£6 on Sundays</table>",
      sections: [["", ["Fees"], ["Boat | Fee", "Sloop | £4", "Yawl | £5", "Yawl | £6 on Sundays"]]],
    },
    {
      name: "tables that lay out",
      body: "<table><tr><td><h2>Tea</h2><p>Hot.</p></td></tr></table>",
      sections: [["Tea", ["Hot."]]],
    },
    {
      name: "terms",
      body: "<dl><dt>Wi-Fi password<dd>It is on the desk.<dt>Who pays?<dd>Nobody.</dl>",
      sections: [["", ["Wi-Fi password\nIt is on the desk."], ["Who pays?"], ["Nobody."]]],
    },
    { name: "code", body: "<pre>\n  a = 1\n  b = 2</pre>", sections: [["", ["a = 1", "b = 2"]]] },
    {
      name: "powers",
      body: "<p>10<sup>6</sup> m<sup>2</sup>, H<sub>2</sub>O, see<sup>3</sup></p>",
      sections: [["", ["10⁶ m², H2O, see3"]]],
    },
    {
      name: "how ideographs are spoken",
      body: "<p><ruby>翌年<rp>(</rp><rt>yì</rt><rp>)</rp></ruby>修复。</p>",
      sections: [["", ["翌年修复。"]]],
    },
    {
      name: "questions that open answers",
      body: "<h3><button>Is it hot?</button></h3><p>Yes.</p>",
      sections: [["Is it hot?", ["Yes."]]],
    },
    {
      name: "short bold lines without other headings",
      body: "<p><b>Water</b></p><p>Boil it.</p>",
      sections: [["Water", ["Boil it."]]],
    },
  ] as const)("are read: $name", async ({ body, sections }) => {
    const article = await extractChecked(`<html><title>Page</title><body>${body}</body></html>`, { format: html });
    expect(shownSections(article)).toEqual(sections);
  });

  test("are shown where a page hides all of it until a script runs", async () => {
    const page = '<body style="display:none"><div id="js_content" hidden><p>Tea is hot.</p></div></body>';
    const article = await extractChecked(page, { format: html });
    expect(outlineOf(article).sections).toEqual([["", ["Tea is hot."]]]);
    expect(article.original?.notes).toEqual(["the page hides its text until a script shows it"]);
  });

  test("keep the numbers of lists out of what is quoted", async () => {
    const list = '<ol start="3"><li>Boil.<li>Pour.<ol type="a"><li>Slowly.</ol></ol><ul><li>Tea.</ul>';
    const article = await extractChecked(list, { format: html });
    expect(article.text).toBe("3. Boil.\n4. Pour.\na. Slowly.\n• Tea.");
    expect(outlineOf(article).leftOut).toEqual(["markup: 3.", "markup: 4.", "markup: a.", "markup: •"]);
  });
});

describe("a page that was saved", () => {
  const folder = new URL("pages/", import.meta.url);
  test.for([
    {
      file: "news.html",
      title: "Night ferry returns after three years",
      without: /cookies|Share|Pier closed|newsletter|Most read|First!|Terms|Skip|Advertisement|script/,
    },
    { file: "wiki.html", title: "青石桥", without: /编辑|分类|随机条目|目录|\[1\]|最后修订/u },
    { file: "blog.html", title: "Why I stopped ironing", without: /Archives|Share this|Older|\$40/ },
    { file: "docs.html", title: "Install", without: /Edit this page|Next: |Guides|Built with|Configure/ },
    { file: "forum.html", title: "Boiler makes a knocking noise", without: /Terms|Log in|New posts|Reply/ },
    { file: "notice.html", title: "关于调整部分公交线路的通知", without: /网站地图|互动交流|当前位置/u },
    { file: "bare.html", title: "Rules of the allotment", without: /<|undefined/ },
    { file: "tables.html", title: "The Old Mill - history", without: /Tours|Shop/ },
  ])("is read without what stands around it: $file", async ({ file, title, without }) => {
    const source = await readFile(new URL(file, folder), "utf8");
    const article = await extractChecked(source, { format: html, name: file });
    expect(article.title).toBe(title);
    expect(article.text).not.toMatch(without);
    const expected = await readFile(new URL(file.replace(".html", ".txt"), folder), "utf8");
    const sentences = shownSections(article).flatMap(([heading, ...paragraphs]) => [heading, ...paragraphs.flat()]);
    expect(sentences.filter((line) => line !== "").join("\n")).toBe(expected.trimEnd());
  });
});
