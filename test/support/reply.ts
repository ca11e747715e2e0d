import { expect } from "vitest";
import type { MessageReply, Reply } from "../../src/render/reply.ts";

/** Takes a reply for a message, or fails the test. */
export function messageOf(reply: Reply): MessageReply {
  expect(reply.kind).toBe("message");
  if (reply.kind !== "message") throw new Error(`expected a message, got ${reply.kind}`);
  return reply;
}
