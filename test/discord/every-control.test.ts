import { describe, expect, test, vi } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { messageMenu, press, slashCommand, submit } from "../../src/local-discord/interactions.ts";
import type { LocalAttachment } from "../../src/local-discord/world.ts";
import { everyonePermissions, ids } from "../../src/local-discord/world.ts";
import type { StartedBot, Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { startWholeBot } from "../support/discord/start-whole-bot.ts";

const features = { commands, controls, hear, menus };
const environment = { YUANWEN_GAP_CHANNEL: ids.channel };

/** What somebody would give for an option of words. */
const given: Readonly<Record<string, string>> = {
  question: "Where does black tea come from?",
  reference: "§1 ¶1:1",
  quote: "Black tea is fully oxidized.",
  version: "0a",
};
/** And for one of another of Discord's types. */
const givenByType: Readonly<Record<number, string | number | boolean>> = {
  4: 1,
  5: true,
  6: ids.asker,
  7: ids.channel,
  8: ids.role,
  10: 1,
};

interface Declared {
  readonly name: string;
  readonly type?: number | undefined;
  readonly required?: boolean | undefined;
  readonly options?: readonly Declared[] | undefined;
}

/** A command, or each of its subcommands, with what it must be given. */
function asksOf({ name, options = [] }: Declared, attached: LocalAttachment, path: readonly string[] = []): object[] {
  const inner = options.filter(({ type = 0 }) => type === 1 || type === 2);
  if (inner.length > 0) return inner.flatMap((each) => asksOf({ ...each, name }, attached, [...path, each.name]));
  const needed = options.filter(({ required }) => required === true);
  const words = needed.filter(({ type }) => type !== 11);
  return [
    slashCommand({
      name,
      ...(path.length > 0 ? { subcommand: path.join(" ") } : {}),
      options: Object.fromEntries(
        words.map((one) => [one.name, givenByType[one.type ?? 0] ?? given[one.name] ?? "tea"]),
      ),
      types: Object.fromEntries(words.map((one) => [one.name, one.type ?? 3])),
      attachments: Object.fromEntries(needed.filter(({ type }) => type === 11).map((one) => [one.name, attached])),
      permissions: manager,
    }),
  ];
}

/** *Manage Server*, beside what everyone may. */
const manager = String(BigInt(everyonePermissions) | (1n << 5n));

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
    const started = await startWholeBot({ transport, environment });
    started.discord.channels.addMessage({ id: "150000000000000001", channel_id: ids.channel, content: "answer" });
    const file = { name: "tea.txt", bytes: new TextEncoder().encode("White tea\n\nWhite tea is withered.") };
    const attached = started.discord.attachments.add(ids.channel, file);
    const asks = commands.flatMap(({ declaration }) => asksOf(declaration, attached));
    expect(asks.length).toBeGreaterThanOrEqual(commands.length);
    for (const ask of asks) expect(await pressEverything(started, ask, 40)).toEqual([]);
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
    const response = await discord.interact(
      slashCommand({ name: "ask", options: { question: given["question"] ?? "" } }),
    );
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
    await vi.waitUntil(() => discord.channels.messagesIn(answer.id).length === 3);
    expect(discord.channels.messagesIn(answer.id).at(-1)?.content).toContain("§2 ¶1:1");
    expect(second.log().filter(({ level }) => level !== "info")).toEqual([]);
  });

  test("quotes references in what people write to each other", async () => {
    const { discord } = await startBot({ features });
    discord.say({ text: "Look at [[§1 ¶1:1]]." });
    await vi.waitUntil(() => discord.channels.messagesIn(ids.channel).length === 2);
    expect(discord.channels.messagesIn(ids.channel).at(-1)?.content).toContain("Black tea is fully oxidised.");
  });
});
