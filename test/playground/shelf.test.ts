import { afterAll, beforeAll, expect, test } from "vitest";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { tellsNearest } from "../../src/playground/page/source/quoted-places.ts";
import type { Playground } from "../../src/playground/start-playground.ts";
import { type Locale, locales } from "../../src/render/locale.ts";
import { writeTraditional } from "../../src/text/write-traditional.ts";
import type { PlaygroundClient } from "../support/playground-client.ts";
import { createPlaygroundClient } from "../support/playground-client.ts";
import { startTestPlayground } from "../support/playground.ts";

let playground: Playground | undefined;
let client: PlaygroundClient;
let configured: readonly string[];

beforeAll(async () => {
  playground = await startTestPlayground();
  client = createPlaygroundClient(playground.url);
  configured = (await client.shelf()).inUse;
});

afterAll(() => playground?.close());

const notes = [
  "# Harbour notes",
  "",
  "## Ferries",
  "",
  "The last ferry leaves at 22:40. A ticket costs 4 euros.",
  "",
  "## Lighthouse",
  "",
  "The lighthouse was built in 1876 by Anna Brandt.",
  "",
].join("\n");

async function contentOf(question: string, locale: Locale = "en"): Promise<string> {
  const { response } = await client.interact(slashCommand({ name: "ask", options: { question }, locale }));
  return String(Object(response?.data).content);
}

test("answers from the configured articles at first", async () => {
  const { articles, inUse } = await client.shelf();
  expect(inUse.length).toBeGreaterThan(0);
  expect(articles.map(({ id }) => id)).toEqual(inUse);
});

test("answers from a dropped article alone, at once", async () => {
  const heard = await client.listen();
  const { status, body } = await client.drop("harbour notes.md", notes);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: "harbour-notes",
    title: "Harbour notes",
    language: "en",
    sentences: 3,
    firstSentence: "The last ferry leaves at 22:40.",
  });
  expect(body.headings).toContainEqual({ reference: expect.stringContaining("§"), heading: "Lighthouse" });
  await heard.find(({ kind }) => kind === "shelf");
  heard.close();
  expect((await client.shelf()).inUse).toEqual(["harbour-notes"]);
  expect(await contentOf("When does the last ferry leave?")).toContain("22:40");
  expect(await contentOf("Who built the lighthouse?")).toContain("Anna Brandt");
});

test("suggests questions that it answers", async () => {
  await client.drop("harbour notes.md", notes);
  const { questions, refused } = await client.examples("en", "harbour-notes");
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions) expect(await contentOf(question)).toMatch(/ferry|lighthouse|ticket/u);
  expect(await contentOf(refused ?? "")).not.toContain("> ");
});

test.for(locales)("offers readers of %s what is answered without doubt, and what is declined", async (locale) => {
  await client.post("api/shelf", { ids: configured });
  const { questions, refused } = await client.examples(locale);
  expect(questions.length).toBeGreaterThanOrEqual(3);
  for (const question of questions) {
    expect(/\p{Script=Han}/u.test(question)).toBe(locale !== "en");
    expect(question).toBe(locale === "zh-TW" ? writeTraditional(question) : question);
    const content = await contentOf(question, locale);
    expect(content).toContain("\n> ");
    expect(tellsNearest(content)).toBe(false);
  }
  expect(tellsNearest(await contentOf(refused ?? "", locale))).toBe(true);
});

test("declines the weather only where nothing tells of it", async () => {
  const forecast = "# Forecast\n\nTomorrow the weather will be sunny with a light wind from the west.\n";
  await client.drop("forecast.md", forecast);
  const { refused } = await client.examples("en", "forecast");
  expect(tellsNearest(await contentOf(refused ?? ""))).toBe(true);
});

test("knows no examples in other languages", async () => {
  expect((await client.fetch("/api/examples?locale=fr")).status).toBe(400);
});

test("takes other articles into use, and what was quoted before can still be read", async () => {
  await client.drop("harbour notes.md", notes);
  expect((await client.post("api/shelf", { ids: configured })).status).toBe(200);
  expect((await client.shelf()).inUse).toEqual(configured);
  expect(await contentOf("When does the last ferry leave?")).not.toContain("22:40");
  await client.post("api/shelf", { ids: [...configured, "harbour-notes"] });
  expect(await contentOf("When does the last ferry leave?")).toContain("22:40");
});

test("closes a dropped article, and takes it back", async () => {
  const { body } = await client.drop("harbour notes.md", notes);
  await client.post("api/shelf", { ids: configured });
  await client.post("api/shelf", { ids: [...configured, body.id] });
  expect((await client.post("api/closed", { id: body.id })).status).toBe(200);
  const closed = await client.shelf();
  expect(closed.inUse).toEqual(configured);
  expect(closed.articles.map(({ id }) => id)).not.toContain(body.id);
  expect(await contentOf("When does the last ferry leave?")).not.toContain("22:40");
  expect((await client.post("api/reopened", {})).status).toBe(200);
  expect((await client.shelf()).inUse).toEqual([...configured, body.id]);
  expect(await contentOf("When does the last ferry leave?")).toContain("22:40");
  expect((await client.post("api/reopened", {})).status).toBe(404);
});

test("answers from the configured articles once the only one in use is closed", async () => {
  const { body } = await client.drop("harbour notes.md", notes);
  expect((await client.shelf()).dropped).toContain(body.id);
  await client.post("api/closed", { id: body.id });
  expect((await client.shelf()).inUse).toEqual(configured);
});

test("closes nothing but what was dropped", async () => {
  for (const id of ["nothing", configured[0]]) expect((await client.post("api/closed", { id })).status).toBe(404);
  expect((await client.shelf()).inUse).toEqual(configured);
});

test("replaces what was dropped under the same name, and keeps the ids of others apart", async () => {
  await client.drop("harbour notes.md", notes);
  const before = (await client.shelf()).articles.length;
  const again = await client.drop("harbour notes.md", notes.replace("22:40", "23:15"));
  expect(again.body.id).toBe("harbour-notes");
  expect((await client.shelf()).articles).toHaveLength(before);
  expect(await contentOf("When does the last ferry leave?")).toContain("23:15");
  const other = await client.drop("harbour-notes.txt", "Another text. It is plain.");
  expect(other.body.id).toBe("harbour-notes-2");
  const [first = ""] = configured;
  const twin = await client.drop(`${first}.txt`, "A third text. It is plain, too.");
  expect(twin.body.id).not.toBe(first);
});

test("tells what is never quoted, and why", async () => {
  const text = `---\ntitle: Harbour\nauthor: Anna\n---\n\n# Harbour\n\n${notes}\n\n![A picture](harbour.png)\n`;
  const { body } = await client.drop("left out.md", text);
  expect(body.leftOut).toContainEqual({ reason: "front-matter", text: expect.stringContaining("author: Anna") });
  expect(body.leftOut).toContainEqual({ reason: "markup", text: expect.stringContaining("A picture") });
  expect(body.leftOut.map((one) => one.text)).not.toContain("##");
});

test("keeps the last twenty files", async () => {
  for (let number = 1; number <= 21; number += 1)
    await client.drop(`many-${number}.txt`, `Text. It is number ${number}.`);
  const ids = (await client.shelf()).articles.map(({ id }) => id);
  expect(ids).toEqual([...configured, ...Array.from({ length: 20 }, (_, index) => `many-${index + 2}`)]);
});

test.for([
  { name: "../../x.md", id: "x" },
  { name: "..\\..\\y.md", id: "y" },
  { name: "a\u0000b\n\u202E.md", id: "ab" },
  { name: "<img src=x onerror=alert(1)>.md", id: "img-src-x-onerror-alert-1" },
  { name: "谷歌 笔记.md", id: "谷歌-笔记" },
  { name: `${"长".repeat(300)}.MD`, id: "长".repeat(32) },
  { name: ".md.md", id: "md" },
  { name: "?!.md", id: "article" },
])("names $name $id", async ({ name, id }) => {
  const { status, body } = await client.drop(name, notes);
  expect({ status, id: body.id }).toEqual({ status: 200, id });
  expect(await contentOf("When does the last ferry leave?")).toContain("22:40");
});

test("reads a text out of a file that is none, and says so", async () => {
  const page = `<!doctype html><title>Harbour</title><nav>Home News</nav><main><h1>Harbour</h1><p>${notes}</p></main>`;
  const { status, body } = await client.drop("harbour.html", page);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    title: "Harbour",
    format: "HTML",
    notes: ["left away: 9 characters of menus, footers and the like"],
  });
  expect(await contentOf("When does the last ferry leave?")).toContain("22:40");
});

test.for([
  { what: "an empty file", name: "a.md", bytes: "", status: 422, problem: "a.md: is empty" },
  { what: "white space", name: "a.md", bytes: " \n\n", status: 422, problem: "a.md: is empty" },
  { what: "zero bytes", name: "a.txt", bytes: "a\u0000b", status: 422, problem: "is binary" },
  { what: "a broken PDF", name: "a.pdf", bytes: "%PDF-1.7", status: 422, problem: "is broken or no PDF" },
  { what: "an old document", name: "a.doc", bytes: "\u00d0", status: 422, problem: "save it as .docx" },
  { what: "no name", name: "", bytes: "Text.", status: 422, problem: "expected a name that ends in .txt" },
  { what: "headings only", name: "a.md", bytes: "# A\n\n## B\n", status: 422, problem: "holds no content" },
  { what: "too much", name: "a.md", bytes: "a".repeat(5_000_001), status: 413, problem: "is too large" },
])("refuses $what and keeps what is in use", async ({ name, bytes, status, problem }) => {
  const before = (await client.shelf()).inUse;
  const answer = await client.drop(name, bytes);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ problem: expect.stringContaining(problem) });
  expect((await client.shelf()).inUse).toEqual(before);
});

test("refuses a file that comes as something else", async () => {
  const form = new FormData();
  form.set("file", new Blob([notes]), "notes.md");
  const { status } = await client.fetch("api/articles?name=notes.md", { method: "POST", body: form });
  expect(status).toBe(415);
});
