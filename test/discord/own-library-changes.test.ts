import { describe, expect, test, vi } from "vitest";
import { StoreError } from "../../src/community/store-error.ts";
import { press } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { Store } from "../../src/store/store.ts";
import type { Person, Said } from "../support/discord/people.ts";
import { findControl, managing, person } from "../support/discord/people.ts";
import type { StartedWhole } from "../support/discord/start-whole-bot.ts";
import { startWholeBot } from "../support/discord/start-whole-bot.ts";
import { put } from "../support/discord/two-servers.ts";
import { openTestStore } from "../support/open-store.ts";

const winter = "# Reading room\n\n## Hours\n\nThe room opens at nine. It closes at five. On Sundays it stays closed.\n";
const summer =
  "# Reading room\n\n## Hours\n\nThe room opens at eight. It closes at seven. On Sundays it stays closed.\n";
const question = "When does the room open?";

interface Started extends StartedWhole {
  readonly manager: Person;
  readonly other: Person;
  readonly reader: Person;
}

async function start(store?: Store): Promise<Started> {
  const environment = { YUANWEN_COOLDOWN_SECONDS: "0" };
  const started = await startWholeBot({ environment, ...(store ? { store } : {}) });
  const { discord } = started;
  const manager = person(discord, { permissions: managing, user: { id: "310000000000000001" } });
  const other = person(discord, { permissions: managing, user: { id: "310000000000000004" } });
  const reader = person(discord, { user: { id: "310000000000000002" } });
  return { ...started, manager, other, reader };
}

function expectNoFault({ log }: Pick<StartedWhole, "log">): void {
  expect(log().filter(({ level }) => level === "error")).toEqual([]);
}

/** Presses all that stands below messages, and tells of each what was shown: `old` is what says that it is of an older version. */
async function pressAll(reader: Person, messages: readonly Said[]): Promise<readonly string[]> {
  const kinds = new Set<string>();
  for (const message of messages) {
    for (const { customId } of message.controls) {
      const name = customId.split(":")[1] ?? "";
      if (name === "thread" || name === "gap") continue;
      kinds.add(kindOf((await reader.press(message, name)).content));
    }
  }
  return [...kinds].toSorted();
}

function kindOf(said: string): string {
  if (said.includes("at eight")) return `the newer text: ${said}`;
  if (said.includes("cannot be shown any more") && !said.includes("at nine")) return "gone";
  if (!said.includes("at nine")) return `something else: ${said}`;
  if (said.startsWith("```")) return "copy";
  return said.includes("older version") ? "old" : "in use";
}

test("buttons of an old answer show what it quoted and say so, or tell that it cannot be shown", async () => {
  const started = await start();
  const { discord, guilds, manager, reader } = started;
  await put(guilds, ids.guild, "room", [winter]);
  const inPublic = await reader.run("ask", { question });
  const answer = await reader.run("ask", { question, private: true });
  const messages = [
    answer,
    await reader.press(answer, "wider"),
    await reader.run("read", { reference: "§1", article: "room" }),
    await reader.run("outline", { article: "room" }),
    await reader.run("search", { words: "room", article: "room" }),
    await reader.run("cite", { reference: "§1 ¶1:1", article: "room" }),
  ];
  const shown = () => pressAll(reader, messages);
  const [inUse, old, gone] = [["copy", "in use"], ["copy", "old"], ["gone"]];
  expect(await shown()).toEqual(inUse);
  await put(guilds, ids.guild, "room", [winter, summer]);
  expect(await shown()).toEqual(old);
  const { content } = await reader.run("verify", { quote: "The room opens at nine." });
  const hash = /version ([\da-f]{8})/u.exec(answer.content)?.[1] ?? "";
  expect(content).toContain(
    `📜 It stood letter for letter in an older version of **Reading room**, of 1970-01-01 (${hash}).`,
  );
  expect(content).toContain("> The room opens at **eight**.");
  await reader.press(inPublic, "thread");
  await vi.waitUntil(() => discord.channels.messagesIn(inPublic.id).length > 0, patient);
  expect(discord.channels.messagesIn(inPublic.id)[0]?.content).toContain(`💬 ${question}`);
  const back = await manager.run("library rollback", { id: "room" });
  expect(await shown()).toEqual(inUse);
  expect((await manager.press(back, "undo")).content).toMatch(
    /^↩ Taken back: room\n\*\*room\*\* is answered from the version of /u,
  );
  expect(await shown()).toEqual(old);
  const removed = await manager.press(await manager.run("library remove", { id: "room" }), "remove");
  expect(await shown()).toEqual(gone);
  const undone = await manager.press(removed, "undo");
  expect(undone.content).toBe("↩ Taken back: room\n**room** is asked again.");
  expect(await shown()).toEqual(old);
  await manager.run("library rename", { id: "room", "new-id": "hall" });
  expect(await shown()).toEqual(old);
  await manager.run("library scope set", { articles: "tea" });
  expect(await shown()).toEqual(gone);
  expectNoFault(started);
});

describe("what comes twice, at once or too late is done once, and told:", () => {
  test("publishing", async () => {
    const started = await start();
    const { guilds, store, manager, other } = started;
    const draft = await manager.run("library add", { id: "room" }, room(winter));
    const before = await store.revision(ids.guild);
    const both = await Promise.all([manager, other].map((each) => told(each.press(draft, "publish"))));
    expect(both.map((said) => said.slice(0, 20)).toSorted()).toEqual(["This draft is not th", "✔ **Reading room** i"]);
    expect(await store.revision(ids.guild)).toBe(before + 1);
    expect(await told(manager.press(draft, "drop"))).toContain("published or cancelled");
    const dropped = await manager.run("library add", { id: "hall" }, room(summer));
    await manager.press(dropped, "drop");
    expect(await told(manager.press(dropped, "publish"))).toContain("published or cancelled");
    expect([...(await guilds.find(ids.guild).fresh()).article.keys()]).toEqual(["room"]);
    expectNoFault(started);
  });

  test("replacing, while somebody else replaces, checks or removes", async () => {
    const started = await start();
    const { guilds, manager, other } = started;
    await put(guilds, ids.guild, "room", [winter]);
    await manager.run("teach", { question: "What about Sundays?", reference: "§1 ¶1:3", article: "room" });
    const [mine, theirs] = await Promise.all([
      manager.run("library replace", { id: "room" }, room(summer)),
      other.run("library replace", { id: "room" }, room(summer.replace("eight", "ten"))),
    ]);
    const [published, checked] = await Promise.all([manager.press(mine, "publish"), other.run("library check")]);
    expect(published.content).toContain("is replaced by");
    expect(checked.content).toContain("**Still right: 1**");
    expect(await told(other.press(theirs, "publish"))).toContain("`room` was changed after this was shown");
    const late = await manager.run("library replace", { id: "room" }, room(`${summer}\nIt has a stove.\n`));
    await manager.press(await other.run("library remove", { id: "room" }), "remove");
    expect(await told(manager.press(late, "publish"))).toContain("not there any more");
    expectNoFault(started);
  });

  test("taking back, and taking that back", async () => {
    const started = await start();
    const { discord, guilds, store, manager, other } = started;
    await put(guilds, ids.guild, "room", [winter]);
    const asked = await other.run("library remove", { id: "room" });
    const { customId } = findControl(asked, "remove");
    const before = await store.revision(ids.guild);
    const { sent } = await discord.exchange(press({ ...manager.where, customId, message: asked }));
    discord.gateway.dispatch("INTERACTION_CREATE", sent);
    await manager.run("help");
    expect(await store.revision(ids.guild)).toBe(before + 1);
    const removed = { ...asked, controls: [{ customId: `1:undo:${sent.id}`, label: "Undo", values: [] }] };
    const undone = await manager.press(removed, "undo");
    expect(await told(other.press(removed, "undo"))).toContain("what it changed was changed again since");
    expect(await told(manager.press(undone, "undo"))).toBe("↩ Taken back: room\n**room** is not asked any more.");
    expect(await told(manager.press(removed, "undo"))).toContain("is asked again");
    await put(guilds, ids.guild, "garden", ["# Garden\n\nRoses grow there.\n"]);
    for (const taken of ["garden", "tea"]) {
      expect(await told(manager.run("library rename", { id: "room", "new-id": taken }))).toContain("has this id");
    }
    expectNoFault(started);
  });
});

function room(text: string) {
  return { name: "room.md", text };
}

async function told(saying: Promise<Said>): Promise<string> {
  return (await saying).content;
}

test("with the database away answers go on, changes say why not, and nothing is half done", async () => {
  const { store, goAway, comeBack } = interruptible(await openTestStore());
  const started = await start(store);
  const { guilds, manager, reader } = started;
  await put(guilds, ids.guild, "room", [winter]);
  const draft = await manager.run("library replace", { id: "room" }, { name: "room.md", text: summer });
  const taught = await manager.run("teach", { question: "What about Sundays?", reference: "§1 ¶1:3", article: "room" });
  await manager.run("library scope show");
  const before = await store.read(ids.guild);
  goAway();
  expect((await reader.run("ask", { question })).content).toContain("> The **room** **opens** at nine.");
  const form = await reader.press(await reader.run("ask", { question: "Who owns the parrot?" }), "gap");
  const refused = [
    manager.press(draft, "publish"),
    manager.press(draft, "drop"),
    manager.press(taught, "undo"),
    manager.run("teach", { question: "When is it shut?", reference: "§1 ¶1:2", article: "room" }),
    manager.run("settings set", { quotes: 2 }),
    manager.run("library scope set", { articles: "tea" }),
    manager.run("library rename", { id: "room", title: "Hall" }),
    manager.run("library add", { id: "new" }, { name: "new.md", text: winter }),
    reader.submit(form, { question: "Who owns the parrot?", comment: "" }),
  ];
  for (const each of refused) expect((await each).content).toMatch(/nothing was changed/iu);
  expect(await manager.type("library show", { id: "ro" })).toEqual(["room"]);
  comeBack();
  expect(await store.read(ids.guild)).toEqual(before);
  goAway("after the next change");
  expect((await manager.press(draft, "publish")).content).toContain("is replaced by");
  comeBack();
  expect((await store.read(ids.guild)).revision).toBe(before.revision + 1);
  expectNoFault(started);
});

/** A store that can be out of reach for a while. */
function interruptible(inner: Store) {
  let [isAway, isLeaving] = [false, false];
  const guarded = <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      if (isAway) throw new StoreError("unavailable");
      return call(...given);
    };
  };
  const store: Store = {
    revisions: guarded((...given) => inner.revisions(...given)),
    watch: (listener) => inner.watch(listener),
    revision: guarded((...given) => inner.revision(...given)),
    read: guarded((...given) => inner.read(...given)),
    change: guarded(async (...given) => {
      const outcome = await inner.change(...given);
      isAway = isLeaving;
      return outcome;
    }),
    changes: guarded((...given) => inner.changes(...given)),
    findChange: guarded((...given) => inner.findChange(...given)),
    readContent: guarded((...given) => inner.readContent(...given)),
    guilds: guarded((...given) => inner.guilds(...given)),
    dueGuilds: guarded((...given) => inner.dueGuilds(...given)),
    noteTended: guarded((...given) => inner.noteTended(...given)),
    markLeft: guarded((...given) => inner.markLeft(...given)),
    forgetGuild: guarded((...given) => inner.forgetGuild(...given)),
    forgetPerson: guarded((...given) => inner.forgetPerson(...given)),
    sweep: guarded((...given) => inner.sweep(...given)),
    jobs: inner.jobs,
    close: () => inner.close(),
  };
  return {
    store,
    goAway: (when: "now" | "after the next change" = "now") =>
      void ([isAway, isLeaving] = [when === "now", when !== "now"]),
    comeBack: () => void ([isAway, isLeaving] = [false, false]),
  };
}

test("a large file shows how far it is, and is called off by a press and by the process that leaves", async () => {
  const started = await start();
  const { discord, manager, store } = started;
  const large = {
    name: "large.md",
    text: `# Large\n\n${"The room opens at nine, and it closes at five.\n\n".repeat(104_000)}`,
  };
  const edits = () => discord.requestsTo("PATCH", edit).map(({ body }) => String(Object(body).content));
  const isUnderWay = (from: number) =>
    vi.waitUntil(
      () =>
        edits()
          .slice(from)
          .some((said) => said.startsWith("Reading")),
      patient,
    );
  const stopped = manager.run("library add", {}, large);
  await isUnderWay(0);
  const [message] = discord.channels.everything().toReversed();
  const [row] = (message?.components ?? []) as readonly { components: readonly { custom_id: string }[] }[];
  const customId = row?.components[0]?.custom_id ?? "";
  expect(await discord.interact(press({ ...manager.where, customId, message: { id: message?.id ?? "" } }))).toEqual({
    type: 6,
  });
  expect((await stopped).content).toBe("Cancelled. Nothing was changed.");
  const shown = edits().length;
  const left = manager.run("library add", {}, large);
  await isUnderWay(shown);
  await started.close();
  expect((await left).content).toContain("being restarted");
  expect(await store.revision(ids.guild)).toBe(0);
  expectNoFault(started);
});

const edit = "/webhooks/:application/:token/messages/@original";
const patient = { interval: 5 };

test("somebody without a shell brings an article, tends it and takes everything out again", async () => {
  const started = await start();
  const { manager, reader, store } = started;
  const draft = await manager.run("library add", { id: "room" }, { name: "room.md", text: winter });
  expect(draft.content.split("\n").slice(0, 4)).toEqual([
    "📄 Ready to be published: **Reading room** `room`",
    "-# room.md · 1 KB · English · 1 section · 3 sentences",
    "Begins with: The room opens at nine.",
    "Sections: §1 Hours",
  ]);
  await manager.press(draft, "publish");
  await manager.run("library scope set", { articles: "room" });
  const before = await reader.run("ask", { question });
  expect(before.content).toContain("> The **room** **opens** at nine.");
  const taught = "May I come on Sundays?";
  await manager.run("teach", { question: taught, reference: "§1 ¶1:2", article: "room" });
  expect((await reader.run("ask", { question: `${taught.slice(0, -1)}, please?` })).content).toContain("📌");

  const newer = await manager.run("library replace", { id: "room" }, { name: "room 2.md", text: summer });
  expect(newer.content).toContain("- §1 ¶1:1 The room opens at eight. — ~~nine~~ → **eight**");
  expect(newer.content).toContain(`⚠ 1 taught question would no longer fit: ${taught}`);
  const replaced = await manager.press(newer, "publish");
  expect(replaced.content).toContain("**Lost: 1**");
  expect((await reader.press(before, "wider")).content).toContain("This is its older version");
  await manager.run("teach", { question: taught, reference: "§1 ¶1:3", article: "room" });
  expect((await manager.run("library check")).content).toContain("**Still right: 1**");

  const declined = await reader.run("ask", { question: "Who owns the parrot?" });
  await reader.submit(await reader.press(declined, "gap"), { question: "Who owns the parrot?", comment: "" });
  const gap = await manager.press(await manager.run("library gaps"), "gap-open");
  const settled = await manager.press(gap, "gap-settle");
  expect(settled.content).toContain("✅ Marked as outside the articles.");
  expect((await manager.press(settled, "undo")).content).toBe("↩ Taken back: Who owns the parrot?");
  const set = await manager.run("settings set", { quotes: 1 });
  expect((await manager.press(set, "undo")).content).toBe("↩ Taken back: Quotes in an answer");
  expect((await manager.run("settings history")).content).toContain("gap settled: Who owns the parrot?");
  expect((await manager.run("library export", { id: "room" })).content).toBe("room 2.md, as it was brought:");

  await manager.press(await manager.run("library remove", { id: "room" }), "remove");
  expect((await reader.run("ask", { question })).content).toContain("no article to ask here");
  await manager.submit(await manager.run("privacy delete-server"), { word: "delete" });
  expect(await store.read(ids.guild)).toEqual({ revision: 0, records: [] });
  expect((await reader.press(before, "wider")).content).toContain("cannot be shown any more");
  expectNoFault(started);
});
