import { describe, expect, test, vi } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { messageMenu, press, slashCommand, submit } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { StartedBot, Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";

// Processes and connections take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const features = { commands, controls, hear, menus };
const environment = { YUANWEN_GAP_CHANNEL: ids.channel };

/** One of each, as somebody would ask. */
const asked: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  ask: { question: "Where does black tea come from?" },
  search: { words: "tea" },
  outline: {},
  read: { reference: "§1" },
  cite: { reference: "§1 ¶1:1" },
  verify: { quote: "Black tea is fully oxidized." },
  summary: {},
  article: {},
  random: {},
  help: {},
};

test("asks for every command there is", () => {
  expect(Object.keys(asked)).toEqual(commands.map(({ declaration }) => declaration.name));
});

/** What can be pressed or chosen in a response, as payloads. */
function controlsIn(response: unknown): object[] {
  const { type, data } = Object(response);
  if (type === 9) {
    const inputs: [string, string][] = data.components.map((label: { component: { custom_id: string } }) => [
      label.component.custom_id,
      "tea",
    ]);
    return [submit({ customId: data.custom_id, fields: Object.fromEntries(inputs) })];
  }
  if (type !== 4 && type !== 7) return [];
  const message = { id: "150000000000000001", content: data.content, flags: data.flags };
  return data.components.flatMap((row: { components: readonly Record<string, unknown>[] }) =>
    row.components.flatMap((control) => {
      const customId = control["custom_id"];
      if (typeof customId !== "string" || control["disabled"] === true) return [];
      const options = control["options"];
      if (!Array.isArray(options)) return [press({ customId, message })];
      return options.map(({ value }) => press({ customId, values: [value], message }));
    }),
  );
}

/** Presses everything that can be reached, each kind of state once, and gives what went wrong. */
async function pressEverything({ discord, log }: StartedBot, first: object, most: number): Promise<unknown> {
  const seen = new Set<string>();
  const left = [first];
  let pressed = 0;
  for (let payload = left.shift(); payload && pressed < most; payload = left.shift(), pressed += 1) {
    const response = await discord.interact(payload);
    expect(response).toMatchObject({ type: expect.any(Number) });
    for (const next of controlsIn(response)) {
      const key = JSON.stringify(Object(next).data);
      if (!seen.has(key)) left.push(next);
      seen.add(key);
    }
  }
  return log().filter(({ level }) => level !== "info");
}

describe.for(["gateway", "http"] satisfies Transport[])("over %s", (transport) => {
  test("every command and all that can be pressed below it is answered within Discord's limits", async () => {
    const started = await startBot({ features, transport, environment });
    started.discord.channels.addMessage({ id: "150000000000000001", channel_id: ids.channel, content: "answer" });
    for (const [name, options] of Object.entries(asked)) {
      expect(await pressEverything(started, slashCommand({ name, options }), 40)).toEqual([]);
    }
    for (const { declaration } of menus) {
      const target = { id: "150000000000000001", content: "Black tea is fully oxidised." };
      expect(await pressEverything(started, messageMenu({ name: declaration.name, target }), 20)).toEqual([]);
    }
  });
});

describe("a conversation", () => {
  test("goes from an answer into a thread, and on after a restart", async () => {
    const first = await startBot({ features, environment: { YUANWEN_COOLDOWN_SECONDS: "0" } });
    const { discord } = first;
    const response = await discord.interact(slashCommand({ name: "ask", options: asked["ask"] ?? {} }));
    const answer = discord.channels.messagesIn(ids.channel).at(-1);
    if (!answer) throw new Error("there is no answer");
    const customIds = controlsIn(response).map((payload) => String(Object(payload).data.custom_id));
    const customId = customIds.find((id) => id.includes("thread"));
    if (customId === undefined) throw new Error(`no button starts a thread: ${customIds.join(", ")}`);
    await first.close();

    const second = await startBot({ features, discord });
    expect(await discord.interact(press({ customId, message: answer }))).toMatchObject({
      type: 4,
      data: { flags: 68 },
    });
    expect(discord.channels.messagesIn(answer.id)).toHaveLength(1);
    discord.say({ text: "Is green tea oxidised?", channel: answer.id });
    await vi.waitUntil(() => discord.channels.messagesIn(answer.id).length === 3, 5000);
    expect(discord.channels.messagesIn(answer.id).at(-1)?.content).toContain("§2 ¶1:1");
    expect(second.log().filter(({ level }) => level !== "info")).toEqual([]);
  });

  test("quotes references in what people write to each other", async () => {
    const { discord } = await startBot({ features });
    discord.say({ text: "Look at [[§1 ¶1:1]]." });
    await vi.waitUntil(() => discord.channels.messagesIn(ids.channel).length === 2, 5000);
    expect(discord.channels.messagesIn(ids.channel).at(-1)?.content).toContain("Black tea is fully oxidised.");
  });
});
