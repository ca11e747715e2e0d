import { expect, test } from "vitest";
import { writeReply } from "../../src/discord/write-reply.ts";

test.for([
  { name: "publicly", isPrivate: false, flags: 4 },
  { name: "privately", isPrivate: true, flags: 68 },
])("answers $name, without pings and unfolded links", ({ isPrivate, flags }) => {
  expect(writeReply({ kind: "message", content: "x", private: isPrivate, quotes: [] })).toEqual({
    type: 4,
    data: { content: "x", flags, allowed_mentions: { parse: [] } },
  });
});
