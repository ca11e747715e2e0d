import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createFinishWorks } from "../../src/guilds/finish-works.ts";
import { press, slashCommand } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { KeptWork } from "../../src/guilds/share-works.ts";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import { stopRow } from "../../commands/parts/stop-row.ts";
import { keep, planKept } from "../support/guild-of.ts";
import { parseChecked } from "../support/parse.ts";
import { canOwnPostgres, startOwnPostgres } from "../support/own-postgres.ts";
import { createSchema, hasPostgres } from "../support/postgres.ts";
import { localToken } from "../support/discord/observed-discord.ts";
import { managing, person } from "../support/discord/people.ts";
import { type StartedWhole, startWholeBot } from "../support/discord/start-whole-bot.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";

const question = "When does the gromfeld open?";
const until = { interval: 5 };
const edit = "/webhooks/:application/:token/messages/@original";

interface Replica extends StartedWhole {
  /** Has Discord send everything here from now on. */
  readonly turnTo: () => void;
}

/** Starts a bot over HTTP, at the Discord of another one where that is given. */
async function startReplica(place: StorePlace, first?: Replica, cooldown = "0"): Promise<Replica> {
  const store = await openStore(place);
  const started = await startWholeBot({
    store,
    transport: "http",
    environment: { YUANWEN_COOLDOWN_SECONDS: cooldown, DISCORD_TOKEN: localToken },
    ...(first ? { discord: first.discord } : {}),
  });
  onTestFinished(async () => {
    await started.close();
    await store.close();
  });
  const { discord } = started;
  const { endpoint } = discord;
  return { ...started, turnTo: () => void (discord.endpoint = endpoint) };
}

async function startTwo(place: StorePlace, cooldown?: string): Promise<[Replica, Replica]> {
  const one = await startReplica(place, undefined, cooldown);
  const other = await startReplica(place, one, cooldown);
  return [one, other];
}

async function askedOf({ discord, turnTo }: Replica, given: object = {}): Promise<string> {
  turnTo();
  return JSON.stringify(
    await discord.interact({ ...slashCommand({ name: "ask", options: { question } }), ...given }).catch(String),
  );
}

let changes = 0;

/** Publishes the only sentence of the only article; gives the state that this made. */
async function publish({ guilds }: Replica, sentence: string): Promise<number> {
  changes += 1;
  const article = parseChecked(`# Charter\n\n${sentence}\n`, { metadata: { id: "charter" } });
  const author = { change: `38000000000000000${changes}`, person: "1" };
  const guild = guilds.find(ids.guild);
  await guild.change(author, (state) => planKept(state, [keep("charter", [article])]));
  return guild.state.revision;
}

/** Waits until a server is answered from a state, without asking it anything. */
async function untilSeen({ guilds }: Replica, revision: number): Promise<void> {
  await vi.waitUntil(() => guilds.known(ids.guild)?.state.revision === revision, until);
}

/** Waits until the file of somebody's work is read; gives the button that calls it off. */
async function untilReading({ discord }: Replica) {
  await vi.waitUntil(() => edits(discord).some((content) => content.startsWith("Reading")), until);
  const [message] = discord.channels.everything().toReversed();
  const [row] = (message?.components ?? []) as readonly { components: readonly { custom_id: string }[] }[];
  return { customId: row?.components[0]?.custom_id ?? "", message: { id: message?.id ?? "" } };
}

/** What messages were changed to. */
function edits(discord: Replica["discord"]): string[] {
  return discord.requestsTo("PATCH", edit).map(({ body }) => String(Object(body).content));
}

/** Whether it is still noted that a work is under way, by the button that calls it off. */
async function isKept({ store }: Replica, customId: string): Promise<boolean> {
  const [id = ""] = customId.split(":").toReversed();
  return (await store.jobs.find({ guild: ids.guild, kind: "work", id }, 0)) !== undefined;
}

interface Left {
  readonly canBeStopped?: boolean;
  /** What its message was changed to. */
  readonly shown?: string;
  /** How long it is held. */
  readonly end?: number;
}

/** Leaves a work that began at 1000 and shows that it is under way, unless something else is shown; gives its id. */
async function leaveWork({ discord, store, running }: Replica, { canBeStopped, shown, end = 2000 }: Left) {
  const { sent } = await discord.exchange(slashCommand({ name: "help" }));
  const address = { application: ids.application, token: sent.token };
  const components = shown === undefined ? [stopRow(sent.id, "Cancel")] : [];
  const message = { kind: "message", content: shown ?? "Reading …", private: true, quotes: [], components } as const;
  await running.answers.edit({ ...address, id: sent.id }, message);
  const kept: KeptWork = { asker: "", at: 1000, locale: "en", address, canBeStopped };
  const job = { guild: ids.guild, kind: "work", id: sent.id } as const;
  await store.jobs.take({ ...job, data: JSON.stringify(kept) }, { now: 1000, until: end });
  return job;
}

/** Makes what tells of works whose processes are gone, by a clock that is set. */
function finishing({ store, running: { answers } }: Replica) {
  let time = 0;
  const log = { info() {}, warn() {} };
  const finish = createFinishWorks({ store, answers, log, now: () => time });
  return async (at: number): Promise<void> => {
    time = at;
    await finish();
  };
}

async function newPlace(): Promise<StorePlace> {
  return { url: await createSchema(), file: "" };
}

async function throughProxy() {
  const address = new URL(await createSchema());
  const proxy = await startTcpProxy(address.hostname, Number(address.port));
  const direct = { url: address.href, file: "" };
  address.port = String(proxy.port);
  return { direct, proxied: { url: address.href, file: "" }, proxy };
}

const isNeeded = ({ store }: Replica) => store.claims?.isNeeded;

const events = ({ log }: Replica) => log().map(({ event }) => event);

describe.skipIf(!hasPostgres)("two processes on one PostgreSQL", () => {
  test("see what the other one changes, without being asked anything", async () => {
    const [one, other] = await startTwo(await newPlace());
    await publish(one, "The gromfeld opens at vantor eight.");
    expect(await askedOf(other)).toContain("eight");
    await untilSeen(other, await publish(one, "The gromfeld opens at vantor nine."));
    // What was answered before is kept, and is no answer any more.
    expect(await askedOf(other)).toContain("nine");
    await one.guilds.find(ids.guild).forget();
    await untilSeen(other, 0);
    expect(await askedOf(other)).not.toContain("vantor");
  });

  test("see what was changed while one of them could not hear it", async () => {
    const { direct, proxied, proxy } = await throughProxy();
    const one = await startReplica(direct);
    const other = await startReplica(proxied, one);
    await publish(one, "The gromfeld opens at vantor eight.");
    expect(await askedOf(other)).toContain("eight");
    await proxy.goAway();
    const revision = await publish(one, "The gromfeld opens at vantor nine.");
    await vi.waitUntil(() => events(other).includes("changes not heard"), until);
    expect(await askedOf(other)).toContain("eight");
    await proxy.comeBack();
    await untilSeen(other, revision);
    expect(await askedOf(other)).toContain("nine");
    await vi.waitUntil(() => events(other).includes("changes heard again"), until);
    await untilSeen(other, await publish(one, "The gromfeld opens at vantor ten."));
  });

  test.skipIf(!canOwnPostgres)(
    "go on from memory while the database is down, and together when it is back",
    async () => {
      const { url, start, stop } = await startOwnPostgres();
      const [one, other] = await startTwo({ url, file: "" });
      await publish(one, "The gromfeld opens at vantor eight.");
      expect(await askedOf(other)).toContain("eight");
      stop();
      await vi.waitUntil(() => [one, other].every((each) => events(each).includes("changes not heard")), until);
      for (const each of [one, other]) expect(await askedOf(each)).toContain("eight");
      await expect(publish(one, "The gromfeld opens at vantor nine.")).rejects.toThrow("unavailable");
      start();
      const revision = await vi.waitFor(() => publish(one, "The gromfeld opens at vantor ten."), until);
      await untilSeen(other, revision);
      expect(await askedOf(other)).toContain("ten");
      await vi.waitUntil(() => [one, other].every((each) => events(each).includes("changes heard again")), until);
      await untilSeen(one, await publish(other, "The gromfeld opens at vantor eleven."));
    },
  );

  test("ask nobody what came to others where there are none", async () => {
    const place = await newPlace();
    const one = await startReplica(place);
    expect(isNeeded(one)).toBe(true);
    await vi.waitUntil(() => isNeeded(one) === false, until);
    const other = await startReplica(place, one);
    await vi.waitUntil(() => isNeeded(one) === true, until);
    expect(isNeeded(other)).toBe(true);
  });

  test("answer what came to both once, and hold the cooldown of who asks both", async () => {
    const [one, other] = await startTwo(await newPlace(), "3600");
    await vi.waitUntil(() => [one, other].every(({ store }) => store.claims?.isNeeded === true), until);
    await publish(one, "The gromfeld opens at vantor eight.");
    const twice = { id: one.discord.newId() };
    expect(await askedOf(one, twice)).toContain("eight");
    expect(await askedOf(other, twice)).not.toContain("eight");
    expect(await askedOf(other)).toContain("One question at a time");
    const somebodyElse = slashCommand({ name: "ask", options: { question }, user: { id: "310000000000000009" } });
    expect(JSON.stringify(await other.discord.interact(somebodyElse))).toContain("eight");
  });

  test("answer when the database is away, by what each knows itself", async () => {
    const { proxied, proxy } = await throughProxy();
    const [one, other] = await startTwo(proxied, "3600");
    await publish(one, "The gromfeld opens at vantor eight.");
    await untilSeen(one, one.guilds.find(ids.guild).state.revision);
    await other.guilds.open(ids.guild);
    await proxy.goAway();
    expect(await askedOf(one)).toContain("eight");
    expect(await askedOf(one)).toContain("One question at a time");
    expect(await askedOf(other)).toContain("eight");
  });

  test("cancel what is under way on the other one, for whoever may", async () => {
    const [one, other] = await startTwo(await newPlace());
    const { discord } = one;
    await publish(one, "The gromfeld opens at vantor eight.");
    const manager = person(discord, { permissions: managing });
    const text = `# Large\n\n${"The room opens at nine, and it closes at five.\n\n".repeat(104_000)}`;
    one.turnTo();
    const running = manager.run("library add", {}, { name: "large.md", text });
    const stop = await untilReading(one);
    other.turnTo();
    expect(JSON.stringify(await discord.interact(press({ ...stop, user: { id: "310000000000000009" } })))).toContain(
      "Only whoever began this",
    );
    expect(await discord.interact(press({ ...manager.where, ...stop }))).toEqual({ type: 6 });
    expect((await running).content).toBe("Cancelled. Nothing was changed.");
    expect(await isKept(one, stop.customId)).toBe(false);
  });

  test("tell whoever waits for a process that is gone what became of their wish", async () => {
    const [one, other] = await startTwo(await newPlace());
    const { discord, store } = one;
    await publish(one, "The gromfeld opens at vantor eight.");
    const [, done, , told] = [
      await leaveWork(one, {}),
      await leaveWork(one, {}),
      await leaveWork(one, { canBeStopped: true }),
      await leaveWork(one, { canBeStopped: true, shown: "It is read." }),
    ];
    await one.guilds
      .find(ids.guild)
      .change({ change: done.id, person: "1" }, (state) =>
        planKept(state, [keep("more", [parseChecked("# More\n\nThere is more.\n")])]),
      );
    const before = edits(discord).length;
    const finish = [one, other].map(finishing);
    await Promise.all(finish.map((each) => each(3000)));
    expect(edits(discord).slice(before)).toEqual([]);
    await Promise.all(finish.map((each) => each(11_000)));
    expect(edits(discord).slice(before).toSorted()).toEqual([
      expect.stringContaining("could not finish"),
      expect.stringContaining("could not finish"),
      expect.stringContaining("It was done"),
    ]);
    expect(await store.jobs.takeOver("work", { now: 99_999, until: 100_000 })).toBeUndefined();
    expect(await store.jobs.find(told, 0)).toBeUndefined();
  });

  describe.skipIf(!canOwnPostgres)("where the database was down", () => {
    test("tell nothing of a work that ended meanwhile and said so", async () => {
      const { url, start, stop } = await startOwnPostgres();
      const [one, other] = await startTwo({ url, file: "" });
      const { discord } = one;
      await publish(one, "The gromfeld opens at vantor eight.");
      one.turnTo();
      const text = `# Large\n\n${"The room opens at nine, and it closes at five.\n\n".repeat(52_000)}`;
      const running = person(discord, { permissions: managing }).run("library add", {}, { name: "large.md", text });
      const { customId } = await untilReading(one);
      expect(await isKept(other, customId)).toBe(true);
      stop();
      const { content } = await running;
      expect(content).toContain("cannot be reached");
      start();
      await vi.waitUntil(async () => !(await isKept(other, customId).catch(() => true)), until);
      expect(edits(discord).at(-1)).toBe(content);
    });

    test("let those go on whose works could not be held on meanwhile", async () => {
      const { url, start, stop } = await startOwnPostgres();
      const [one, other] = await startTwo({ url, file: "" });
      const { discord } = one;
      await publish(one, "The gromfeld opens at vantor eight.");
      const held = await leaveWork(one, { end: 25_000 });
      const dead = await leaveWork(one, { end: 25_000 });
      const before = edits(discord).length;
      const finish = finishing(other);
      await finish(1000);
      await finish(11_000);
      stop();
      await finish(21_000);
      start();
      await vi.waitFor(() => other.store.revision(ids.guild), until);
      await finish(31_000);
      expect(edits(discord).slice(before)).toEqual([]);
      expect(await vi.waitFor(() => one.store.jobs.renew(held, 50_000), until)).toBe("held");
      await finish(41_000);
      expect(edits(discord).slice(before)).toEqual([expect.stringContaining("could not finish")]);
      expect(await one.store.jobs.find(dead, 0)).toBeUndefined();
      expect(await one.store.jobs.renew(held, 60_000)).toBe("held");
    });
  });
});

test("two processes on one SQLite file see what the other one changes", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-processes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [one, other] = await startTwo({ file: path.join(folder, "store.db") });
  await publish(one, "The gromfeld opens at vantor eight.");
  expect(await askedOf(other)).toContain("eight");
  await untilSeen(other, await publish(one, "The gromfeld opens at vantor nine."));
  expect(await askedOf(other)).toContain("nine");
  await untilSeen(one, await publish(other, "The gromfeld opens at vantor ten."));
});
