import { describe, expect, test, vi } from "vitest";
import { commands, controls } from "../../commands/all.ts";
import { CalledOff } from "../../src/admission/called-off.ts";
import type { Command, Control } from "../../src/command.ts";
import type { Invocation } from "../../src/invocation.ts";
import { StoreError } from "../../src/community/store-error.ts";
import type { LocalMessage } from "../../src/local-discord/channels.ts";
import { press, slashCommand } from "../../src/local-discord/interactions.ts";
import { discordError } from "../../src/local-discord/routes.ts";
import { postSigned } from "../../src/local-discord/sign.ts";
import { ids } from "../../src/local-discord/world.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import type { MessageReply, Work, WorkReply } from "../../src/render/reply.ts";
import { cutVerbatim } from "../../src/text/verbatim.ts";
import type { StartedBot, Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { saying } from "../support/probe-features.ts";

const edit = "/webhooks/:application/:token/messages/@original";
const told = { private: true };

/** A command and a button that begin a work, with what ends works. */
async function start(transport: Transport, run: WorkReply["run"]) {
  const begin = ({ id }: Invocation): WorkReply => {
    const stop = {
      kind: "action",
      customId: writeControlId("stop", [id]),
      label: "Cancel",
      style: "secondary",
    } as const;
    const components = [{ kind: "buttons", buttons: [stop] }] as const;
    return { kind: "work", first: saying("Reading …", { ...told, components }), run };
  };
  const work: Command = { declaration: { name: "work", description: "Work" }, run: begin };
  const change: Control = {
    name: "change",
    press: (invocation) => ({ ...begin(invocation), first: { ...begin(invocation).first, kind: "update" } }),
  };
  const features = { commands: [...commands, work], controls: [...controls, change] };
  return startBot({ features, transport });
}

const work = slashCommand({ name: "work" });

function last({ discord }: StartedBot): LocalMessage | undefined {
  return discord.channels.everything().at(-1);
}

async function until(started: StartedBot, content: string): Promise<LocalMessage | undefined> {
  await vi.waitUntil(() => last(started)?.content.includes(content), { interval: 10 });
  return last(started);
}

/** Presses *Cancel* below a message. */
function stopOf(message: LocalMessage | undefined, user?: { readonly id: string }): object {
  const [row] = (message?.components ?? []) as readonly { components: readonly { custom_id: string }[] }[];
  const customId = row?.components[0]?.custom_id ?? "";
  return press({ customId, message: { id: message?.id ?? "" }, ...(user ? { user } : {}) });
}

function untilCalledOff({ signal }: Work): Promise<MessageReply> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

describe.for(["gateway", "http"] satisfies Transport[])("over %s, a work", (transport) => {
  test("says something at once, shows how far it is, and ends in a message with files", async () => {
    const { promise: goOn, resolve } = Promise.withResolvers<void>();
    const files = [
      { name: "checked.csv", bytes: new TextEncoder().encode("question,place\n茶,§1\n") },
      { name: "文章 1.txt", bytes: new Uint8Array(300_000).fill(65) },
    ];
    const started = await start(transport, async ({ show }) => {
      for (let percent = 0; percent <= 50; percent += 1) show(saying(`${percent} %`, told));
      await goOn;
      return saying("Read.", { ...told, files });
    });
    expect(await started.discord.interact(work)).toMatchObject({ type: 4, data: { content: "Reading …", flags: 68 } });
    expect(await started.discord.interact(slashCommand({ name: "help" }))).toMatchObject({ type: 4 });
    await vi.waitUntil(() => started.discord.requestsTo("PATCH", edit).length === 1);
    resolve();
    await vi.waitUntil(() => started.discord.requestsTo("PATCH", edit).length === 2);
    expect(started.discord.requestsTo("PATCH", edit)).toMatchObject([
      { body: { content: "50 %" }, files: [] },
      { body: { content: "Read.", components: [], allowed_mentions: { parse: [] } } },
    ]);
    const message = started.discord.channels.everything().find(({ content }) => content === "Read.");
    expect(message).toMatchObject({
      flags: 68,
      components: [],
      attachments: [{ filename: "checked.csv" }, { filename: "___1.txt", title: "文章 1", size: 300_000 }],
    });
    for (const [index, { url }] of (message?.attachments ?? []).entries()) {
      const fetched = new Uint8Array(await (await fetch(url)).arrayBuffer());
      expect(fetched).toEqual(files[index]?.bytes);
    }
  });

  test("is called off by whoever began it, and by nobody else", async () => {
    const started = await start(transport, untilCalledOff);
    await started.discord.interact(work);
    const forbidden = await started.discord.interact(stopOf(last(started), { id: ids.owner }));
    expect(forbidden).toMatchObject({
      type: 4,
      data: { content: expect.stringContaining("whoever began"), flags: 68 },
    });
    const { discord } = started;
    const [message] = discord.channels.everything();
    expect(await discord.interact(stopOf(message))).toEqual({ type: 6 });
    await vi.waitUntil(() => discord.channels.everything()[0]?.content.startsWith("Cancelled"));
    expect(discord.channels.everything()[0]).toMatchObject({ components: [], flags: 68 });
    const gone = await discord.interact(stopOf(message));
    expect(gone).toMatchObject({
      type: 4,
      data: { content: expect.stringContaining("nothing to cancel"), flags: 68 },
    });
  });

  test("is no more than two at once in a server", async () => {
    const started = await start(transport, untilCalledOff);
    const contents = [];
    for (let count = 0; count < 3; count += 1) contents.push(await started.discord.interact(work));
    const busy = expect.stringContaining("as much as I can");
    expect(contents).toMatchObject([
      { data: { content: "Reading …" } },
      { data: { content: "Reading …" } },
      { data: { content: busy, flags: 68, components: [] } },
    ]);
  });

  test.for([
    { name: "fails", run: () => Promise.reject(new Error("the shelf fell down")), says: "f-1", event: "fault" },
    { name: "throws", run: fail, says: "f-1", event: "fault" },
    {
      name: "cannot use the store",
      run: () => Promise.reject(new StoreError("full")),
      says: "no room",
      event: "store not used",
    },
    { name: "shows a quote that is none", run: async ({ show }: Work) => lie(show), says: "f-1", event: "fault" },
    { name: "ends in a quote that is none", run: async () => lie(), says: "f-1", event: "fault" },
  ])("that $name tells so in its message", async ({ run, says, event }) => {
    const started = await start(transport, run);
    await started.discord.interact(work);
    const message = await until(started, says);
    expect(message?.content).not.toContain("shelf");
    const lines = started.log().filter(({ level }) => level !== "info");
    expect(lines).toMatchObject([{ event }]);
  });

  test("that a button begins changes the message below which that stands", async () => {
    const started = await start(transport, async () => saying("Compared."));
    const said = started.discord.channels.addMessage({
      id: "150000000000000001",
      channel_id: ids.channel,
      content: "old",
    });
    const first = await started.discord.interact(press({ customId: "1:change", message: said }));
    expect(first).toMatchObject({ type: 7, data: { content: "Reading …" } });
    expect(await until(started, "Compared.")).toMatchObject({ id: said.id, flags: 4 });
  });

  test("is done once, however often Discord tells of it", async () => {
    let runs = 0;
    const started = await start(transport, async () => saying(`Run ${(runs += 1)}.`));
    const { discord } = started;
    await discord.interact(work);
    await until(started, "Run 1.");
    const { sent } = await discord.exchange(work);
    await until(started, "Run 2.");
    if (discord.endpoint) await postSigned(discord.endpoint, sent);
    else discord.gateway.dispatch("INTERACTION_CREATE", sent);
    await discord.interact(slashCommand({ name: "help" }));
    expect(runs).toBe(2);
  });

  test("that ends when its message is gone leaves one line in the log", async () => {
    const started = await start(transport, async () => saying("Read."));
    started.discord.failNext("PATCH", edit, discordError(404, 10008, "no"));
    await started.discord.interact(work);
    const lines = () => started.log().filter(({ level }) => level !== "info");
    await vi.waitUntil(() => lines().length > 0);
    await started.close();
    expect(lines()).toMatchObject([{ event: "answer not completed", code: 10008 }]);
  });

  test("is called off when the process leaves, and its last word still comes out", async () => {
    const reasons: unknown[] = [];
    let isBegun = false;
    const started = await start(transport, (given) => {
      isBegun = true;
      given.signal.addEventListener("abort", () => reasons.push(given.signal.reason));
      return untilCalledOff(given);
    });
    await started.discord.interact(work);
    await vi.waitUntil(() => isBegun);
    await started.close();
    expect(reasons).toEqual([new CalledOff("restart")]);
    expect(last(started)).toMatchObject({ content: expect.stringContaining("being restarted"), components: [] });
  });
});

function fail(): never {
  throw new Error("the shelf fell down");
}

/** A message with a quote that its article does not have. */
function lie(show: (message: MessageReply) => void = () => {}): MessageReply {
  const text = cutVerbatim("Black tea is green.", { start: 0, end: 19 });
  const span = { start: 0, end: 19 };
  const quotes = [{ article: "tea", span, text, shown: [{ span, text, before: "" as const }] }];
  const message = saying(`> ${text}`, { quotes });
  show(message);
  return message;
}
