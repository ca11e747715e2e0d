import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { listedQuotes } from "../../../src/answer/answer.ts";
import { answerQuestion } from "../../../src/answer/answer-question.ts";
import { loadDictionaries } from "../../../src/answer/create-library.ts";
import type { PackedArticle } from "../../../src/guilds/guild-articles.ts";
import type { LargeLibrary } from "../../../src/guilds/large-libraries.ts";
import { fingerprint } from "../../../src/indexes/fingerprint.ts";
import { createLargeOnServer } from "../../../src/preparing/large/large-on-server.ts";
import { createLibrary, type Library } from "../../../src/search/library.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { whenLoaded } from "../../../src/text/not-loaded.ts";
import { keep } from "../../support/guild-of.ts";
import { libraryOf } from "../../support/library-of.ts";
import { parseChecked } from "../../support/parse.ts";
import { ask, hasPostgres, query } from "../../support/postgres.ts";

const tea = parseChecked("# Tea\n\nThe tea is poured at noon by Zebedee.", { metadata: { id: "tea" } });
const bread = parseChecked("# Bread\n\nThe bread is baked at night.", { metadata: { id: "bread" } });

function packed(...articles: readonly (typeof tea)[]): PackedArticle[] {
  return articles.map((article) => {
    const { id, record, contents } = keep(article.id, [article]);
    const content = contents.find(({ sha256 }) => sha256 === record.versions[0]?.packed);
    if (!content) throw new Error("no packed article");
    return { guild: "4", id, record, ...content };
  });
}

/** Several processes over one server. */
function openPlace() {
  const schema = `test_large_${randomUUID().slice(0, 8)}`;
  onTestFinished(() => ask(`drop schema if exists ${schema}_1 cascade`));
  const start = () => {
    const memory = createMemoryBudget(10_000_000);
    const server = { url: process.env["TEST_DATABASE_URL"] ?? "", schema };
    const large = createLargeOnServer({ server, fingerprint, memory });
    onTestFinished(async () => large.close?.());
    return large;
  };
  const keys = async () => {
    const rows = await query(`select head from ${schema}_1.articles order by head`);
    return rows.map(({ head }) => (/"id":"(\w+)"/u.exec(String(head)) ?? [])[1]);
  };
  return { schema, start, keys };
}

/** The sentence that comes first for each question, as certain as it may be. */
async function firsts({ articles, segment }: LargeLibrary, asked: readonly string[]) {
  const library = createLibrary(articles, { ...loadDictionaries(), segments: [segment] });
  const answers: (string | undefined)[] = [];
  for (const question of asked) answers.push(await whenLoaded(() => firstOf(library, question)));
  return answers;
}

function firstOf(library: Library, question: string): string | undefined {
  return listedQuotes(answerQuestion(library, question, { limit: 3 }))[0]?.text;
}

const questions = ["When is the tea poured?", "Who bakes the bread?", "Is there coffee?"];

describe.skipIf(!hasPostgres)("servers' large libraries in PostgreSQL", () => {
  test("are asked with the same answers as from memory, by whichever process", async () => {
    const { start } = openPlace();
    const [one, other] = [start(), start()];
    const made = await one.open("4", packed(tea, bread));
    const found = await other.find("4", packed(tea, bread));
    const here = libraryOf([tea, bread]);
    const expected = questions.map((question) => firstOf(here, question));
    if (!found) throw new Error("not found");
    for (const library of [made, found]) {
      expect(library.articles.map(({ id }) => id)).toEqual(["tea", "bread"]);
      expect(await firsts(library, questions)).toEqual(expected);
      expect(library.articles.map(({ text }) => text)).toEqual([tea.text, bread.text]);
    }
    expect([await one.guilds(), await other.find("5", packed(tea))]).toEqual([["4"], undefined]);
  });

  test("bring other processes only what is new, as the same articles", async () => {
    const { start } = openPlace();
    const [one, other] = [start(), start()];
    await one.open("4", packed(tea));
    const before = await other.find("4", packed(tea));
    expect(await other.find("4", packed(tea, bread))).toBeUndefined();
    await one.open("4", packed(tea, bread));
    const after = await other.find("4", packed(tea, bread));
    expect(after?.articles[0]).toBe(before?.articles[0]);
    expect(after && (await firsts(after, ["When is the bread baked?"]))).toEqual(["The bread is baked at night."]);
  });

  test("leave out at once what a server removed, and forget it in the next round", async () => {
    const { start, keys } = openPlace();
    const [one, other] = [start(), start()];
    await one.open("4", packed(tea, bread));
    await one.open("5", packed(tea));
    const later = await other.find("4", packed(bread));
    expect(later?.articles.map(({ id }) => id)).toEqual(["bread"]);
    expect(later && (await firsts(later, ["When is the tea poured?"]))).not.toContain(
      "The tea is poured at noon by Zebedee.",
    );
    expect(await one.guilds()).toEqual(["4", "5"]);
    await one.retain("4", packed(bread));
    expect(await keys()).toEqual(["bread", "tea"]);
    expect(later && (await firsts(later, ["When is the bread baked?"]))).toEqual(["The bread is baked at night."]);
  });

  test("keep what was added since a round began", async () => {
    const { start, keys } = openPlace();
    const [one, other] = [start(), start()];
    await one.open("4", packed(tea));
    await other.guilds();
    await one.open("4", packed(tea, bread));
    await other.retain("4", packed(tea));
    expect(await keys()).toEqual(["bread", "tea"]);
  });

  test("go with their server, and are made again where it comes back", async () => {
    const { start, keys } = openPlace();
    const [one, other] = [start(), start()];
    await one.open("4", packed(tea));
    await other.find("4", packed(tea));
    await one.forget("4");
    expect([await one.guilds(), await keys()]).toEqual([[], []]);
    expect(await other.find("4", packed(tea))).toBeUndefined();
    const again = await other.open("4", packed(tea));
    expect(await firsts(again, ["When is the tea poured?"])).toEqual(["The tea is poured at noon by Zebedee."]);
  });

  test("of a server that another process has more memory for stay", async () => {
    const { start, keys } = openPlace();
    const [one, other] = [start(), start()];
    await one.open("4", packed(tea));
    await other.retain("4", []);
    expect(await keys()).toEqual(["tea"]);
    await one.retain("4", []);
    expect(await keys()).toEqual([]);
  });

  test("that nobody opened for days are swept, but none that is in use", async () => {
    const { schema, start } = openPlace();
    const [one, other] = [start(), start()];
    const held = await one.open("4", packed(tea));
    await other.open("5", packed(bread));
    await query(`update ${schema}_1.libraries set seen = now() - interval '8 days'`);
    await one.sweep?.();
    expect(await one.guilds()).toEqual(["4"]);
    expect(await firsts(held, ["When is the tea poured?"])).toEqual(["The tea is poured at noon by Zebedee."]);
  });

  test("make no tables where there are none", async () => {
    const { schema, start } = openPlace();
    const one = start();
    expect(await one.guilds()).toEqual([]);
    await one.forget("4");
    await one.retain("4", []);
    await one.sweep?.();
    expect(await query(`select to_regclass('${schema}_1.ready') as there`)).toEqual([{ there: null }]);
  });
});
