import { describe, expect, test } from "vitest";
import { createBotFor, type OwnThings } from "../../src/bot-for.ts";
import { builtInDefaults } from "../../src/community/settings.ts";
import { StoreError } from "../../src/community/store-error.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Log } from "../../src/log.ts";
import type { Guilds } from "../../src/guilds/create-guilds.ts";
import { createUnpack } from "../../src/preparing/read-for-guild.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { createMemoryBudget, type MemoryBudget } from "../../src/search/memory-budget.ts";
import type { Store } from "../../src/store/store.ts";
import { type KeptArticle, keep, planKept } from "../support/guild-of.ts";
import { command, heard, pressed, somebody, typing } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { manager } from "../support/library-bot.ts";
import { openTestStore } from "../support/open-store.ts";
import { parseChecked } from "../support/parse.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

interface Place {
  readonly store: Store;
  readonly bot: ReturnType<typeof createBotFor>["bot"];
  readonly guilds: Guilds;
}

const everybodys = parseChecked("# Harbour\n\nThe harbour opens at six.", { metadata: { id: "harbour" } });

async function openPlace(
  store?: Store,
  given: Pick<OwnThings, "gapGuild"> & { readonly memory?: MemoryBudget } = {},
  log: Log = silent,
  time = 7,
): Promise<Place> {
  const kept = store ?? (await openTestStore());
  const library = libraryOf([everybodys]);
  const { analyse, lexicon } = library;
  const { bot, guilds } = createBotFor(library, {
    config: { quotesPerAnswer: 3, cooldownSeconds: 0 },
    log,
    gapChannelId: "33",
    defaults: { ...builtInDefaults, gapChannel: "33" },
    ownThings: {
      store: kept,
      gapGuild: given.gapGuild,
      unpack: createUnpack({ maximumBytes: 5_000_000, analyse }),
      now: () => time,
      indexed: { articles: new Map() },
      dictionaries: { analyse, lexicon, memory: given.memory },
      files: { read: () => Promise.reject(new Error("no files")), fetch: () => Promise.reject(new Error("no files")) },
    },
  });
  if (!guilds) throw new Error("no guilds");
  return { store: kept, bot, guilds };
}

let events = 0;

function asking(guildId: string | undefined, question: string, given: Partial<CommandInvocation> = {}) {
  events += 1;
  const channel = { ...somebody.channel, guildId };
  return command("ask", { question }, { id: `1${events}`, channel, ...given });
}

function contentOf(reply: Reply): string {
  if (reply.kind !== "message") throw new Error(`a ${reply.kind}`);
  return reply.content;
}

async function publish(guilds: Guilds, guildId: string, ...kept: readonly KeptArticle[]): Promise<void> {
  events += 1;
  const author = { change: `2${events}`, person: "2" };
  await guilds.find(guildId).change(author, (state) => planKept(state, kept));
}

const tea = parseChecked("# Tea\n\nThe tea is poured at noon.");
const bread = parseChecked("# Bread\n\nThe bread is baked at night.");

describe("servers", () => {
  test("are answered from their own articles and everybody's", async () => {
    const { bot, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]));
    expect(contentOf(await bot.respond(asking("4", "When is the tea poured?")))).toContain("noon");
    expect(contentOf(await bot.respond(asking("4", "When does the harbour open?")))).toContain("six");
  });

  test("never see each other's articles", async () => {
    const { bot, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]));
    await publish(guilds, "5", keep("bread", [bread]));
    for (const [guildId, shown] of [
      ["5", false],
      [undefined, false],
      ["4", true],
    ] as const) {
      const channel = { ...somebody.channel, guildId };
      const replies = [
        await bot.respond(asking(guildId, "When is the tea poured?")),
        await bot.respond(asking(guildId, "tea", { name: "search", options: { words: "tea" } })),
        await bot.respond(asking(guildId, "", { name: "read", options: { article: "tea", section: "1" } })),
        await bot.respond(asking(guildId, "", { name: "verify", options: { quote: "The tea is poured at midday." } })),
        await bot.respond(typing("read", { name: "article", value: "te" }, { id: `3${(events += 1)}`, channel })),
        await bot.respond(heard("[[tea §1 ¶1]]", "mention", { id: `4${(events += 1)}`, channel })),
      ];
      const texts = replies.map((reply) => JSON.stringify({ ...reply, question: undefined }));
      expect(texts.some((text) => text.includes("noon"))).toBe(shown);
    }
  });

  test("do not open each other's buttons", async () => {
    const { bot, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]));
    const answer = await bot.respond(asking("4", "When is the tea poured?"));
    const customId = answer.kind === "message" ? JSON.stringify(answer.components) : "";
    const [copy = ""] = /1:copy:[^"]+/u.exec(customId) ?? [];
    const press = (guildId: string) =>
      bot.respond(pressed(answer, copy, { id: `5${(events += 1)}`, channel: { ...somebody.channel, guildId } }));
    expect(contentOf(await press("4"))).toContain("noon");
    expect(contentOf(await press("5"))).not.toContain("noon");
  });

  test("see at once what was published, replaced and taken back", async () => {
    const { bot, guilds } = await openPlace();
    const ask = async () => contentOf(await bot.respond(asking("4", "When is the tea poured?")));
    expect(await ask()).not.toContain("noon");
    await publish(guilds, "4", keep("tea", [tea]));
    expect(await ask()).toContain("noon");
    await publish(guilds, "4", keep("tea", [tea, parseChecked("# Tea\n\nThe tea is poured at dusk.")]));
    expect(await ask()).toContain("dusk");
    await guilds.find("4").undo({ change: "9", person: "2" }, `2${events - 1}`);
    expect(await ask()).toContain("noon");
  });

  test("see what another process changed at their next look", async () => {
    const { store, bot, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]));
    const other = await openPlace(store);
    await publish(other.guilds, "4", keep("tea", [parseChecked("# Tea\n\nThe tea is poured at dusk.")]));
    await expect
      .poll(async () => contentOf(await bot.respond(asking("4", "When is the tea poured?"))), {
        interval: 100,
      })
      .toContain("dusk");
  });

  test("are told which articles are asked where", async () => {
    const { bot, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]), keep("bread", [bread]));
    await guilds.find("4").change({ change: "8", person: "2" }, () => ({
      kind: "change",
      name: "scope-set",
      subject: "",
      writes: [
        { kind: "scope", key: "3", before: undefined, after: { articles: ["bread"], roles: [] } },
        { kind: "scope", key: "30", before: undefined, after: { articles: "any", roles: ["77"] } },
      ],
    }));
    const inChannel = async (id: string, roles: readonly string[] = [], permissions = 0n) =>
      contentOf(
        await bot.respond(
          asking("4", "When is the tea poured?", {
            channel: { ...somebody.channel, id },
            asker: { id: "2", permissions, roles },
          }),
        ),
      );
    expect(await inChannel("3")).not.toContain("noon");
    expect(await inChannel("31")).toContain("noon");
    expect(await inChannel("30")).toBe(words.en.mayNotAsk);
    expect(await inChannel("30", ["77"])).toContain("noon");
    expect(await inChannel("30", [], 32n)).toContain("noon");
  });

  test("go on answering from memory while the store is away, and say why nothing can be changed", async () => {
    const real = await openTestStore();
    let isAway = false;
    const gate =
      <Given extends readonly unknown[], Made>(act: (...given: Given) => Promise<Made>) =>
      async (...given: Given): Promise<Made> => {
        if (isAway) throw new StoreError("unavailable");
        return act(...given);
      };
    const store: Store = {
      ...real,
      revision: gate((guild) => real.revision(guild)),
      read: gate((guild) => real.read(guild)),
      change: gate((change) => real.change(change)),
      readContent: gate((guild, sha256) => real.readContent(guild, sha256)),
    };
    const { bot, guilds } = await openPlace(store);
    await publish(guilds, "4", keep("tea", [tea]));
    isAway = true;
    expect(contentOf(await bot.respond(asking("4", "When is the tea poured?")))).toContain("noon");
    expect(contentOf(await bot.respond(asking("5", "When is the tea poured?")))).toBe(words.en.store.unavailable);
    await expect(publish(guilds, "4", keep("tea", [bread]))).rejects.toThrow("unavailable");
    isAway = false;
    expect(contentOf(await bot.respond(asking("5", "When does the harbour open?")))).toContain("six");
  });

  test("lose of what is damaged or gone that article only, and say so once", async () => {
    const real = await openTestStore();
    const gone = new Set<string>();
    const store: Store = {
      ...real,
      readContent: async (guild, sha256) => (gone.has(sha256) ? undefined : real.readContent(guild, sha256)),
    };
    const { guilds } = await openPlace(store);
    const [first, broken] = [keep("tea", [tea]), keep("bread", [bread])];
    await publish(guilds, "4", first, broken);
    await real.change({
      id: "x",
      guild: "4",
      revision: await real.revision("4"),
      by: "",
      at: 7,
      name: "imported",
      subject: "",
      writes: [{ kind: "article", key: "odd", before: undefined, after: { of: "another form" } }],
      contents: [],
    });
    gone.add(broken.record.versions[0]?.packed ?? "");
    const logged: string[] = [];
    const error = (event: string, fields: object = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
    const { bot, guilds: later } = await openPlace(store, {}, { ...silent, error });
    expect(contentOf(await bot.respond(asking("4", "When is the tea poured?")))).toContain("noon");
    const list = await bot.respond(
      asking("4", "", { name: "library", subcommand: "list", options: {}, asker: manager }),
    );
    expect(contentOf(list)).toContain(phrases.en.library.list.unreadable("`article odd`, `article bread`"));
    expect(logged).toEqual([
      expect.stringMatching(/^article lost .*"bread"/u),
      'record lost {"guild":"4","record":"article odd"}',
    ]);
    await publish(later, "4", broken);
    gone.clear();
    await publish(later, "4", keep("bread", [bread], { title: "Bread again" }));
    expect(contentOf(await bot.respond(asking("4", "When is the bread baked?")))).toContain("night");
    expect(logged).toHaveLength(2);
  });

  test("forget what another process forgot, though as much was changed since", async () => {
    const { store, bot, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]));
    await store.forgetGuild("4");
    const other = await openPlace(store, {}, silent, 9);
    await publish(other.guilds, "4", keep("bread", [bread]));
    await guilds.open("4");
    expect(contentOf(await bot.respond(asking("4", "When is the tea poured?")))).not.toContain("noon");
    expect(contentOf(await bot.respond(asking("4", "When is the bread baked?")))).toContain("night");
  });

  test("keep what was made of their articles where another process changed something else", async () => {
    const { store, guilds } = await openPlace();
    await publish(guilds, "4", keep("tea", [tea]));
    const before = (await guilds.open("4")).opened.get("tea");
    await publish((await openPlace(store)).guilds, "4", keep("bread", [bread]));
    const { opened } = await guilds.open("4");
    expect([...opened.keys()]).toEqual(["bread", "tea"]);
    expect(opened.get("tea")).toBe(before);
  });

  test("report to the channel of the settings only from where it stands", async () => {
    const { guilds } = await openPlace(undefined, { gapGuild: () => "4" });
    const channelFor = async (guildId: string | undefined) =>
      (await guilds.resolve(asking(guildId, "?"))).services.gapChannelId;
    expect([await channelFor("4"), await channelFor("5"), await channelFor(undefined)]).toEqual([
      "33",
      undefined,
      "33",
    ]);
  });

  test("hold of all of them only so much in memory", async () => {
    const { bot, guilds } = await openPlace(undefined, { memory: createMemoryBudget(700_000) });
    for (const id of ["4", "5", "6"]) {
      const article = parseChecked(`# Things\n\nThe thing${id} is here.`);
      await publish(guilds, id, keep("one", [article]));
    }
    for (const id of ["4", "5", "6"]) {
      expect(contentOf(await bot.respond(asking(id, `thing${id}?`)))).toContain("is here");
    }
    expect(["4", "5", "6"].map((id) => guilds.known(id) !== undefined)).toEqual([false, true, true]);
    expect([...(await guilds.find("4").fresh()).article.keys()]).toEqual(["one"]);
  });
});
