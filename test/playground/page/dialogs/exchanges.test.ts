import { expect, test } from "vitest";
import { messageMenu, press, slashCommand, submit, typing } from "../../../../src/local-discord/interactions.ts";
import {
  chooseExchange,
  controlOf,
  summariseExchange,
  timeOf,
} from "../../../../src/playground/page/dialogs/exchanges.ts";
import type { NamedExchange } from "../../../../src/playground/page/state.ts";
import type { Message } from "../../../../src/playground/wire.ts";

const message = { id: "5", content: "Hello." };

function exchange(interaction: { readonly type: number }, id = "175928847299117063"): NamedExchange {
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

test("names a control as the reader sees it", () => {
  const pressed = { ...exchange(press({ customId: "1:later:s:0a", message })), control: "Next match" };
  expect(summariseExchange(pressed)).toMatchObject({ kind: "button", name: "Next match" });
});

test.for([
  [{ response: { type: 4, data: { content: "", flags: 0 } } }, "answer"],
  [{ response: { type: 4, data: { flags: 64 } } }, "private-answer"],
  [{ response: { type: 5, data: { flags: 64 } } }, "later"],
  [{ response: { type: 6 } }, "unchanged"],
  [{ response: { type: 7 } }, "change"],
  [{ response: { type: 8 } }, "suggestions"],
  [{ response: { type: 9 } }, "form"],
  [{ response: { type: 99 } }, "nothing"],
  [{ response: { type: 4 }, refused: ["too long"] }, "refused"],
  [{ status: 0, isLate: true }, "too-late"],
  [{ status: 401 }, "nothing"],
] as const)("reads from %j that it is %s", ([part, outcome]) => {
  expect(summariseExchange({ ...exchange({ type: 2 }), ...part }).outcome).toBe(outcome);
});

const controls: Message["components"] = [
  { type: 1, components: [{ type: 2, style: 2, label: "Next match", custom_id: "1:later:s" }] },
  {
    type: 1,
    components: [
      { type: 3, custom_id: "1:open", placeholder: "Choose a section", options: [{ label: "§2 Prices", value: "2" }] },
    ],
  },
];
const shown: Message = {
  ...message,
  channel_id: "4",
  type: 0,
  author: { id: "2", username: "yuanwen", bot: true },
  timestamp: "2026-11-03T10:00:00Z",
  edited_timestamp: null,
  flags: 0,
  components: controls,
};
const modal = { custom_id: "1:gap", title: "Report a gap", components: [] };

test.for([
  [press({ customId: "1:later:s", message }), "Next match"],
  [press({ customId: "1:open", values: ["2"], message }), "§2 Prices"],
  [press({ customId: "1:open", values: ["9"], message }), "Choose a section"],
  [press({ customId: "1:gone", message }), undefined],
  [submit({ customId: "1:gap", fields: {} }), "Report a gap"],
  [submit({ customId: "1:other", fields: {} }), undefined],
  [slashCommand({ name: "ask" }), undefined],
] as const)("finds what is written on what %o uses: %s", ([interaction, label]) => {
  expect(controlOf(interaction, { message: shown, modal })).toBe(label);
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
