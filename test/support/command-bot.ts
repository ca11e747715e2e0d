import { expect } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { createBot } from "../../src/bot.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { Reply } from "../../src/render/reply.ts";
import type { Services } from "../../src/services.ts";
import { expectValid } from "./valid-reply.ts";

/** A bot with every command there is, whose replies are checked and whose faults fail the test. */
export function commandBot(services: Services): (invocation: Invocation) => Promise<Reply> {
  const faults: unknown[] = [];
  const error = (_event: string, fields?: object): void => void faults.push(fields);
  const log = { debug() {}, info() {}, warn() {}, error };
  const bot = createBot({ commands, menus, controls, hear, services, log, createFaultId: () => "f-1" });
  let nextId = 1_300_000_000_000_000_000n;
  return async (invocation) => {
    const reply = await bot.respond({ ...invocation, id: String(nextId++) });
    expect(faults).toEqual([]);
    expectValid(reply, invocation, services);
    return reply;
  };
}
