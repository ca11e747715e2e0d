import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { locales } from "../../src/render/locale.ts";
import { askThrough } from "../support/ask-everything.ts";
import { commandBot } from "../support/command-bot.ts";
import { command, heard, menu } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { messageOf } from "../support/reply.ts";

/** An article has at least one sentence; all else may be empty. */
const sources = {
  "sections without text":
    "# Notes\n\n## Gates\n\n## Keys\n\nKeys hang by the door.\n\n## Boats\n\n### Oars\n\n### Sails\n",
  "no headings": "Keys hang by the door.\n",
  "a heading without words": "# \n\n## \n\nKeys hang by the door.\n\n## \n",
  "a table alone": "# Notes\n\n| Port | Use |\n| --- | --- |\n| 9090 | metrics |\n",
  "code alone": "# Notes\n\n```\nls\n```\n",
  "a picture and a word": "# Notes\n\n![a boat](boat.png)\n\nYes\n",
  "front matter and a word": "---\ntitle: Notes\n---\n\n## Gates\n\nOpen.\n",
};

const references = ["§0", "§1", "§2", "§3", "§3.1", "§1 ¶1", "§1 ¶0", "§3 ¶1:1", "§9", "title", "door"];

function everything() {
  return [
    ...references.flatMap((reference) => [
      command("read", { reference }),
      command("cite", { reference }),
      command("verify", { quote: "Keys hang", reference }),
      heard(`[[${reference}]]`, "none"),
    ]),
    ...["outline", "summary", "article", "random", "help"].map((name) => command(name)),
    ...["gates", "Boats?", "Where do keys hang?", "Oars"].flatMap((text) => [
      command("ask", { question: text }),
      command("search", { words: text }),
      command("verify", { quote: text }),
      menu("Find in the article", text),
      menu("Check this quote", text),
      heard(text, "mention"),
    ]),
  ];
}

test.for(Object.entries(sources))("never replies with nothing to an article with %s", async ([, source]) => {
  const article = parseArticle({ name: "notes.md", bytes: Buffer.from(source), format: markdown });
  const ask = commandBot({ library: libraryOf([article]), quotesPerAnswer: 3 });
  for (const locale of locales) {
    for (const invocation of everything()) {
      for (const reply of await askThrough(ask, { ...invocation, locale }, 1)) {
        expect("content" in reply ? reply.content : reply.kind).toMatch(/\S/u);
      }
    }
  }
});

describe("a section without text", () => {
  const article = parseArticle({
    name: "notes.md",
    bytes: Buffer.from(sources["sections without text"]),
    format: markdown,
  });
  const ask = commandBot({ library: libraryOf([article]), quotesPerAnswer: 3 });

  test.for([
    { reference: "§1", said: "There is no text under §1 **Gates**, only the heading." },
    { reference: "§3", said: "There is no text under §3 **Boats**, only headings." },
    { reference: "§3.2", said: "There is no text under §3.2 **Sails**, only the heading." },
    { reference: "§1 ¶1", said: "§1 has no paragraphs of its own." },
  ])("says so: $reference", async ({ reference, said }) => {
    expect(messageOf(await ask(command("cite", { reference }))).content).toBe(said);
    expect(messageOf(await ask(heard(`[[${reference}]]`, "none"))).content).toBe(said);
  });

  test("is told beside one that has some", async () => {
    const { content, quotes } = messageOf(await ask(heard("Compare [[§1]] with [[§2]].", "none")));
    expect(content).toContain("There is no text under §1 **Gates**, only the heading.");
    expect(quotes.map(({ text }) => text)).toEqual(["Keys hang by the door."]);
  });

  test("says so in the asker's language", async () => {
    const [simplified, traditional] = [
      await ask(command("cite", { reference: "§1" }, { locale: "zh-CN" })),
      await ask(command("cite", { reference: "§1" }, { locale: "zh-TW" })),
    ];
    expect(messageOf(simplified).content).toBe("§1 **Gates** 下面没有正文，只有标题。");
    expect(messageOf(traditional).content).toBe("§1 **Gates** 下面沒有內文，只有標題。");
  });

  test("can be opened", async () => {
    expect(messageOf(await ask(command("read", { reference: "§1" }))).content).toContain(
      "There is nothing to read under this heading.",
    );
  });
});
