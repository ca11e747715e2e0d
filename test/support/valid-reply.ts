import { expect } from "vitest";
import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { writeMessage } from "../../src/discord/write-message.ts";
import { writeResponse } from "../../src/discord/write-response.ts";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import type { MessageReply, Reply, UpdateReply } from "../../src/render/reply.ts";
import { checkInteractionResponse, checkMessage } from "../../src/local-discord/limits.ts";
import { charactersCutOff } from "./button-label.ts";

/** Expects that Discord would take a reply, and that its quotes are true. */
export function expectValid(reply: Reply, invocation: Invocation, services: Services): void {
  switch (reply.kind) {
    case "silence":
      expect(invocation.kind).toBe("message");
      return;
    case "thread":
      expect(Array.from(reply.name).length).toBeGreaterThan(0);
      expect(Array.from(reply.name).length).toBeLessThanOrEqual(100);
      for (const message of [reply.opening, ...Object.values(reply.outcomes)]) expectTrue(message, services);
      return;
    case "post":
      for (const message of [reply.message, ...Object.values(reply.outcomes)]) expectTrue(message, services);
      return;
    case "work":
      expectValid(reply.first, invocation, services);
      return;
    case "message":
    case "update":
      expectTrue(reply, services);
      break;
    case "choices":
    case "modal":
    case "noted":
  }
  if (invocation.kind === "message") return;
  expect(checkInteractionResponse(writeResponse(reply, invocation))).toEqual([]);
}

function expectTrue(message: MessageReply | UpdateReply, services: Services): void {
  expect(checkMessage(writeMessage(message))).toEqual([]);
  // Discord refuses an empty message, and whoever asked would hear nothing.
  expect(message.content).toMatch(/\S/u);
  const rows = (message.components ?? []).flatMap((row) => (row.kind === "buttons" ? [row.buttons] : []));
  expect(rows.flat().filter(({ label }) => charactersCutOff(label) > 0)).toEqual([]);
  assertQuotes(message, services.library.articles, services.findVersion);
}
