import { describe, expect, test, vi } from "vitest";
import type { Turns } from "../../src/admission/turns.ts";
import { createTurns } from "../../src/admission/turns.ts";
import type { Features } from "../../src/bot.ts";
import { slashCommand, typing } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { saying } from "../support/probe-features.ts";

/** A bot whose every answer takes so many milliseconds by a clock that nothing else moves; so many come in together. */
async function start(transport: Transport, { milliseconds, together }: { milliseconds: number; together: number }) {
  let [time, arrived] = [0, 0];
  const allArrived = Promise.withResolvers<void>();
  const computed: string[] = [];
  const work = (id: string) => {
    time += milliseconds;
    computed.push(id);
  };
  const features: Features = {
    commands: [
      {
        declaration: { name: "say", description: "say" },
        run: ({ id }) => {
          work(id);
          return saying("hello");
        },
        complete: ({ id }) => {
          work(id);
          return { kind: "choices", choices: [{ name: "one", value: "one" }] };
        },
      },
    ],
    hear: ({ id }) => {
      work(id);
      return saying("heard");
    },
  };
  const later = (step: () => void) => void allArrived.promise.then(() => setImmediate(step));
  const own = createTurns({ now: () => time, later });
  const turns: Turns = {
    take(asker) {
      arrived += 1;
      if (arrived === together) allArrived.resolve();
      return own.take(asker);
    },
  };
  return { ...(await startBot({ features, transport, admission: { turns } })), computed };
}

/** What an answer says; never resolves where there is none. */
async function saidIn(answer: Promise<unknown>): Promise<string> {
  const response = await answer;
  return response === undefined ? new Promise(() => {}) : String(Object(response).data.content);
}

function by(payload: object, at: number): object {
  const user = { id: String(300_000_000_000_000_000n + BigInt(at)) };
  return { ...payload, member: { ...Object(payload).member, user } };
}

describe.for(["gateway", "http"] satisfies Transport[])("over %s", (transport) => {
  test("answers everybody of a burst while there is time, and tells the others to come again", async () => {
    const { discord, computed } = await start(transport, { milliseconds: 100, together: 60 });
    const people = Array.from({ length: 60 }, (_, at) => by(slashCommand({ name: "say" }), at));
    const answers = await Promise.all(people.map((payload) => discord.interact(payload)));
    const contents = await Promise.all(answers.map((answer) => saidIn(Promise.resolve(answer))));
    const isAnswered = contents.map((content) => content === "hello");
    // Those who waited for 0, 100, 200 … 1,000 ms.
    expect(isAnswered.filter(Boolean)).toHaveLength(11);
    expect(computed).toHaveLength(11);
    for (const answer of answers.filter((_, at) => !isAnswered[at])) {
      expect(answer).toMatchObject({ type: 4, data: { flags: 68, content: expect.stringContaining("try again") } });
    }
  });

  test("offers no choices to whoever types at such a time", async () => {
    const { discord } = await start(transport, { milliseconds: 1600, together: 2 });
    const both = [0, 1].map((at) => by(typing({ name: "say", options: { q: "x" } }), at));
    const answers = await Promise.all(both.map((payload) => discord.interact(payload)));
    expect(answers.map((answer) => Object(answer).data.choices.length).toSorted((one, other) => one - other)).toEqual([
      0, 1,
    ]);
  });

  test("says nothing to Discord where that is too late, and goes on", async () => {
    const { discord, computed } = await start(transport, { milliseconds: 3000, together: 2 });
    const both = [0, 1].map((at) => discord.interact(by(slashCommand({ name: "say" }), at)));
    expect(await Promise.race(both.map(saidIn))).toBe("hello");
    expect(await discord.interact(by(slashCommand({ name: "say" }), 2))).toMatchObject({ data: { content: "hello" } });
    expect(computed).toHaveLength(2);
  });
});

test("says once in a channel that there is too much, and drops the rest", async () => {
  const { discord, computed } = await start("gateway", { milliseconds: 1600, together: 20 });
  for (let at = 0; at < 20; at += 1) {
    discord.say({ text: `<@${ids.bot}> ${at}`, author: { id: String(300_000_000_000_000_000n + BigInt(at)) } });
  }
  const own = () => discord.channels.messagesIn(ids.channel).filter(({ author }) => author.id === ids.bot);
  await vi.waitUntil(() => own().length >= 2);
  // Whoever comes afterwards is answered.
  const last = discord.say({ text: `<@${ids.bot}> last`, author: { id: ids.asker } });
  await vi.waitUntil(() => own().filter(({ content }) => content === "heard").length === 2);
  expect(computed).toHaveLength(2);
  expect(computed.at(-1)).toBe(last);
  expect(own().filter(({ content }) => content !== "heard")).toHaveLength(1);
});
