import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Attachment } from "../../src/invocation.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";
import {
  addFromMessage,
  endless,
  type GuildBot,
  guildBot,
  libraryCommand,
  manager,
  otherGuild,
  pressedByManager,
  typingInLibrary,
  upload,
} from "../support/library-bot.ts";
import { command, idOf, labelsOf, pressableIds, pressed, somebody } from "../support/invocations.ts";
import { parseChecked } from "../support/parse.ts";

const tea = `# Tea house

## Hours

The tea house opens at nine on every day of the week. It closes at ten in the evening. Dogs may come in.

## Prices

A cup of green tea costs two coins. A pot for four people costs six coins.
`;
const newTea = tea
  .replace("opens at nine", "opens at eleven")
  .replace(" Dogs may come in.", "")
  .concat("\n## Groups\n\nGroups of ten and more book a table a week before they come.\n");
const everybodys = parseChecked("# Harbour\n\nThe harbour opens at six.", { metadata: { id: "harbour" } });
const today = Date.UTC(2026, 9, 3);
const DAY = 24 * 60 * 60 * 1000;

function contentOf(reply: Reply): string {
  if (reply.kind !== "message" && reply.kind !== "update") throw new Error(`a ${reply.kind}`);
  return reply.content;
}

async function add(bot: GuildBot, file: Attachment, options: Record<string, string> = {}): Promise<Reply> {
  return bot.send(libraryCommand("add", options, file));
}

async function publish(bot: GuildBot, draft: Reply): Promise<Reply> {
  return bot.send(pressedByManager(draft, idOf(draft, "publish")));
}

/** A server with the tea house's rules. */
async function teaHouse(): Promise<GuildBot> {
  const bot = await guildBot({ everybodys: [everybodys], time: today });
  await publish(bot, await add(bot, upload("tea-house.md", tea)));
  return bot;
}

async function replaceTea(bot: GuildBot, text = newTea): Promise<Reply> {
  return publish(bot, await bot.send(libraryCommand("replace", { id: "tea-house" }, upload("tea-2.md", text))));
}

const whenOpen = command("ask", { question: "When does the tea house open?" });

describe("/library add", () => {
  test("shows what was read, and answers from it once it is published", async () => {
    const bot = await guildBot({ everybodys: [everybodys], time: today });
    const draft = await add(bot, upload("tea-house.md", tea), { source: "https://tea.example" });
    expect(contentOf(draft)).toMatch(
      /^📄 Ready to be published: \*\*Tea house\*\* `tea-house`\n-# tea-house\.md · 1 KB · English · 2 sections · 5 sentences · https\\:/u,
    );
    expect(contentOf(draft)).toContain("Begins with: The tea house opens at nine on every day of the week.");
    expect(contentOf(draft)).toMatch(/One could ask:\n- /u);
    expect(labelsOf(draft)).toEqual(["Publish", "Cancel"]);
    expect(contentOf(await bot.send(whenOpen))).not.toContain("nine");
    const published = await publish(bot, draft);
    expect(published).toMatchObject({ kind: "update", content: expect.stringContaining("published as `tea-house`") });
    expect(contentOf(await bot.send(whenOpen))).toContain("nine");
    expect(contentOf(await bot.send({ ...whenOpen, channel: otherGuild }))).not.toContain("nine");
  });

  test("is published after a restart, once, and by nobody else", async () => {
    const bot = await guildBot({ time: today });
    const draft = await add(bot, upload("tea-house.md", tea));
    const later = await bot.restart(today + 1000);
    const stranger = pressed(draft, idOf(draft, "publish"), { asker: { id: "3" } });
    expect(contentOf(await later.send(stranger))).toContain("Only whoever brought this");
    const elsewhere = { ...pressedByManager(draft, idOf(draft, "publish")), channel: otherGuild };
    expect(contentOf(await later.send(elsewhere))).toContain("not there any more");
    expect(contentOf(await publish(later, draft))).toContain("published");
    expect(contentOf(await publish(later, draft))).toContain("not there any more");
  });

  test("is given up by whoever wants that, and after a day by itself", async () => {
    const bot = await guildBot({ time: today });
    const dropped = await add(bot, upload("a.md", tea));
    expect(contentOf(await bot.send(pressedByManager(dropped, idOf(dropped, "drop"))))).toContain("Cancelled");
    expect(contentOf(await publish(bot, dropped))).toContain("not there any more");
    const old = await add(bot, upload("a.md", tea));
    const later = await bot.restart(today + DAY + 1);
    expect(contentOf(await publish(later, old))).toContain("longer than a day");
  });

  test("puts title, id and language in place of what was read", async () => {
    const bot = await guildBot({ time: today });
    const draft = await add(bot, upload("x.md", tea), { id: "Our rules!", title: "Rules *of* ours", language: "zh" });
    expect(contentOf(draft)).toContain("**Rules \\*of\\* ours** `Our-rules`");
    expect(contentOf(draft)).toContain(" · Chinese · ");
    await publish(bot, draft);
    expect(contentOf(await bot.send(command("article")))).toContain("**Rules \\*of\\* ours** `Our-rules`");
  });

  test("offers to replace what has the same id, and never takes everybody's", async () => {
    const bot = await teaHouse();
    const again = await add(bot, upload("tea-house.md", newTea));
    expect(contentOf(again)).toContain("Ready to replace");
    expect(contentOf(again)).toContain("To keep both, give another id");
    expect(contentOf(await add(bot, upload("x.md", tea), { id: "harbour" }))).toContain("article of everybody's");
    expect(contentOf(await add(bot, upload("harbour.md", newTea)))).toContain("`harbour-2`");
    expect(contentOf(await add(bot, upload("copy.md", tea)))).toContain("The same text stands already in `tea-house`");
    expect(contentOf(await add(bot, upload("tea-house.md", tea)))).toContain("has just this text already");
  });

  test.for([
    { name: "empty", file: upload("a.txt", ""), said: "is empty" },
    { name: "without words", file: upload("a.txt", "***"), said: "holds no content" },
    { name: "binary", file: upload("a.txt", new Uint8Array([0, 1, 2, 0, 255])), said: "" },
    { name: "too large", file: upload("a.txt", "a ".repeat(15_000)), said: "is too large" },
    { name: "of no known kind", file: upload("a.exe", "MZ"), said: "is of no known kind" },
  ])("says what is wrong with a file that is $name", async ({ file, said }) => {
    const bot = await guildBot({ time: today });
    const content = contentOf(await add(bot, file));
    expect(content).toMatch(/^I cannot read this file\. The reader says:\n> a\./u);
    expect(content).toContain(said);
  });

  test.for([
    { name: "right to left", given: "\u202Eexe.sgnir\u202C rules.md", id: "exe.sgnir-rules" },
    { name: "emoji", given: "🍵🍵.md", id: "article" },
    { name: "a path", given: "../../etc/pass`wd`.md", id: "pass-wd" },
    { name: "400 letters", given: `${"长".repeat(400)}.md`, id: "长".repeat(32) },
    { name: "a device of Windows", given: "CON.md", id: "CON" },
    { name: "marks alone", given: "…!?.md", id: "article" },
  ])("takes a file whose name has $name", async ({ given, id }) => {
    const bot = await guildBot({ time: today });
    const draft = await add(bot, upload(given, tea));
    expect(contentOf(draft)).toContain(`\`${id}\``);
    expect(contentOf(await publish(bot, draft))).toContain("published");
  });

  test("is called off without a trace", async () => {
    const bot = await guildBot({ time: today });
    const stopped = await bot.send(libraryCommand("add", {}, endless), async (first) => {
      expect(contentOf(first)).toBe("Fetching endless.md …");
      await bot.send(pressedByManager(first, idOf(first, "stop")));
    });
    expect(contentOf(stopped)).toContain("Cancelled");
    expect(await bot.store.read("4")).toEqual({ revision: 0, records: [] });
  });
});

function shelves(word: string): string {
  const sentences = Array.from({ length: 12 }, (_, n) => `The ${word} number ${n} stands on shelf ${n} of the house.`);
  return `# Many\n\n${sentences.join(" ")}\n`;
}

describe("/library replace", () => {
  test("shows what changes before it is published", async () => {
    const bot = await teaHouse();
    const draft = await bot.send(libraryCommand("replace", { id: "tea-house" }, upload("tea-2.md", newTea)));
    const content = contentOf(draft);
    expect(content).toContain("**1** altered · **1** added · **1** removed · **0** moved · 3 as they were");
    expect(content).toContain("~~nine~~ → **eleven**");
    expect(content).toContain("Sections added: §3 Groups");
    expect(content).toContain("- §1 ¶1:3 Dogs may come in.");
    await publish(bot, draft);
    expect(contentOf(await bot.send(whenOpen))).toContain("eleven");
  });

  test("tells which taught questions still fit, and asks them again", async () => {
    const bot = await teaHouse();
    const teach = (question: string, reference: string) =>
      bot.send(command("teach", { question, reference, article: "tea-house" }, { asker: manager }));
    await teach("May I bring my dog?", "§1 ¶1:3");
    await teach("What is the cheapest tea?", "§2 ¶1:1");
    const draft = await bot.send(libraryCommand("replace", { id: "tea-house" }, upload("tea-2.md", newTea)));
    expect(contentOf(draft)).toContain("⚠ 1 taught question would no longer fit: May I bring my dog?");
    const replaced = await publish(bot, draft);
    expect(contentOf(replaced)).toContain("is replaced by");
    expect(contentOf(replaced)).toContain("May I bring my dog?");
    expect(replaced).toMatchObject({ files: [{ name: "taught-questions.csv" }] });
    expect(labelsOf(replaced)).toEqual(["Undo"]);
    const undone = await bot.send(pressedByManager(replaced, idOf(replaced, "undo")));
    expect(contentOf(undone)).toContain("Taken back: tea-house");
    const asked = await bot.send(command("ask", { question: "May I bring my dog?" }));
    expect(contentOf(asked)).toContain("People of this server chose §1 ¶1:3");
  });

  test("hands out all changes where there are many", async () => {
    const bot = await guildBot({ time: today });
    await publish(bot, await add(bot, upload("many.md", shelves("cup"))));
    const draft = await bot.send(libraryCommand("replace", { id: "many" }, upload("many.md", shelves("pot"))));
    const { files } = draft as MessageReply;
    expect(files?.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes).split("\n+ ").length])).toEqual([
      ["changes.md", 13],
    ]);
  });

  test("keeps every button of older answers", async () => {
    const bot = await guildBot({ time: today });
    const kinds = ["white", "green", "black", "yellow", "smoked", "roasted", "iced"];
    const text = kinds
      .map((kind) => `## On ${kind}\n\nThe price of ${kind} tea is two coins. It is good.`)
      .join("\n\n");
    await publish(bot, await add(bot, upload("tea-house.md", `# Prices\n\n${text}\n`)));
    const asked = command("ask", { question: "What is the price of tea?", private: true });
    const answer = await bot.send(asked);
    await replaceTea(bot, `# Prices\n\n${text.replaceAll("two", "three")}\n`);
    const pressOf = async (name: string, reply = answer) => bot.send(pressed(reply, idOf(reply, name)));
    const [later, wider] = [await pressOf("later"), await pressOf("wider")];
    const replies = [
      later,
      await pressOf("earlier", later),
      wider,
      await pressOf("narrower", wider),
      await pressOf("share"),
    ];
    for (const reply of replies) {
      expect(contentOf(reply)).toMatch(/The article has changed since. This is its older version[^]*two coins/u);
    }
    expect(contentOf(await pressOf("copy"))).toContain("two coins");
    const shared = await pressOf("share");
    const thread = await pressOf("thread", shared);
    expect(thread).toMatchObject({ kind: "thread", opening: { content: expect.stringContaining("price of tea") } });
  });
});

test("pages of an older version's outline are shown, those of a summary or a search are of the version in use", async () => {
  const bot = await guildBot({ time: today });
  const sections = Array.from(
    { length: 24 },
    (_, n) => `## Part ${n}\n\nThe tea of part ${n} is kept on shelf ${n}.\n`,
  );
  await publish(bot, await add(bot, upload("tea-house.md", `# Tea\n\n${sections.join("\n")}`)));
  const article = "tea-house";
  const outline = await bot.send(command("outline", { article }));
  const summary = await bot.send(command("summary", { article }));
  const search = await bot.send(command("search", { words: "tea", article }));
  await replaceTea(bot, `# Tea\n\n${sections.join("\n").replaceAll("shelf", "board")}`);
  const turn = async (reply: Reply, name: string) =>
    contentOf(await bot.send(pressed(reply, pressableIds(reply).find((id) => id.startsWith(`1:${name}:>`)) ?? "")));
  expect(await turn(outline, "outline")).toMatch(/older version[^]*§24 Part 23/u);
  expect(await turn(summary, "summary")).toContain("has been replaced since");
  expect(await turn(search, "search")).toContain("on board");
});

test.for([
  { name: "a changed sentence", quote: "The tea house opens at nine on every day of the week.", present: true },
  { name: "a sentence that is gone", quote: "Dogs may come in.", present: false },
])("/verify tells the version in which $name stood", async ({ quote, present }) => {
  const bot = await teaHouse();
  await replaceTea(bot);
  const checked = contentOf(await bot.send(command("verify", { quote })));
  expect(checked).toMatch(
    /\n📜 It stood letter for letter in an older version of \*\*Tea house\*\*, of 2026-10-03 \([\da-f]{8}\)\.\n/u,
  );
  expect(checked.includes("What the present version says:")).toBe(present);
  expect(checked.includes("- ~~nine~~ → **eleven**")).toBe(present);
  const other = { ...command("verify", { quote }), channel: otherGuild };
  expect(contentOf(await bot.send(other))).not.toContain("📜");
});

describe("/library rollback", () => {
  test("goes back to the version before, or to the one named", async () => {
    const bot = await teaHouse();
    expect(contentOf(await bot.send(libraryCommand("rollback", { id: "tea-house" })))).toContain("no earlier version");
    await replaceTea(bot);
    const back = await bot.send(libraryCommand("rollback", { id: "tea-house" }));
    expect(contentOf(back)).toContain("back at the version of 2026-10-03");
    expect(contentOf(await bot.send(whenOpen))).toContain("nine");
    const offered = await bot.send(typingInLibrary("rollback", { name: "version", value: "" }, { id: "tea-house" }));
    const versions = offered.kind === "choices" ? offered.choices : [];
    expect(versions.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^2026-10-03 · [\da-f]{8} · tea-2\.md$/u),
      expect.stringMatching(/^2026-10-03 \(in use\) · [\da-f]{8} · tea-house\.md$/u),
    ]);
    const version = versions[0]?.value ?? "";
    await bot.send(libraryCommand("rollback", { id: "tea-house", version }));
    expect(contentOf(await bot.send(whenOpen))).toContain("eleven");
    expect(contentOf(await bot.send(libraryCommand("rollback", { id: "tea-house", version })))).toContain("in use");
    const unknown = libraryCommand("rollback", { id: "tea-house", version: "ffff" });
    expect(contentOf(await bot.send(unknown))).toContain("No such version");
  });

  test("is taken back, and so is that", async () => {
    const bot = await teaHouse();
    await replaceTea(bot);
    const back = await bot.send(libraryCommand("rollback", { id: "tea-house" }));
    const undone = await bot.send(pressedByManager(back, idOf(back, "undo")));
    const inUse = "**tea-house** is answered from the version of 2026-10-03 (`8a5cc20a`) now.";
    expect(undone).toMatchObject({ kind: "update", content: `↩ Taken back: tea-house\n${inUse}` });
    expect(contentOf(await bot.send(whenOpen))).toContain("eleven");
    const redone = await bot.send(pressedByManager(undone, idOf(undone, "undo")));
    expect(contentOf(await bot.send(whenOpen))).toContain("nine");
    expect(contentOf(redone)).toContain("Taken back");
  });
});

describe("/library remove", () => {
  test("takes an article out once it is confirmed, and brings it back", async () => {
    const bot = await teaHouse();
    const answer = await bot.send(whenOpen);
    const asked = await bot.send(libraryCommand("remove", { id: "TEA-HOUSE" }));
    expect(contentOf(asked)).toContain("Take **Tea house** `tea-house` out with its only version?");
    const [yes = "", no = ""] = pressableIds(asked);
    expect(contentOf(await bot.send(pressed(asked, yes)))).toContain("Only whoever");
    expect(contentOf(await bot.send(pressedByManager(asked, no)))).toContain("Nothing was changed");
    const gone = await bot.send(pressedByManager(asked, yes));
    expect(contentOf(await bot.send(whenOpen))).not.toContain("nine");
    const copy = pressableIds(answer).find((id) => id.startsWith("1:copy:")) ?? "";
    expect(contentOf(await bot.send(pressed(answer, copy)))).toContain("cannot be shown any more");
    await bot.send(pressedByManager(gone, idOf(gone, "undo")));
    expect(contentOf(await bot.send(pressed(answer, copy)))).toContain("nine");
    expect(contentOf(await bot.send(pressedByManager(asked, yes)))).toContain("taken out");
    expect(contentOf(await bot.send(pressedByManager(asked, yes)))).toContain("no such article");
  });
});

describe("/library rename", () => {
  test.for([
    { name: "another id", options: { "new-id": "rules" }, said: "**Tea house** `rules`" },
    { name: "another title", options: { title: "House rules" }, said: "**House rules** `tea-house`" },
    { name: "nothing", options: {}, said: "Give a new id" },
    { name: "an id of everybody's", options: { "new-id": "harbour" }, said: "Another article has this id" },
    { name: "an id without letters", options: { "new-id": "---" }, said: "needs letters" },
  ])("gives $name", async ({ options, said }) => {
    const bot = await teaHouse();
    expect(contentOf(await bot.send(libraryCommand("rename", { id: "tea-house", ...options })))).toContain(said);
  });

  test("leaves the buttons of older answers as they are", async () => {
    const bot = await teaHouse();
    const answer = await bot.send(whenOpen);
    await bot.send(libraryCommand("rename", { id: "tea-house", "new-id": "rules" }));
    const copy = pressableIds(answer).find((id) => id.startsWith("1:copy:")) ?? "";
    expect(contentOf(await bot.send(pressed(answer, copy)))).toContain("nine");
  });
});

describe("/library list, show and export", () => {
  test("list what the server has, a page at a time", async () => {
    const bot = await guildBot({ time: today });
    expect(contentOf(await bot.send(libraryCommand("list")))).toContain("no article of its own yet");
    for (let number = 10; number < 20; number += 1) {
      await publish(bot, await add(bot, upload(`t${number}.md`, tea.replace("nine", String(number)))));
    }
    const listed = await bot.send(libraryCommand("list"));
    expect(contentOf(listed)).toMatch(
      /^This server's own 10 articles:\n- `t10` \*\*Tea house\*\* · 5 sentences · 1 version · /u,
    );
    const next = await bot.send(pressedByManager(listed, pressableIds(listed).at(-1) ?? ""));
    expect(contentOf(next)).toContain("`t19`");
    const typed = await bot.send(typingInLibrary("show", { name: "id", value: "t15" }));
    expect(typed).toEqual({ kind: "choices", choices: [{ name: "t15 · Tea house", value: "t15" }] });
  });

  test("show versions, and hand out the files as they were", async () => {
    const bot = await teaHouse();
    await replaceTea(bot);
    const shown = contentOf(await bot.send(libraryCommand("show", { id: "tea-house" })));
    expect(shown).toMatch(
      /- `[\da-f]{8}` 2026-10-03 · \*\*in use\*\* · <@2> · tea-2\.md · 1 KB · 3 sections · 5 sentences\n- /u,
    );
    const handed = (await bot.send(libraryCommand("export", { id: "tea-house" }))) as MessageReply;
    expect(handed.files?.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ["tea-2.md", newTea],
    ]);
    const all = (await bot.send(libraryCommand("export"))) as MessageReply;
    expect(
      Object.keys(unzipSync(all.files?.[0]?.bytes ?? new Uint8Array())).filter((name) => !name.endsWith(".zst")),
    ).toEqual(["yuanwen.json", "articles/tea-house/2026-10-03 tea-house.md", "articles/tea-house/2026-10-03 tea-2.md"]);
    expect(contentOf(await bot.send(libraryCommand("show", { id: "x" })))).toContain("It has: `tea-house`");
  });
});

describe("Add to the library", () => {
  test("brings a message's only file, or the one that is chosen", async () => {
    const bot = await guildBot({ time: today });
    expect(contentOf(await bot.send(addFromMessage([])))).toContain("has no file");
    const one = await bot.send(addFromMessage([upload("tea.md", tea)]));
    expect(labelsOf(one)).toEqual(["Publish", "Cancel"]);
    const files = [upload("tea.md", tea), upload("new.md", newTea)];
    const choice = await bot.send(addFromMessage(files));
    const chosen = pressedByManager(choice, idOf(choice, "bring"), [files[1]?.id ?? ""]);
    expect(contentOf(await bot.send({ ...chosen, channel: otherGuild }))).toContain("choose the message's menu again");
    expect(contentOf(await bot.send({ ...chosen, asker: somebody.asker }))).toContain("Only whoever");
    expect(contentOf(await bot.send(chosen))).toContain("`new`");
  });
});
