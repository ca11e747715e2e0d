import { expect } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { createBot } from "../../src/bot.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { somebody } from "./invocations.ts";
import { openTestStore } from "./open-store.ts";
import { expectValid } from "./valid-reply.ts";

/** Somebody who runs the server. */
export const manager = { ...somebody, asker: { id: "5", permissions: 32n } };

export interface GuildBot {
  readonly guild: Guild;
  /** Answers, and expects that Discord would take it; a work is done to its end. */
  readonly ask: (invocation: Invocation) => Promise<Reply>;
}

/** A bot whose server keeps what it has of its own in memory. */
export async function startGuildBot(library: Library, given: Partial<Services> = {}): Promise<GuildBot> {
  const guild = openGuild({ id: "4", store: await openTestStore(), now: () => 1_800_000_000_000 });
  const services = { library, guild, quotesPerAnswer: 3, now: () => 1_800_000_000_000, ...given };
  const faults: unknown[] = [];
  const error = (_event: string, fields?: object) => void faults.push(fields);
  const log = { debug() {}, info() {}, warn() {}, error };
  const bot = createBot({ commands, menus, controls, hear, services, log, createFaultId: () => "f-1" });
  let nextId = 1_300_000_000_000_000_000n;
  return {
    guild,
    async ask(invocation) {
      nextId += 1n;
      const reply = await bot.respond({ ...invocation, id: String(nextId) });
      expectValid(reply, invocation, services);
      const done = reply.kind === "work" ? await finish(reply.run) : reply;
      expectValid(done, invocation, services);
      expect(faults).toEqual([]);
      return done;
    },
  };
}

type Run = Extract<Reply, { kind: "work" }>["run"];

async function finish(run: Run): Promise<MessageReply> {
  return run({ signal: new AbortController().signal, show() {} });
}
