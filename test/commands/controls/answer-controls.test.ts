import { describe, expect, test } from "vitest";
import { commands, controls, hear, menus } from "../../../commands/all.ts";
import { quoteSpan } from "../../../src/answer/quote-span.ts";
import { listSentences } from "../../../src/article/list-sentences.ts";
import { createBot } from "../../../src/bot.ts";
import type { Invocation } from "../../../src/invocation.ts";
import type { Services } from "../../../src/services.ts";
import { answerButtons } from "../../../src/render/answer-buttons.ts";
import { answerMessage, type AnswerMessageOptions } from "../../../src/render/answer-message.ts";
import type { Reply } from "../../../src/render/reply.ts";
import { words } from "../../../src/render/words/all.ts";
import { command, idOf, labelsOf, pressableIds, pressed, rowsOf, somebody } from "../../support/invocations.ts";
import { smallLibrary } from "../../support/library.ts";
import { messageOf } from "../../support/reply.ts";
import { expectValid } from "../../support/valid-reply.ts";

const services: Services = { library: smallLibrary(), quotesPerAnswer: 1 };
let nextId = 1_400_000_000_000_000_000n;

/** Every call is a bot of its own: nothing is remembered between two. */
async function ask(invocation: Invocation, given: Services = services): Promise<Reply> {
  const faults: unknown[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_event: string, fields?: object) => void faults.push(fields),
  };
  const bot = createBot({ commands, menus, controls, hear, services: given, log, createFaultId: () => "f-1" });
  const reply = await bot.respond({ ...invocation, id: String(nextId++) });
  expect(faults).toEqual([]);
  expectValid(reply, invocation, given);
  return reply;
}

const question = "Is green tea steamed or oxidised?";
const answered = async (given: Partial<Parameters<typeof command>[2]> = {}, isPrivate = false) =>
  ask(command("ask", { question, private: isPrivate }, given));

const article = services.library.articles.get("tea");
const hash = article?.version.slice(0, 8) ?? "";

function shownText(reply: Reply): string {
  return reply.kind === "message" || reply.kind === "update" ? reply.content : "";
}

const references = (reply: Reply) => shownText(reply).match(/§\d ¶\d:\d/gu);

test("leafs through candidates and back, with the question above and its words in bold", async () => {
  const first = await answered();
  const second = await ask(pressed(first, idOf(first, "later")));
  expect(second.kind).toBe("update");
  expect(shownText(second)).toMatch(/^-# 💬 Is green tea steamed or oxidised\?\n(?:The article may not .*\n)?\*\*/u);
  expect(shownText(second)).toMatch(/> .*\*\*\w+\*\*/u);
  expect(shownText(second)).not.toBe(shownText(first));
  const back = await ask(pressed(second, idOf(second, "earlier")));
  expect(shownText(back)).toBe(shownText(first));
  expect(pressableIds(back)).toEqual(pressableIds(first));
});

test("widens and narrows the context", async () => {
  const first = await ask(command("ask", { question: "steamed soon after harvest" }));
  expect(shownText(first)).toContain("§2 ¶1:2 ");
  const wide = await ask(pressed(first, idOf(first, "wider")));
  expect(shownText(wide)).toContain("§2 ¶1:1–2 ");
  expect(pressableIds(wide).some((id) => id.startsWith("1:wider:"))).toBe(false);
  expect(shownText(await ask(pressed(wide, idOf(wide, "narrower"))))).toBe(shownText(first));
});

test("copies as plain text, privately, in the presser's language", async () => {
  const first = await ask(command("ask", { question: "steamed soon after harvest" }));
  const copy = messageOf(await ask(pressed(first, idOf(first, "copy"), { locale: "zh-CN" })));
  expect(copy).toMatchObject({ private: true, quotes: expect.any(Array) });
  expect(copy.quotes.at(-1)?.text).toBe("It is steamed or *roasted* soon after harvest.");
  expect(copy.content).toMatch(
    /^```\nGreen tea is not oxidised\.\nIt is steamed or \*roasted\* soon after harvest\.\n— Tea, §2 ¶1:2 · Tea News · version /u,
  );
});

test("shares what was private, naming who did without a ping", async () => {
  const first = await answered({}, true);
  expect(labelsOf(first)).toContain("Share here");
  expect(labelsOf(first)).not.toContain("Continue in a thread");
  const shared = messageOf(await ask(pressed(first, idOf(first, "share"))));
  expect(shared.private).toBe(false);
  expect(shared.content).toMatch(/^-# ↪ shared by <@2>\n-# 💬 Is green tea/u);
  expect(labelsOf(shared)).not.toContain("Share here");
  const next = await ask(pressed(shared, idOf(shared, "later")));
  expect(shownText(next)).not.toContain("shared by");
});

describe("an unsure answer", () => {
  const reporting = { ...services, gapChannelId: "77" };
  const quotes = article ? listSentences(article).flatMap(({ span }) => quoteSpan(article, span) ?? []) : [];
  const unsure = (options: { isPrivate?: boolean; canReport?: boolean } = {}) =>
    answerMessage(
      { kind: "unsure", quotes, missing: ["brewed"], added: [] },
      {
        articles: services.library.articles,
        locale: "en",
        private: options.isPrivate ?? false,
        allowsThread: true,
        quotesAtOnce: 1,
        question: "Is it brewed?",
        canReport: options.canReport ?? true,
        canTeach: false,
      },
    );
  const above = "-# 💬 Is it brewed?\nNot found in the article: “brewed”\nThe article may not answer this.";

  test("has the buttons of an answer, and one to report the gap where that can be done", () => {
    expect(labelsOf(unsure())).toEqual(["Next match", "More context", "View original", "Report this gap", "More…"]);
    expect(labelsOf(unsure({ canReport: false }))).toEqual([
      "Next match",
      "More context",
      "View original",
      "Copy",
      "Continue in a thread",
    ]);
    expect(labelsOf(unsure({ isPrivate: true }))).toContain("Report this gap");
  });

  test("stays unsure whatever is pressed", async () => {
    const first = unsure();
    expect(shownText(first).startsWith(above)).toBe(true);
    const second = await ask(pressed(first, idOf(first, "later")), reporting);
    const rest = await ask(pressed(second, idOf(second, "more")), reporting);
    const wide = await ask(pressed(rest, idOf(rest, "wider")), reporting);
    const back = await ask(pressed(wide, idOf(wide, "earlier")), reporting);
    const wider = await ask(pressed(back, idOf(back, "narrower")), reporting);
    for (const shown of [second, wide, back]) {
      expect(shownText(shown).split(words.en.unsure)).toHaveLength(2);
      expect(shownText(shown).startsWith(above)).toBe(true);
      expect(labelsOf(shown)).toContain("Report this gap");
    }
    expect(shownText(rest)).toBe(shownText(second));
    expect(shownText(wider)).toBe(shownText(first));
  });

  test("stays unsure when it is shared", async () => {
    const first = unsure({ isPrivate: true });
    const rest = await ask(pressed(first, idOf(first, "more")), reporting);
    const shared = await ask(pressed(rest, idOf(rest, "share")), reporting);
    expect(shownText(shared)).toContain(`shared by <@2>\n${above}`);
  });

  test("stays unsure where its message has lost its words", async () => {
    const first = unsure();
    const given = pressed(first, idOf(first, "later"));
    const second = await ask({ ...given, message: { ...given.message, content: "" } }, reporting);
    expect(shownText(second)).toContain(words.en.unsure);
  });

  test("opens the form of a report with its question", async () => {
    const first = unsure();
    const form = await ask(pressed(first, idOf(first, "gap")), reporting);
    expect(form).toMatchObject({ kind: "modal", inputs: [{ value: "Is it brewed?" }, {}] });
  });

  test("is told from a sure one, whose buttons promise no more", async () => {
    const first = await answered();
    const sure = pressableIds(first).map((id) => id.replace(/:0u/u, ":0"));
    const later = sure.find((id) => id.startsWith("1:later:"));
    const given = pressed(first, later ?? "");
    const second = await ask({ ...given, message: { ...given.message, content: "" } }, reporting);
    expect(shownText(second)).not.toContain(words.en.unsure);
    expect(labelsOf(second)).not.toContain("Report this gap");
  });
});

describe("the buttons", () => {
  const quotes = article ? listSentences(article).flatMap(({ span }) => quoteSpan(article, span) ?? []) : [];
  const [shown, ...further] = quotes;
  /** An answer that shows one quote at first and two on every other page. */
  const settled = { ...services, quotesPerAnswer: 2 };
  const message = (options: Partial<AnswerMessageOptions> = {}) =>
    answerMessage(
      { kind: "quotes", quotes: shown ? [shown] : [], further, added: [] },
      {
        articles: services.library.articles,
        locale: "en",
        private: false,
        allowsThread: true,
        quotesAtOnce: settled.quotesPerAnswer,
        question: "Is it oxidised?",
        canReport: true,
        canTeach: false,
        ...options,
      },
    );

  test("lead from one quote on the first page to several on the others, and back", async () => {
    const first = message();
    expect(references(first)).toEqual(["§1 ¶1:1"]);
    const second = await ask(pressed(first, idOf(first, "later")), settled);
    expect(references(second)).toEqual(["§1 ¶1:2", "§2 ¶1:1"]);
    const third = await ask(pressed(second, idOf(second, "later")), settled);
    expect(references(third)).toEqual(["§2 ¶1:2"]);
    expect(labelsOf(third)).not.toContain("Next match");
    const back = await ask(pressed(third, idOf(third, "earlier")), settled);
    expect(references(back)).toEqual(["§1 ¶1:2", "§2 ¶1:1"]);
    const start = await ask(pressed(back, idOf(back, "earlier")), settled);
    expect(references(start)).toEqual(["§1 ¶1:1"]);
    expect(labelsOf(start)).not.toContain("Previous match");
  });

  test("that were sent before pages could differ still lead on", async () => {
    const first = message();
    const old = idOf(first, "later").replace(":01:", ":0:");
    const second = await ask(pressed(first, old), settled);
    expect(references(second)).toEqual(["§2 ¶1:1", "§2 ¶1:2"]);
  });

  test.for([
    { name: "in public", given: {}, last: "Continue in a thread" },
    { name: "in private", given: { private: true }, last: "Share here" },
    { name: "for those who teach", given: { canTeach: true }, last: "More…" },
  ])("are at most five in one row: $name", ({ given, last }) => {
    expect(rowsOf(message(given))).toHaveLength(1);
    expect(labelsOf(message(given))).toHaveLength(5);
    expect(labelsOf(message(given)).at(-1)).toBe(last);
  });

  test("that have no room are a press away, and so are the usual ones from there", async () => {
    const first = await ask(pressed(message(), idOf(message(), "later")), settled);
    expect(labelsOf(first)).toEqual(["Next match", "Previous match", "More context", "View original", "More…"]);
    const others = await ask(pressed(first, idOf(first, "more")), settled);
    expect(labelsOf(others)).toEqual(["◀ Back", "Copy", "Continue in a thread"]);
    const back = await ask(pressed(others, idOf(others, "more")), settled);
    expect([shownText(others), shownText(back)]).toEqual([shownText(first), shownText(first)]);
    expect(pressableIds(back)).toEqual(pressableIds(first));
  });

  test("are never more than two rows of five hold, whatever can be done", () => {
    const long = smallLibrary("Tea\n\nBlack\n\nOne is a. Two is b. Three is c. Four is d. Five is e.\n").articles.get(
      "tea",
    );
    if (!long) throw new Error("there is no article");
    const candidates = listSentences(long).map(({ span }) => ({ span, version: 0 }));
    const versions = [long.version.slice(0, 8)];
    const labels = [false, true].map((showsMore) => {
      const state = { locale: "en", versions, candidates, at: 2, level: 1, isUnsure: true, showsMore } as const;
      const given = { shown: 1, article: long, isPrivate: true, allowsThread: true, canReport: true, canTeach: true };
      return labelsOf({ kind: "update", content: "", quotes: [], components: answerButtons(state, given) });
    });
    expect(labels).toEqual([
      ["Next match", "Previous match", "Report this gap", "Choose the place", "More…"],
      ["◀ Back", "More context", "View original", "Copy", "Share here"],
    ]);
  });

  test.for([true, false])("are none that do nothing: in private %s", async (isPrivate) => {
    let shownNow: Reply = message({ private: isPrivate });
    for (const name of ["later", "more", "more", "later", "earlier"]) {
      const id = pressableIds(shownNow).find((each) => each.startsWith(`1:${name}:`));
      if (id !== undefined) shownNow = await ask(pressed(shownNow, id), settled);
      for (const row of rowsOf(shownNow)) {
        const buttons = row.kind === "buttons" ? row.buttons : [];
        expect(buttons.filter((each) => each.kind === "action" && each.disabled)).toEqual([]);
      }
    }
  });
});

describe("a thread", () => {
  test("is opened on the bot's own reply, with the question in it", async () => {
    const first = await answered();
    const thread = await ask(pressed(first, idOf(first, "thread")));
    expect(thread).toMatchObject({
      kind: "thread",
      channelId: "3",
      messageId: "9",
      name: question,
      opening: { content: expect.stringMatching(/^-# 💬 Is green tea.*\nAsk on here: mention me/u) },
      outcomes: {
        done: { private: true, content: "Continued in <#9>." },
        exists: { content: expect.stringContaining("<#9>") },
      },
    });
  });

  test.for([
    { readable: "all", said: "every message in this thread is a question" },
    { readable: "addressed", said: "I cannot read messages that do not mention me" },
    { readable: "none", said: "I cannot read messages." },
  ] as const)("says what can be asked there: $readable", async ({ readable, said }) => {
    const first = await answered();
    const thread = await ask(pressed(first, idOf(first, "thread")), { ...services, readable: () => readable });
    expect(thread).toMatchObject({ opening: { content: expect.stringContaining(said) } });
  });

  test.for([
    { name: "in a thread", channel: { ...somebody.channel, kind: "thread" } },
    { name: "in direct messages", channel: { id: "3", guildId: undefined, kind: "direct" } },
    { name: "where the bot is no member", channel: { ...somebody.channel, hasBot: false } },
    { name: "where it may not", channel: { ...somebody.channel, botPermissions: 1024n } },
  ] as const)("is not offered $name", async ({ channel }) => {
    expect(labelsOf(await answered({ channel }))).not.toContain("Continue in a thread");
  });
});

describe("when the article has changed since", () => {
  const changed = { ...services, library: smallLibrary("Tea\n\nWhite tea\n\nWhite tea is rare.\n") };

  test("says so", async () => {
    const first = await answered();
    for (const name of ["later", "wider", "copy"]) {
      const reply = messageOf(await ask(pressed(first, idOf(first, name)), changed));
      expect(reply).toMatchObject({ private: true, content: expect.stringContaining("cannot be shown any more") });
    }
  });

  test("still continues in a thread, and says that the article has changed", async () => {
    const first = await answered();
    const thread = await ask(pressed(first, idOf(first, "thread")), changed);
    expect(thread).toMatchObject({ kind: "thread", name: question, opening: { quotes: [] } });
    const content = thread.kind === "thread" ? thread.opening.content : "";
    expect(content).toMatch(/^-# 💬 Is green tea/u);
    expect(content).toContain("The article has changed since this was answered");
  });

  test("quotes in a thread what was quoted then, where that is kept", async () => {
    const first = await answered();
    const kept = {
      ...changed,
      findVersion: (part: string) => (article?.version.startsWith(part) ? article : undefined),
    };
    const thread = await ask(pressed(first, idOf(first, "thread")), kept);
    const opening = thread.kind === "thread" ? thread.opening : undefined;
    expect(opening?.content).toContain("Then it was quoted so:\n**Green tea**\n> ");
    expect(opening?.content).toContain(`version ${hash}`);
    expect(new Set(opening?.quotes.map(({ version }) => version))).toEqual(new Set([article?.version]));
  });

  test("still shows the old version where it is kept", async () => {
    const first = await answered();
    const kept = {
      ...changed,
      findVersion: (part: string) => (article?.version.startsWith(part) ? article : undefined),
    };
    const second = await ask(pressed(first, idOf(first, "later")), kept);
    expect(second.kind).toBe("update");
    const versions = "quotes" in second ? second.quotes.map(({ version }) => version) : [];
    expect(new Set(versions)).toEqual(new Set([article?.version]));
    expect(shownText(second)).toContain(`-# ⚠ The article has changed since. This is its older version ${hash}:`);
    const third = await ask(pressed(second, idOf(second, "earlier")), kept);
    expect(shownText(third).match(/⚠/gu)).toHaveLength(1);
    for (const name of ["copy", "wider"]) await ask(pressed(third, idOf(third, name)), kept);
  });
});

test.for([
  { name: "another form", id: "2:later:e" },
  { name: "an unknown control", id: "1:dance:e" },
  { name: "a state that is none", id: "1:later:e:zzz" },
  { name: "sentences that there are none of", id: `1:later:e:${hash}:0:0:1.1` },
  { name: "a stretch far outside", id: `1:copy:e:${hash}:0:0:zzzzz.1` },
  { name: "a page that is none", id: `1:read:>:e:${hash}:1:x:n` },
  { name: "a section that is none", id: `1:read:>:e:${hash}:7:0:n` },
  { name: "a list that is none", id: "1:search:>:q" },
  { name: "an outline that is none", id: "1:outline:>:e" },
  { name: "a summary that is none", id: "1:summary:>" },
  { name: "a citation without a form", id: `1:cite:e:${hash}:§1` },
  { name: "a form that nobody opened", id: "1:later" },
])("answers $name privately instead of failing", async ({ id }) => {
  const reply = messageOf(await ask(pressed(await answered(), id)));
  expect(reply.private).toBe(true);
});
