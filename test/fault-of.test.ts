import { expect, test } from "vitest";
import type { Invocation } from "../src/invocation.ts";
import { faultOf } from "../src/fault-of.ts";
import { heard } from "./support/invocations.ts";

const typed = "why is my secret tea green?";
const asked = { id: "1", asker: { id: "2" }, channel: { id: "3", guildId: undefined }, locale: "en" } as const;
const message = { id: "4", content: `-# 💬 ${typed}`, isPrivate: false };

test.for<{ name: string; invocation: Invocation }>([
  { name: "a command", invocation: { ...asked, kind: "command", name: "ask", options: { question: typed } } },
  {
    name: "typing",
    invocation: {
      ...asked,
      kind: "autocomplete",
      name: "ask",
      options: {},
      focused: { name: "question", value: typed },
    },
  },
  { name: "a menu", invocation: { ...asked, kind: "menu", name: "Find", target: { id: "4", content: typed } } },
  { name: "a button", invocation: { ...asked, kind: "component", customId: `1:try:${typed}`, values: [], message } },
  { name: "a menu's choice", invocation: { ...asked, kind: "component", customId: "1:x", values: [typed], message } },
  { name: "a form", invocation: { ...asked, kind: "modal", customId: "1:gap", fields: { question: typed } } },
  { name: "a message", invocation: heard(typed, "mention") },
  { name: "an earlier question", invocation: { ...heard("And then?", "direct"), earlier: [typed] } },
])("tells nothing of what was written: $name", ({ invocation }) => {
  const cause = new SyntaxError(`Unexpected token 'w', "${typed.slice(0, 12)}"... is not valid JSON`);
  const fault = faultOf(new RangeError(`custom id of 104 characters: ${typed}`, { cause }), invocation);
  expect(fault).toMatchObject({
    name: "RangeError",
    message: expect.stringMatching(/^custom id of 104 characters: ?\[…\]$/u),
    stack: expect.arrayContaining([expect.stringMatching(/^at .*fault-of\.test\.ts/u)]),
    cause: { name: "SyntaxError" },
  });
  expect(JSON.stringify(fault)).not.toContain("secret");
});

test("tells of what is thrown and no error", () => {
  expect(faultOf(`no ${typed}`, heard(typed, "mention"))).toEqual({ name: "string", message: "no […]", stack: [] });
});
