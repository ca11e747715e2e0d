import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Reply } from "../../src/render/reply.ts";
import { commandBot } from "../support/command-bot.ts";
import { command, idOf, pressed, rowsOf, typing } from "../support/invocations.ts";
import { guildWith } from "../support/guild-with.ts";
import { libraryOf } from "../support/library-of.ts";
import { messageOf } from "../support/reply.ts";

function articleOf(id: string, title: string): Article {
  const text = `# ${title}\n\n## First of ${id}\n\nThe first sentence of ${id}.\n\n## Second of ${id}\n\nAnother sentence of ${id}.\n`;
  return parseArticle({ name: `${id}.md`, bytes: Buffer.from(text), format: markdown });
}

const library = libraryOf([
  articleOf("rules", "House rules"),
  articleOf("rules-2019", "House rules"),
  articleOf("fees", "Fees"),
]);
const ask = commandBot({ library, quotesPerAnswer: 3 });

function optionsOf(reply: Reply) {
  return rowsOf(reply).flatMap((row) => (row.kind === "select" ? row.options : []));
}

async function choose(reply: Reply, value: string): Promise<Reply> {
  return ask(pressed(reply, idOf(reply, "choose"), { values: [value] }));
}

test.for([
  { name: "read", options: { reference: "§2" }, shown: "Another sentence of fees." },
  { name: "cite", options: { reference: "§2 ¶1:1", form: "markdown" }, shown: "Another sentence of fees." },
  { name: "outline", options: {}, shown: "§2 Second of fees" },
  { name: "summary", options: {}, shown: "The first sentence of fees." },
])("/$name offers the articles, and goes on with the chosen one", async ({ name, options, shown }) => {
  const offered = messageOf(await ask(command(name, options)));
  expect(offered.private).toBe(true);
  expect(offered.content).toBe("There are several articles. Which one do you mean?");
  expect(optionsOf(offered).map(({ value }) => value)).toEqual(["rules", "rules-2019", "fees"]);
  const chosen = messageOf(await choose(offered, "fees"));
  expect(chosen.content).toContain(shown);
  expect(chosen.private).toBe(false);
});

test("keeps that only the asker is to see it, and that sentences stay without numbers", async () => {
  const offered = await ask(command("read", { reference: "§1", private: true, numbers: false }));
  const chosen = messageOf(await choose(offered, "fees"));
  expect(chosen.private).toBe(true);
  expect(chosen.content).not.toContain("¹");
  expect(messageOf(await choose(await ask(command("read", { reference: "§1" })), "fees")).content).toContain("¹");
});

test("tells the same titles apart", async () => {
  expect(optionsOf(await ask(command("outline")))).toEqual([
    { label: "House rules", value: "rules", description: "rules" },
    { label: "House rules", value: "rules-2019", description: "rules-2019" },
    { label: "Fees", value: "fees", description: "fees" },
  ]);
});

test("asks which of those with the same title is meant", async () => {
  const offered = messageOf(await ask(command("outline", { article: "house rules" })));
  expect(optionsOf(offered).map(({ value }) => value)).toEqual(["rules", "rules-2019"]);
  expect(messageOf(await ask(command("outline", { article: "rules" }))).content).toContain("First of rules");
});

test("offers what there is where a named article does not exist", async () => {
  const offered = messageOf(await ask(command("outline", { article: "prices" }, { locale: "zh-TW" })));
  expect(offered.content).toBe("沒有這篇文章，你指的是哪一篇？");
  expect(optionsOf(offered)).toHaveLength(3);
});

test("leafs through more articles than a menu holds", async () => {
  const many = libraryOf(Array.from({ length: 60 }, (_, index) => articleOf(`a${index}`, `About number ${index}`)));
  const bot = commandBot({ library: many, quotesPerAnswer: 3 });
  const first = await bot(command("read", { reference: "§1", private: true }));
  expect(optionsOf(first).map(({ value }) => value)).toEqual(Array.from({ length: 25 }, (_, index) => `a${index}`));
  expect(messageOf(first).content).toContain("page 1 of 3");
  const next = rowsOf(first)
    .flatMap((row) => (row.kind === "buttons" ? row.buttons : []))
    .at(-1);
  const second = await bot(pressed(first, next?.kind === "action" ? next.customId : ""));
  expect(second.kind).toBe("update");
  expect(optionsOf(second)[0]?.value).toBe("a25");
  const chosen = await bot(pressed(second, idOf(second, "choose"), { values: ["a30"] }));
  expect(messageOf(chosen)).toMatchObject({ private: true });
  expect(messageOf(chosen).content).toContain("The first sentence of a30.");
});

test("names the articles where a menu has no room for what was asked", async () => {
  const offered = messageOf(await ask(command("read", { reference: "9".repeat(100) })));
  expect(optionsOf(offered)).toEqual([]);
  expect(offered.content).toContain("`fees` Fees");
});

test("says so where the chosen article is gone, or the menu is another program's", async () => {
  const offered = await ask(command("outline"));
  expect(messageOf(await choose(offered, "gone")).content).toContain("cannot be shown any more");
  for (const id of ["1:choose:=:0:library:p", "1:choose:=:x:read", "1:choose", "1:choose:=:0:constructor"]) {
    expect(messageOf(await ask(pressed(offered, id, { values: ["fees"] }))).private).toBe(true);
  }
});

test("/verify takes a reference for one of the article that has the quote", async () => {
  const quote = "Another sentence of fees.";
  expect(messageOf(await ask(command("verify", { quote, reference: "§2" }))).content).toContain(
    "It is where you cited it: §2.",
  );
  expect(messageOf(await ask(command("verify", { quote, reference: "§1" }))).content).toContain(
    "It is not at §1, but at §2 ¶1:1.",
  );
});

test("tells the same titles apart while they are typed", async () => {
  const offered = await ask(typing("read", { name: "article", value: "" }));
  expect(offered.kind === "choices" && offered.choices.map(({ name }) => name)).toEqual([
    "House rules · rules",
    "House rules · rules-2019",
    "Fees",
  ]);
});

test("tells when a server brought an article of the same title, and which is everybody's", async () => {
  const versions = [versionOf("rules-2019", Date.UTC(2026, 10, 3))];
  const record = { versions, active: versions[0]?.version ?? "" };
  const guild = await guildWith([{ kind: "article", key: "rules-2019", value: record }]);
  const bot = commandBot({ library, guild, quotesPerAnswer: 3 });
  expect(optionsOf(await bot(command("outline"))).map(({ description }) => description)).toEqual([
    "rules · for all servers",
    "rules-2019 · brought 2026-11-03",
    "fees",
  ]);
});

function versionOf(id: string, at: number) {
  const version = library.articles.get(id)?.version ?? "";
  const file = { original: version, packed: version, file: `${id}.md`, bytes: 10 };
  return { ...file, version, title: "House rules", language: "en", sections: 2, sentences: 2, at, by: "2" };
}
