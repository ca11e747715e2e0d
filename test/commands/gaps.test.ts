import { describe, expect, test } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { createBot } from "../../src/bot.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { StoredRecord } from "../../src/community/change.ts";
import { gapKey } from "../../src/community/gap-key.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { GapRecord } from "../../src/community/records.ts";
import type { Reply } from "../../src/render/reply.ts";
import { command, idOf, labelsOf, pressableIds, pressed, rowsOf, somebody, submitted } from "../support/invocations.ts";
import { smallLibrary } from "../support/library.ts";
import { guildWith } from "../support/guild-with.ts";
import { openTestStore } from "../support/open-store.ts";
import { messageOf } from "../support/reply.ts";
import { expectValid } from "../support/valid-reply.ts";

const library = smallLibrary();
const manager = { asker: { id: "1", permissions: 0x20n } };
const key = "00000000000000aa";
const gap: GapRecord = {
  question: "Who *invented* tea?",
  comments: [{ by: "5", text: "the <@1> year" }],
  askers: ["5", "6"],
  count: 2,
  state: "open",
  first: 1_790_000_000_000,
  last: 1_790_100_000_000,
  versions: ["tea 01234567"],
};

/** A bot in a server of its own; the interaction's id is another each time unless it is given. */
async function botWith(records: readonly StoredRecord[] = [], given: Partial<Services> = {}) {
  const guild = await guildWith(records);
  const services: Services = { library, quotesPerAnswer: 1, guild, now: () => 1_790_200_000_000, ...given };
  const faults: unknown[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_event: string, fields?: object) => void faults.push(fields),
  };
  const bot = createBot({ commands, menus, controls, hear, services, log, createFaultId: () => "f" });
  const ask = async (invocation: Invocation): Promise<Reply> => {
    const reply = await bot.respond({ ...invocation, id: String(nextId++) });
    expect(faults).toEqual([]);
    expectValid(reply, invocation, services);
    return reply;
  };
  return { ask, guild };
}

let nextId = 1_300_000_000_000_000_000n;
const stored = (value: Partial<GapRecord> = {}, at = key): StoredRecord => ({
  kind: "gap",
  key: at,
  value: { ...gap, ...value },
});
const gapsIn = (guild: Guild) => [...guild.state.gap.values()];

describe("sending", () => {
  test("keeps what its asker sees in the form, once it is sent", async () => {
    const { ask, guild } = await botWith();
    const declined = await ask(command("ask", { question: "Who invented coffee machines?" }));
    const form = await ask(pressed(declined, idOf(declined, "gap")));
    expect(form).toMatchObject({ kind: "modal", inputs: [{ value: "Who invented coffee machines?" }, {}] });
    expect(guild.state.revision).toBe(0);
    const sent = messageOf(await ask(submitted({ question: "Who invented coffee machines?", comment: " a  year " })));
    expect(sent).toMatchObject({ private: true, content: expect.stringContaining("list of gaps") });
    expect(gapsIn(guild)).toEqual([
      {
        question: "Who invented coffee machines?",
        comments: [{ by: "2", text: "a year" }],
        askers: ["2"],
        count: 1,
        state: "open",
        first: 1_790_200_000_000,
        last: 1_790_200_000_000,
        versions: [`tea ${library.articles.get("tea")?.version.slice(0, 8)}`],
      },
    ]);
  });

  test("counts equal questions once, and each asker", async () => {
    const { ask, guild } = await botWith();
    for (const [id, question] of [
      ["2", "Who invented coffee machines?"],
      ["3", "who invented  coffee machines"],
      ["3", "Please, who invented coffee machines?"],
    ] as const)
      await ask(submitted({ question }, { asker: { id } }));
    expect(gapsIn(guild)).toMatchObject([{ askers: ["2", "3"], count: 2 }]);
  });

  test("is seen by no other server, whatever ids its people send", async () => {
    const store = await openTestStore();
    const [ours, theirs] = [await guildWith([stored()], "4", store), await guildWith([], "5", store)];
    const { ask } = await botWith([], { guild: theirs });
    const list = await ask(command("library", { state: "all" }, { subcommand: "gaps", ...manager }));
    expect(messageOf(list).content).toContain("Nobody has sent");
    const sent = { ...list, content: "" };
    for (const id of [`1:gap-ask:${key}`, `1:gap-answer:${key}`, `1:gap-settle:x:${key}:o:0`, "1:gap-open:o:0"]) {
      const reply = await ask(pressed(sent, id, { ...manager, values: [key] }));
      expect(messageOf(reply).content).toBe("This question is no longer in the list.");
    }
    expect(messageOf(await ask(pressed(sent, `1:take-back:${key}`, { asker: { id: "5" } }))).content).toContain(
      "nothing",
    );
    expect(gapsIn(ours)).toEqual([gap]);
  });

  test("posts to the channel that is set as well, and says where it went", async () => {
    const { ask, guild } = await botWith([], { gapChannelId: "77" });
    const report = await ask(submitted({ question: "Who invented @everyone?", comment: "" }));
    expect(report).toMatchObject({
      kind: "post",
      channelId: "77",
      message: { content: expect.stringContaining("\n> Who invented \\@everyone?") },
      outcomes: {
        done: { content: expect.stringContaining("posted in <#77> as well") },
        failed: { content: expect.stringContaining("could not be posted in <#77>") },
      },
    });
    expect(guild.state.gap.size).toBe(1);
  });

  test("is taken back by its sender alone, with all that belongs to it", async () => {
    const { ask, guild } = await botWith();
    const sent = await ask(submitted({ question: "Who?", comment: "soon" }));
    const stranger = await ask(pressed(sent, idOf(sent, "take-back"), { asker: { id: "3" } }));
    expect(messageOf(stranger).content).toContain("nothing of yours");
    expect(await ask(pressed(sent, idOf(sent, "take-back")))).toMatchObject({
      kind: "update",
      components: [],
      content: expect.stringContaining("deleted"),
    });
    expect(guild.state.gap.size).toBe(0);
    const trail = await guild.changes(9);
    expect(JSON.stringify(trail.map((each) => ({ ...each, writes: [] })))).not.toContain("Who?");
  });

  test.for([
    { name: "no question", fields: { question: " \u200b " }, before: [], said: "no question" },
    {
      name: "too many of one person",
      fields: { question: "Another?" },
      before: Array.from({ length: 50 }, (_, n) => stored({ askers: ["2"], count: 1 }, `k${n}`)),
      said: "50 questions of yours",
    },
    {
      name: "a full list",
      fields: { question: "Another?" },
      before: Array.from({ length: 1000 }, (_, n) => stored({}, `k${n}`)),
      said: "is full",
    },
  ])("keeps nothing, and says why: $name", async ({ fields, before, said }) => {
    const { ask, guild } = await botWith(before);
    expect(messageOf(await ask(submitted(fields))).content).toContain(said);
    expect(guild.state.gap.size).toBe(before.length);
  });

  test("tells who sends what was marked as outside before", async () => {
    const { ask } = await botWith();
    await ask(submitted({ question: "Who?" }));
    const opened = await open(ask, command("library", {}, { subcommand: "gaps", ...manager }));
    await ask(pressed(opened, idOf(opened, "gap-settle"), manager));
    expect(messageOf(await ask(submitted({ question: "Who?" }))).content).toContain("marked it before");
  });

  test("is offered below an unsure answer and a declined one wherever there is an inbox", async () => {
    const inServer = (await botWith()).ask;
    const outside = (await botWith([], { guild: undefined })).ask;
    for (const question of ["Who invented coffee machines?", "Is there parking?"]) {
      expect(labelsOf(await inServer(command("ask", { question })))).toContain("Report this gap");
      expect(labelsOf(await outside(command("ask", { question })))).not.toContain("Report this gap");
    }
  });
});

async function open(ask: (invocation: Invocation) => Promise<Reply>, list: Invocation): Promise<Reply> {
  const listed = await ask(list);
  return ask(pressed(listed, idOf(listed, "gap-open"), { values: firstValues(listed), ...manager }));
}

describe("/library gaps", () => {
  const list = (options = {}) => command("library", options, { subcommand: "gaps", ...manager });

  test("says so where there are none", async () => {
    const empty = await botWith();
    expect(messageOf(await empty.ask(list({ state: "all" }))).content).toContain("Nobody has sent");
    const settled = await botWith([stored({ state: "outside" })]);
    expect(messageOf(await settled.ask(list())).content).toBe("No question is open.");
  });

  test("lists open ones, those of most people first, and leafs through them", async () => {
    const records = Array.from({ length: 20 }, (_, n) =>
      stored({ question: `${"*".repeat(490)}${n}`, count: n + 1 }, `k${n}`),
    );
    const { ask } = await botWith([...records, stored({ state: "dismissed" }, "d")]);
    const first = messageOf(await ask(list()));
    expect(first).toMatchObject({ private: true, content: expect.stringMatching(/^\*\*20 questions · open\*\*\n/u) });
    expect(first.content).toContain("20 people");
    const second = await ask(pressed(first, pressableIds(first).at(-1) ?? "", manager));
    expect(second).toMatchObject({ kind: "update", content: expect.stringContaining("page 2 of 3") });
    expect(await ask(pressed(first, pressableIds(first).at(-1) ?? ""))).toMatchObject({
      kind: "message",
      private: true,
    });
  });

  test("opens one with all that is known of it, escaped", async () => {
    const { ask } = await botWith([stored()]);
    const content = contentOf(await open(ask, list()));
    expect(content.split("\n")).toEqual([
      "-# open · 2 people · first <t:1790000000:d>, last <t:1790100000:d>",
      "> Who \\*invented\\* tea?",
      "-# articles at that time: tea 01234567",
      "What they expected to find:",
      "- the \\<\\@1> year",
    ]);
  });

  test("shows the newest of many long comments, and how many there are beside", async () => {
    const comments = Array.from({ length: 20 }, (_, n) => ({ by: "5", text: `${n} ${"_".repeat(297)}` }));
    const versions = Array.from({ length: 5 }, () => `${"_".repeat(60)} 01234567`);
    const { ask } = await botWith([stored({ question: "_".repeat(500), comments, versions })]);
    expect(contentOf(await open(ask, list()))).toContain("and 20 more");
    const { ask: other } = await botWith([stored({ comments })]);
    const content = contentOf(await open(other, list()));
    expect(content).toContain("- 19 ");
    expect(content).toContain("and 17 more");
  });

  test("asks it anew, with all the buttons of an answer", async () => {
    const { ask } = await botWith([stored({ question: "Where does black tea come from?" })]);
    const opened = await open(ask, list());
    const answer = messageOf(await ask(pressed(opened, idOf(opened, "gap-ask"), manager)));
    expect(answer).toMatchObject({ private: true, content: expect.stringContaining("Yunnan and Assam") });
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(["View original", "More…"]));
  });

  test.for([
    { name: "outside", label: "Outside the articles", state: "outside", said: "Marked as outside" },
    { name: "dismissed", label: "Dismiss", state: "dismissed", said: "Dismissed" },
  ])("settles it, says so, and can be undone: $name", async ({ label, state, said }) => {
    const { ask, guild } = await botWith([stored()]);
    const opened = await open(ask, list());
    const settled = await ask(pressed(opened, idLabelled(opened, label), manager));
    expect(settled).toMatchObject({ kind: "update", content: expect.stringContaining(`✅ ${said}`) });
    expect(gapsIn(guild)).toMatchObject([{ state, settled: 1_790_200_000_000 }]);
    expect(await guild.undo({ change: "u", person: "1" }, idOf(settled, "undo").split(":")[2] ?? "")).toMatchObject({
      kind: "made",
    });
    expect(gapsIn(guild)).toEqual([gap]);
    const again = await ask(pressed(opened, idLabelled(opened, label), manager));
    expect(await ask(pressed(opened, idLabelled(opened, label), manager))).toMatchObject({
      content: expect.stringContaining("already"),
    });
    await ask(pressed(again, idLabelled(again, "Reopen"), manager));
    expect(gapsIn(guild)).toMatchObject([{ state: "open" }]);
    expect(await ask(pressed(again, idOf(again, "gaps"), manager))).toMatchObject({
      kind: "update",
      content: expect.stringContaining("One question"),
    });
  });

  test.for(["teach-at", "teach-other"])(
    "teaches what answers it, and counts it as answered until that is undone: %s",
    async (name) => {
      const question = "Where does black tea come from?";
      const { ask, guild } = await botWith([stored({ question }, keyOf(question))]);
      const opened = await open(ask, list());
      const places = messageOf(await ask(pressed(opened, idOf(opened, "gap-answer"), manager)));
      expect(places).toMatchObject({ private: true, content: expect.stringContaining(question) });
      const form = { customId: `1:${name}`, ...manager };
      const taught = messageOf(
        await ask(
          name === "teach-at"
            ? pressed(places, idOf(places, name), { ...manager, values: firstValues(places) })
            : submitted({ question, reference: "§1 ¶1:2" }, form),
        ),
      );
      expect(taught.content).toContain("It comes from Yunnan and Assam.");
      expect(guild.state.taught.size).toBe(1);
      expect(gapsIn(guild)).toMatchObject([{ state: "answered" }]);
      await guild.undo({ change: "u", person: "1" }, idOf(taught, "undo").split(":")[2] ?? "");
      expect([guild.state.taught.size, gapsIn(guild)[0]?.state]).toEqual([0, "open"]);
    },
  );

  const teacher = { asker: { id: "8", roles: ["900"] } };
  const settings: StoredRecord = { kind: "settings", key: "server", value: { teachers: ["900"] } };
  test.for([
    { name: "somebody", who: somebody, may: [] as string[] },
    { name: "a teacher", who: teacher, may: ["gaps", "gap-open", "gap-ask", "gap-answer"] },
    { name: "a manager", who: manager, may: ["gaps", "gap-open", "gap-ask", "gap-answer", "gap-settle"] },
  ])("checks at each press who may: $name", async ({ who, may }) => {
    const { ask } = await botWith([stored(), settings]);
    const opened = await open(ask, list());
    const ids = [
      "1:gaps:^:o:0",
      `1:gap-open:o:0`,
      `1:gap-ask:${key}`,
      `1:gap-answer:${key}`,
      `1:gap-settle:x:${key}:o:0`,
    ];
    const allowed: string[] = [];
    for (const id of ids) {
      const reply = await ask(pressed(opened, id, { values: [key], asker: who.asker }));
      if (!("content" in reply && reply.content.startsWith("Only those"))) allowed.push(id.split(":")[1] ?? "");
    }
    expect(allowed).toEqual(may);
  });

  test.for([
    "1:gaps",
    "1:gaps:^:o:99999",
    "1:gaps:^:o:9999",
    "1:gap-open:z:0",
    "1:gap-open:o:0",
    "1:gap-ask",
    "1:gap-ask:constructor",
    `1:gap-settle:a:${key}:o:0`,
    "1:gap-settle:x:ffffffffffffffff:o:0",
    `1:gap-settle:x:${key}`,
    "1:gap-answer",
    "1:gap-answer:ffffffffffffffff",
    "1:take-back",
    `1:take-back:${key}`,
  ])("changes nothing for a forged id: %s", async (id) => {
    const { ask, guild } = await botWith([stored()]);
    const opened = await open(ask, list());
    await ask(pressed(opened, id, { values: ["__proto__"], ...manager }));
    expect([gapsIn(guild), guild.state.taught.size]).toEqual([[gap], 0]);
  });
});

const keyOf = (question: string): string => gapKey(library.analyse(question).folded.text);

/** The first thing that can be chosen. */
function firstValues(reply: Reply): string[] {
  const [menu] = rowsOf(reply);
  return menu?.kind === "select" ? [menu.options[0]?.value ?? ""] : [];
}

function contentOf(reply: Reply): string {
  return "content" in reply ? reply.content : "";
}

function idLabelled(reply: Reply, label: string): string {
  const buttons = rowsOf(reply).flatMap((row) => (row.kind === "buttons" ? row.buttons : []));
  const found = buttons.find((button) => button.label === label);
  if (found?.kind !== "action") throw new Error(`no "${label}"`);
  return found.customId;
}
