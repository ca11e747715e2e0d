import { describe, expect, test } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { libraryOf } from "../support/library-of.ts";
import { summarise } from "../../src/answer/summarise.ts";
import type { Article } from "../../src/article/article.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { createBot } from "../../src/bot.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Reply } from "../../src/render/reply.ts";
import { shownText } from "../../src/render/shown-text.ts";
import { plainLook } from "../../src/terminal/look.ts";
import { showAnswer } from "../../src/terminal/show-answer.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { command, heard, idOf, menu, pressed } from "../support/invocations.ts";
import { messageOf } from "../support/reply.ts";
import { expectValid } from "../support/valid-reply.ts";

const source = [
  "# Rules",
  "",
  "**The museum opens at [nine](https://a.example/hours).** Dogs stay outside.",
  "",
  "## Guards",
  "",
  "> Guards wear *green* coats and",
  "> carry a `radio`.",
].join("\n");

const article: Article = {
  ...parseArticle({
    name: "rules.md",
    bytes: Buffer.from(source),
    format: markdown,
    metadata: JSON.stringify({ source: { name: "House", address: "https://example.org/rules" } }),
  }),
  landmarks: [
    { kind: "page", label: "11", start: 0 },
    { kind: "page", label: "12", start: source.indexOf("## Guards") },
    { kind: "page", label: "13", start: source.indexOf("carry") },
    { kind: "chapter", label: "3", start: source.indexOf("## Guards") },
  ],
  original: { format: "PDF", sha256: "ab".repeat(32), notes: ["read as GB18030, which was guessed"] },
};
const library = libraryOf([article]);
const services: Services = { library, quotesPerAnswer: 3, summarise: async (...given) => summarise(...given) };

async function ask(invocation: Invocation): Promise<Reply> {
  const faults: unknown[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_event: string, fields?: object) => void faults.push(fields),
  };
  const bot = createBot({ commands, menus, controls, hear, services, log, createFaultId: () => "f-1" });
  const reply = await bot.respond({ ...invocation, id: String(nextId++) });
  expect(faults).toEqual([]);
  expectValid(reply, invocation, services);
  return reply;
}

let nextId = 1_300_000_000_000_000_000n;

const opening = "The museum opens at nine.";
const guards = "Guards wear green coats and\ncarry a radio.";

const question = command("ask", { question: "When does the museum open?" });

describe("shows a quote without its marks", () => {
  test.for<{ name: string; invocation: Invocation; shown: string; place: string }>([
    { name: "in an answer", invocation: question, shown: opening, place: "(p. 11)" },
    {
      name: "in answer to a message",
      invocation: heard("What do guards wear?", "mention"),
      shown: guards,
      place: "(ch. 3, pp. 12–13)",
    },
    {
      name: "in /search",
      invocation: command("search", { words: "museum" }),
      shown: opening,
      place: "§0 ¶1:1 (p. 11)",
    },
    {
      name: "in /read",
      invocation: command("read", { reference: "§1" }),
      shown: `¹${guards}`,
      place: "(ch. 3, pp. 12–13)",
    },
    {
      name: "in /read without numbers",
      invocation: command("read", { reference: "§0", numbers: false }),
      shown: `${opening} Dogs stay outside.`,
      place: "§0 ¶1:1–2 (p. 11)",
    },
    { name: "in /summary", invocation: command("summary"), shown: guards, place: "§1 ¶1:1 (ch. 3, pp. 12–13)" },
    {
      name: "in /cite",
      invocation: command("cite", { reference: "§0 ¶1:1" }),
      shown: `${opening}\n— Rules, §0 ¶1:1 (p. 11) · House`,
      place: "#:~:text=The%20museum,at%20nine.",
    },
    {
      name: "in /cite for BibTeX",
      invocation: command("cite", { reference: "§1 ¶1:1", form: "bibtex" }),
      shown: guards,
      place: "  chapter = {3},\n  pages = {12--13},\n",
    },
    {
      name: "in [[…]]",
      invocation: heard("See [[§0 ¶1]].", "none"),
      shown: `${opening} Dogs stay outside.`,
      place: "§0 ¶1:1–2 (p. 11)",
    },
    {
      name: "in Chinese",
      invocation: { ...command("search", { words: "green" }), locale: "zh-TW" },
      shown: guards,
      place: "§1 ¶1:1（第 3 章，第 12–13 頁）",
    },
    { name: "in /verify", invocation: command("verify", { quote: opening }), shown: opening, place: "✔ **Verbatim.**" },
  ])("$name", async ({ invocation, shown, place }) => {
    const { content } = messageOf(await ask(invocation));
    expect(shownText(content)).toContain(shown);
    expect(content).toContain(place);
  });
});

test("gives a quote without its marks to copy", async () => {
  const answer = await ask(question);
  const copy = messageOf(await ask(pressed(answer, idOf(answer, "copy"))));
  expect(copy.content).toContain(`\`\`\`\n${opening}\n— Rules, §0 ¶1:1 (p. 11) · House`);
});

test("shows what matched in bold, within what is shown", async () => {
  expect(messageOf(await ask(command("search", { words: "nine" }))).content).toContain(
    "> The museum opens at **nine**.",
  );
});

test("takes what it shows for verbatim, copied or out of its own message", async () => {
  const answer = messageOf(await ask(question));
  const check = messageOf(await ask(menu("Check this quote", answer.content)));
  expect(check.content).toContain("✔ **Verbatim.** It");
  const wrapped = messageOf(await ask(command("verify", { quote: guards.replace("\n", " ") })));
  expect(wrapped.content).toContain("✔ **Verbatim.** It");
});

test("shows no marks where a checked quote differs", async () => {
  const { content } = messageOf(await ask(command("verify", { quote: "The museum opens at ten." })));
  expect(content).toContain("- ~~ten~~ → **nine**");
});

test("tells what the text was read out of", async () => {
  const { content } = messageOf(await ask(command("article")));
  expect(content).toContain("Read out of: PDF · read as GB18030, which was guessed\n-# Version (SHA-256): ");
  expect(content).toContain(`\n-# Original file (SHA-256): ${"ab".repeat(32)}`);
});

test("shows a quote without its marks in the terminal", () => {
  const shown = showAnswer(answerQuestion(library, "What do guards wear?", { limit: 1 }), library, plainLook);
  expect(shown).toContain("  Guards wear green coats and\ncarry a radio.\n  §1 ¶1:1 (ch. 3, pp. 12–13) · version");
});
