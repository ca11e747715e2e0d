import type { Row } from "../../src/render/component.ts";
import type { MessageReply } from "../../src/render/reply.ts";

/** Says something to the asker alone, without a quote. */
export function sayPrivately(content: string, components?: readonly Row[]): MessageReply {
  return { kind: "message", content, private: true, quotes: [], components };
}
