import { describe, expect, test } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { createBot } from "../../src/bot.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Reply } from "../../src/render/reply.ts";
import { libraryOf } from "../support/library-of.ts";
import { checkCommandList } from "../../src/local-discord/limits.ts";
import {
  command,
  idOf,
  pressableIds,
  labelsOf,
  menu,
  pressed,
  rowsOf,
  submitted,
  typing,
} from "../support/invocations.ts";
import { smallLibrary } from "../support/library.ts";
import { messageOf } from "../support/reply.ts";
import { expectValid } from "../support/valid-reply.ts";
import { oneParagraph } from "../render/answers.ts";

const library = smallLibrary();
const services: Services = { library, quotesPerAnswer: 1, gapChannelId: "77" };

function botWith(given: Partial<Services> = {}) {
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_event: string, fields?: object) => void faults.push(fields),
  };
  const faults: unknown[] = [];
  const all = { ...services, ...given };
  const bot = createBot({ commands, menus, controls, hear, services: all, log, createFaultId: () => "f-1" });
  return async (invocation: Invocation): Promise<Reply> => {
    const reply = await bot.respond({ ...invocation, id: String(nextId++) });
    expect(faults).toEqual([]);
    expectValid(reply, invocation, all);
    return reply;
  };
}

let nextId = 1_300_000_000_000_000_000n;
const ask = botWith();

/** For those who run a server: in servers alone, and only where the server itself has added the bot. */
const ofManagers = new Set(["library", "Add to the library", "settings", "teach", "This is the right place"]);

test("declares commands that Discord takes, everywhere or for managers, in three languages", () => {
  const all = [...commands, ...menus].map(({ declaration }) => declaration);
  const typed = all.map((declaration) => ({ type: 1, ...declaration }));
  expect(checkCommandList(typed)).toEqual([]);
  for (const declaration of all) {
    expect(declaration).toMatchObject(
      ofManagers.has(declaration.name)
        ? { contexts: [0], integration_types: [0], default_member_permissions: "32" }
        : { contexts: [0, 1, 2], integration_types: [0, 1] },
    );
    expect(Object.keys(declaration.name_localizations ?? {})).toEqual(["zh-CN", "zh-TW"]);
  }
});

describe("/search", () => {
  test("shows every place with the words in bold", async () => {
    const { content } = messageOf(await ask(command("search", { words: "oxidised" })));
    expect(content).toContain("-# 🔍 oxidised · 2 places\n**");
    expect(content).toContain("> Green tea is not **oxidised**.");
  });

  test.for([
    { name: "nothing found", words: "coffee", said: /nowhere/u },
    { name: "no words", words: "?!", said: /no word/u },
    { name: "some words only", words: "Yunnan roasted", said: /2 have some/u },
  ])("says so privately: $name", async ({ words, said }) => {
    expect(messageOf(await ask(command("search", { words }))).content).toMatch(said);
  });

  test("leafs through many places, even words with colons", async () => {
    const many = smallLibrary(
      `Tea\n\nBlack\n\n${Array.from({ length: 30 }, (_, n) => `Tea: number ${n} of tea.`).join(" ")}\n`,
    );
    const bot = botWith({ library: many });
    const first = await bot(command("search", { words: "tea: of", article: "tea" }));
    const second = await bot(pressed(first, idOf(first, "search")));
    expect(second).toMatchObject({ kind: "update", content: expect.stringContaining("page 2 of") });
    expect(second).toMatchObject({ content: expect.stringContaining("🔍 tea: of") });
  });

  test.for([
    { name: "has room in a custom id", times: 8, buttons: 1 },
    { name: "has none, for its characters take two UTF-16 units each", times: 10, buttons: 0 },
  ])("finds a word that $name", async ({ times, buttons }) => {
    const word = "𠀀𠀁𠀂𠀃".repeat(times);
    const bot = botWith({ library: smallLibrary(`Tea\n\nBlack\n\n${`${word} is tea.\n\n`.repeat(30)}`) });
    const first = messageOf(await bot(command("search", { words: word, article: "tea" })));
    expect(first.content).toContain(" · 30 places · page 1 of ");
    expect(pressableIds(first)).toHaveLength(buttons);
  });
});

describe("/outline and /read", () => {
  test("opens a section from the table of contents, for the chooser alone", async () => {
    const outline = messageOf(await ask(command("outline")));
    expect(outline.content).toContain("**Tea**\n§1 Black tea\n§2 Green tea\n-# version");
    const [row] = rowsOf(outline);
    expect(row).toMatchObject({ options: [{ value: "1", description: "2 sentences" }, { value: "2" }] });
    const section = await ask(pressed(outline, idOf(outline, "section"), { values: ["2"] }));
    expect(section).toMatchObject({ kind: "message", private: true });
    expect(messageOf(section).content).toContain("> ¹Green tea is not oxidised. ²It is steamed or \\*roasted\\*");
  });

  test("switches numbers off, which makes a paragraph one quote", async () => {
    const shown = messageOf(await ask(command("read", { reference: "section 1" })));
    expect(shown.quotes).toHaveLength(2);
    const without = await ask(pressed(shown, idOf(shown, "read:t")));
    expect(without).toMatchObject({ kind: "update", quotes: [{ text: expect.stringMatching(/^Black.*Assam\.$/u) }] });
    expect(labelsOf(without)).toContain("Show numbers");
  });

  test("goes on to the next section", async () => {
    const shown = await ask(command("read", { reference: "§1", private: true }));
    expect(await ask(pressed(shown, idOf(shown, "read:n")))).toMatchObject({
      content: expect.stringMatching(/^\*\*§2 /u),
    });
  });

  test("opens the page that a place stands on, and turns pages between sentences", async () => {
    const text = Array.from({ length: 60 }, (_, n) => `Sentence number ${n + 1} tells something about tea.`).join(" ");
    const bot = botWith({ library: smallLibrary(`Tea\n\nBlack\n\n${text}\n`) });
    const shown = messageOf(await bot(command("read", { reference: "§1 ¶1:40" })));
    expect(shown.content).toContain("Sentence number 40 ");
    expect(shown.content).toContain("page 2 of 3");
    const next = await bot(pressed(shown, idOf(shown, "read:>")));
    expect(next).toMatchObject({ content: expect.stringContaining("page 3 of 3") });
  });

  test("leaves a sentence that is too long out whole, and says where it stands", async () => {
    const bot = botWith({ library: smallLibrary(`Tea\n\nBlack\n\nShort. It is ${"*very*, ".repeat(130)}good.\n`) });
    const shown = await bot(command("read", { reference: "§1 ¶1:2" }));
    expect(messageOf(shown).content).toContain("left out whole: [§1 ¶1:2](<https://example.org/tea");
  });

  test.for([
    { name: "no reference", reference: "hello there", said: /cannot read “hello there”/u },
    { name: "no such section", reference: "§9", said: /no §9: the sections are §1 to §2/u },
    { name: "no such paragraph", reference: "§1 ¶5", said: /§1 has no ¶5: its last one is ¶1/u },
    { name: "no such sentence", reference: "§1 ¶1:7", said: /§1 ¶1 has no sentence 7: its last one is 2/u },
    { name: "no parts", reference: "§1.1", said: /§1 has no parts/u },
  ])("explains privately: $name", async ({ reference, said }) => {
    const reply = messageOf(await ask(command("read", { reference })));
    expect(reply).toMatchObject({ private: true, content: expect.stringMatching(said) });
  });
});

describe("/cite", () => {
  test("gives a quote that can be copied, and other forms from a menu", async () => {
    const plain = messageOf(await ask(command("cite", { reference: "§2 ¶1:2" })));
    expect(plain.content).toContain("```\nIt is steamed or *roasted* soon after harvest.\n— Tea, §2 ¶1:2 · Tea News");
    const bibtex = await ask(pressed(plain, idOf(plain, "cite"), { values: ["bibtex"] }));
    expect(bibtex).toMatchObject({ kind: "update", content: expect.stringContaining("@online{tea-") });
    expect(bibtex).toMatchObject({ content: expect.stringContaining("> It is steamed or \\*roasted\\*") });
  });

  test("takes the day from the interaction's id", async () => {
    const { content } = messageOf(await ask(command("cite", { reference: "§1", form: "gbt7714" })));
    expect(content).toContain("[2024-10-27]");
  });

  test.for([
    { name: "the title", reference: "§0 ¶0", quoted: "Tea" },
    { name: "a heading", reference: "§2 ¶0", quoted: "Green tea" },
  ])("cites $name, in every form", async ({ reference, quoted }) => {
    const plain = messageOf(await ask(command("cite", { reference })));
    expect(plain.quotes.map(({ text }) => text)).toEqual([quoted]);
    expect(plain.content).toContain(reference);
    const markdown = await ask(pressed(plain, idOf(plain, "cite"), { values: ["markdown"] }));
    expect(markdown).toMatchObject({ kind: "update", content: expect.stringContaining(quoted) });
  });

  test("says so where nothing bears a number", async () => {
    const bot = botWith({ library: smallLibrary("Lease\n\nClause 1\n\nPay.\n\nClause 2\n\nRepair the hull.\n") });
    const found = messageOf(await bot(command("cite", { reference: "clause 2" })));
    expect(found.content).toContain("Repair the hull.");
    const absent = await bot(command("cite", { reference: "Clause 9" }));
    expect(messageOf(absent)).toMatchObject({ private: true, content: expect.stringContaining("“Clause 9”") });
    expect(messageOf(await bot(command("read", { reference: "Clause 2" }))).content).toContain("Repair the hull.");
  });

  test("cites several places, and a whole section too long to quote", async () => {
    const two = messageOf(await ask(command("cite", { reference: "§1 ¶1:1,2" })));
    expect(two.content).toContain(" […] ");
    expect(two.quotes).toHaveLength(2);
    const bot = botWith({ library: smallLibrary(`Tea\n\nBlack\n\n${"It is good. ".repeat(300)}\n`) });
    const long = messageOf(await bot(command("cite", { reference: "§1" })));
    expect(long).toMatchObject({ quotes: [], content: expect.stringContaining("citation alone") });
  });
});

describe("/verify", () => {
  test.for([
    { name: "verbatim", quote: "Green tea is not oxidised.", said: "✔ **Verbatim.** It" },
    { name: "a part", quote: "tea is not", said: "✔ **Verbatim**, a part" },
    {
      name: "typography",
      quote: "green tea is “not” oxidised",
      said: "but the typography differs: capitals, punctuation",
    },
    { name: "a changed word", quote: "Green tea is always oxidised.", said: "- ~~always~~ → **not**" },
    { name: "something else", quote: "Cheese comes from the moon", said: "✖ **Not in the article.**" },
    { name: "a heading", quote: "Black tea\n\nBlack", said: "✔ **Verbatim" },
  ])("tells $name", async ({ quote, said }) => {
    expect(messageOf(await ask(command("verify", { quote }))).content).toContain(said);
  });

  test.for([
    { name: "here", quote: "It comes from Yunnan", reference: "§1", said: "It is where you cited it: §1." },
    {
      name: "elsewhere",
      quote: "It comes from Yunnan",
      reference: "§2 ¶1",
      said: "It is not at §2 ¶1, but at §1 ¶1:2.",
    },
    { name: "partly", quote: "oxidised. It comes", reference: "§1 ¶1:1", said: "Only a part of it is at §1 ¶1:1" },
    { name: "nowhere", quote: "Cheese on the moon", reference: "§1", said: "Nor is it at §1." },
    { name: "no such place", quote: "It comes from Yunnan", reference: "§7", said: "There is no §7" },
  ])("keeps apart whether it is where it was cited: $name", async ({ quote, reference, said }) => {
    expect(messageOf(await ask(command("verify", { quote, reference }))).content).toContain(said);
  });
});

test("/summary quotes a sentence of each section", async () => {
  const { quotes } = messageOf(await ask(command("summary")));
  expect(quotes.map(({ text }) => text)).toEqual(["Black tea is fully oxidised.", "Green tea is not oxidised."]);
});

test("/summary leafs through many sections", async () => {
  const sections = Array.from(
    { length: 12 },
    (_, n) => `Part ${n + 1}\n\nThis is the sentence of part ${n + 1}.\n`,
  ).join("\n");
  const bot = botWith({ library: smallLibrary(`Tea\n\n${sections}`) });
  const first = await bot(command("summary"));
  expect(await bot(pressed(first, idOf(first, "summary")))).toMatchObject({
    content: expect.stringContaining("page 2 of"),
  });
});

test("/article tells what is in use", async () => {
  const { content } = messageOf(await ask(command("article")));
  expect(content).toMatch(
    /^\*\*Tea\*\* `tea`\nSource: Tea News · .*\nDate: not known\nLanguage: English\n2 sections · 2 paragraphs · 4 sentences\n/u,
  );
  expect(content).toMatch(/-# Version \(SHA-256\): [\da-f]{64}$/u);
});

test("/random quotes some sentence, another for another id", async () => {
  const replies = await Promise.all(Array.from({ length: 12 }, async () => messageOf(await ask(command("random")))));
  expect(new Set(replies.map(({ content }) => content)).size).toBeGreaterThan(2);
  for (const { quotes } of replies) expect(quotes.length).toBeGreaterThan(0);
});

describe("/help", () => {
  test("shows examples that can be pressed, and what the bot can read", async () => {
    const help = await ask(command("help"));
    expect(labelsOf(help)).toEqual(["Black tea", "Green tea"]);
    expect(messageOf(help).content).toContain("Message Content intent is off");
    const answer = await ask(pressed(help, idOf(help, "try")));
    expect(answer).toMatchObject({ kind: "message", private: true, content: expect.stringContaining("💬 Black tea") });
  });

  test("checks permissions for those who run the server, and for nobody else", async () => {
    const channel = { id: "3", guildId: "4", kind: "text", hasBot: true, botPermissions: 1024n } as const;
    const runs = { channel, asker: { id: "2", permissions: 32n } };
    const { content } = messageOf(await ask(command("help", {}, runs)));
    expect(content).toContain(
      "in this channel: **Send Messages**, **Read Message History**, **Create Public Threads**",
    );
    expect(content).toContain("in threads under it: **Send Messages in Threads**, **Read Message History**");
    expect(messageOf(await ask(command("help", {}, { channel }))).content).not.toContain("Permissions");
    const all = { ...runs, channel: { ...channel, botPermissions: 8n } };
    expect(messageOf(await ask(command("help", {}, all))).content).toContain("nothing is missing");
  });

  test.for([
    { locale: "zh-CN", said: "逐字引用原文" },
    { locale: "zh-TW", said: "逐字引用原文，沒有答案或者沒有把握就直說" },
  ] as const)("speaks $locale", async ({ locale, said }) => {
    expect(messageOf(await ask(command("help", {}, { locale }))).content).toContain(said);
  });
});

describe("context menus", () => {
  test("find in the article", async () => {
    const reply = messageOf(await ask(menu("Find in the article", "Where in Yunnan does it come from?")));
    expect(reply).toMatchObject({ private: true, content: expect.stringContaining("Yunnan") });
    expect(labelsOf(reply)).toContain("Share here");
  });

  test("check this quote", async () => {
    const reply = messageOf(await ask(menu("Check this quote", "> It comes from Yunnan and Assam.")));
    expect(reply).toMatchObject({ private: true, content: expect.stringContaining("✔ **Verbatim") });
  });

  test("check the first quote of an answer, not what stands around it", async () => {
    const answer = messageOf(await ask(command("ask", { question: "Where does black tea come from?" })));
    const reply = messageOf(await ask(menu("Check this quote", answer.content)));
    expect(reply.content).toContain("✔ **Verbatim");
  });

  test.for(["Find in the article", "Check this quote"])("%s says so where there is no text", async (name) => {
    expect(messageOf(await ask(menu(name, " "))).content).toContain("no text");
  });
});

describe("gaps", () => {
  test("are reported by consent, to the channel that was set", async () => {
    const declined = messageOf(await ask(command("ask", { question: "Who invented coffee machines?" })));
    const form = await ask(pressed(declined, idOf(declined, "gap")));
    expect(form).toMatchObject({
      kind: "modal",
      inputs: [{ value: "Who invented coffee machines?" }, { required: false }],
    });
    const report = await ask(submitted({ question: "Who invented @everyone?", comment: "" }));
    expect(report).toMatchObject({ kind: "post", channelId: "77" });
    expect(report).toMatchObject({ message: { content: expect.stringContaining("\n> Who invented \\@everyone?") } });
  });

  test("are not asked for where no channel is set", async () => {
    const bot = botWith({ gapChannelId: undefined });
    const answer = await bot(command("ask", { question: "Who invented coffee machines?" }));
    expect(labelsOf(answer)).not.toContain("Report this gap");
    expect(await bot(submitted({ question: "x" }))).toMatchObject({ kind: "message", private: true });
  });
});

describe("autocomplete", () => {
  test("puts what is typed first, then what fits it", async () => {
    expect(await choicesOf(typing("ask", { name: "question", value: "green" }))).toEqual(["green", "Green tea"]);
  });

  test("offers suggestions before anything is typed, those in the asker's language first", async () => {
    const bot = botWith({ suggestQuestions: () => suggested });
    const typed = { name: "question", value: "" };
    expect((await choicesOf(typing("ask", typed), bot))[0]).toBe("Where does it come from?");
    expect((await choicesOf(typing("ask", typed, { locale: "zh-TW" }), bot))[0]).toBe("紅茶從哪裡來?");
  });

  test.for([
    { name: "too long for a choice", value: "x".repeat(101), choices: [] },
    { name: "invisible", value: "\u200B", choices: ["Black tea", "Green tea"] },
  ])("takes what is $name as it is", async ({ value, choices }) => {
    expect(await choicesOf(typing("ask", { name: "question", value }))).toEqual(choices);
  });

  test("offers sections for references and titles for articles", async () => {
    expect(await choicesOf(typing("read", { name: "reference", value: "" }))).toEqual(["§1", "§2"]);
    expect(await choicesOf(typing("cite", { name: "reference", value: "green" }))).toEqual(["green", "§2"]);
    expect(await choicesOf(typing("ask", { name: "article", value: "te" }))).toEqual(["tea"]);
  });

  test("never offers more than Discord takes", async () => {
    const sections = Array.from({ length: 40 }, (_, n) => `Part ${n + 1}\n\nSentence of part ${n + 1}.\n`).join("\n");
    const bot = botWith({ library: smallLibrary(`Tea\n\n${sections}`) });
    expect(await choicesOf(typing("read", { name: "reference", value: "part" }), bot)).toHaveLength(25);
  });
});

describe("several articles", () => {
  const two = libraryOf([
    ...smallLibrary().articles.values(),
    oneParagraph("Coffee is roasted longer. It comes from Ethiopia.", {
      id: "coffee",
      title: "Coffee",
      version: "c0ffee00aa",
    }),
  ]);
  const bot = botWith({ library: two });

  test("must be told apart where one is meant", async () => {
    const offered = rowsOf(await bot(command("outline"))).flatMap((row) => (row.kind === "select" ? row.options : []));
    expect(offered.map(({ value }) => value)).toEqual(["tea", "coffee"]);
    expect(messageOf(await bot(command("read", { reference: "§0", article: "Coffee" }))).content).toContain("Ethiopia");
    expect(messageOf(await bot(command("ask", { question: "x", article: "milk" }))).content).toContain(
      "no such article",
    );
  });

  test("are answered from together, and leafed through", async () => {
    const answer = await bot(command("ask", { question: "Where does it come from, roasted?" }));
    const next = await bot(pressed(answer, idOf(answer, "later")));
    expect(next.kind).toBe("update");
    expect(messageOf(await bot(command("article"))).content).toMatch(/Tea[^]*Coffee/u);
  });
});

test("says so where there is no article at all", async () => {
  const bot = botWith({ library: libraryOf([]) });
  for (const name of ["ask", "search", "outline", "summary", "article", "random", "help", "verify"]) {
    expect(messageOf(await bot(command(name, { question: "x", words: "x", quote: "x" }))).content).toContain(
      "no article",
    );
  }
});

const suggested = [
  { question: "红茶从哪里来?", language: "zh" },
  { question: "Where does it come from?", language: "en" },
] as const;

async function choicesOf(invocation: Invocation, bot = ask): Promise<string[]> {
  const reply = await bot(invocation);
  return reply.kind === "choices" ? reply.choices.map(({ value }) => value) : [];
}
