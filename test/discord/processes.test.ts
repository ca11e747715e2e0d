import { describe, expect, onTestFinished, test, vi } from "vitest";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import { keep, planKept } from "../support/guild-of.ts";
import { parseChecked } from "../support/parse.ts";
import { createSchema, hasPostgres } from "../support/postgres.ts";
import { type StartedWhole, startWholeBot } from "../support/discord/start-whole-bot.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";

vi.setConfig({ testTimeout: 60_000 });

const question = "When does the gromfeld open?";

/** A bot over HTTP, whose proxy to the database the test may cut. */
async function startReplica(place: StorePlace, environment: Readonly<Record<string, string>> = {}) {
  const store = await openStore(place);
  const started = await startWholeBot({
    store,
    transport: "http",
    environment: { YUANWEN_COOLDOWN_SECONDS: "0", ...environment },
  });
  onTestFinished(async () => {
    await started.close();
    await store.close();
  });
  return started;
}

async function askedOf({ discord }: StartedWhole): Promise<string> {
  const response = await discord.interact(slashCommand({ name: "ask", options: { question } }));
  return JSON.stringify(response);
}

let changes = 0;

async function publish({ guilds }: StartedWhole, sentence: string): Promise<void> {
  changes += 1;
  const article = parseChecked(`# Charter\n\n${sentence}\n`, { metadata: { id: "charter" } });
  const author = { change: `38000000000000000${changes}`, person: "1" };
  await guilds.find(ids.guild).change(author, (state) => planKept(state, [keep("charter", [article])]));
}

const until = { timeout: 10_000, interval: 5 };

/** Waits until a server is answered from a state, and gives how long that took. */
async function untilSeen({ guilds }: StartedWhole, revision: number): Promise<number> {
  const since = performance.now();
  await vi.waitUntil(() => guilds.known(ids.guild)?.state.revision === revision, until);
  return performance.now() - since;
}

describe.skipIf(!hasPostgres)("two processes on one PostgreSQL", () => {
  test("see within a second what the other one changes, without being asked anything", async () => {
    const place = { url: await createSchema(), file: "" };
    const [one, other] = [await startReplica(place), await startReplica(place)];
    await publish(one, "The gromfeld opens at vantor eight.");
    expect(await askedOf(other)).toContain("vantor eight");
    await publish(one, "The gromfeld opens at vantor nine.");
    const { revision } = one.guilds.find(ids.guild).state;
    expect(await untilSeen(other, revision)).toBeLessThan(1000);
    expect(await askedOf(other)).toContain("vantor nine");
  });
});
