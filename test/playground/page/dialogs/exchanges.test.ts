import { expect, test } from "vitest";
import { messageMenu, press, slashCommand, submit, typing } from "../../../../src/local-discord/interactions.ts";
import { chooseExchange, summariseExchange, timeOf } from "../../../../src/playground/page/dialogs/exchanges.ts";
import type { Exchange } from "../../../../src/playground/wire.ts";

const message = { id: "5", content: "Hello." };

function exchange(interaction: { readonly type: number }, id = "175928847299117063"): Exchange {
  return { sent: { ...interaction, id }, status: 200, response: null, refused: [], isLate: false, took: 3 };
}

test.for([
  [slashCommand({ name: "ask" }), "command", "/ask"],
  [typing({ name: "ask", options: { question: "Who" } }), "autocomplete", "/ask"],
  [messageMenu({ name: "Check this quote", target: message }), "menu", "Check this quote"],
  [press({ customId: "1:later:s:0a", message }), "button", "later"],
  [press({ customId: "1:cite", values: ["plain"], message }), "select", "cite"],
  [press({ customId: "odd", message }), "button", "odd"],
  [submit({ customId: "1:gap", fields: {} }), "form", "gap"],
  [{ type: 1 }, "other", ""],
] as const)("reads what was done from %o", ([interaction, kind, name]) => {
  expect(summariseExchange(exchange(interaction))).toMatchObject({ kind, name });
});

test("reads the time from a snowflake", () => {
  expect(timeOf("175928847299117063").toISOString()).toBe("2016-04-30T11:18:25.796Z");
});

test.for([
  ["1", "1"],
  ["2", "2"],
  ["", "2"],
  ["9", "2"],
] as const)("finds the exchange %o, or the newest", ([id, found]) => {
  const exchanges = [exchange({ type: 2 }, "1"), exchange({ type: 2 }, "2")];
  expect(chooseExchange(exchanges, id)?.sent.id).toBe(found);
});

test("finds none among none", () => {
  expect(chooseExchange([], "1")).toBeUndefined();
});
