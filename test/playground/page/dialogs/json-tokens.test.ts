import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { tokeniseJson } from "../../../../src/playground/page/dialogs/json-tokens.ts";

test.for([
  ["", []],
  ["null", [["literal", "null"]]],
  ["-1.5e+3", [["number", "-1.5e+3"]]],
  [String.raw`"a\"b: 1"`, [["string", String.raw`"a\"b: 1"`]]],
  [
    `{"a": [true, "b"]}`,
    [
      ["other", "{"],
      ["key", `"a"`],
      ["other", ": ["],
      ["literal", "true"],
      ["other", ", "],
      ["string", `"b"`],
      ["other", "]}"],
    ],
  ],
] as const)("takes %s apart", ([json, tokens]) => {
  expect(tokeniseJson(json).map(({ kind, text }) => [kind, text])).toEqual(tokens);
});

test("keeps every character of any JSON", () => {
  assert(
    property(jsonValue(), (value) => {
      const json = JSON.stringify(value, null, 2);
      expect(
        tokeniseJson(json)
          .map(({ text }) => text)
          .join(""),
      ).toBe(json);
    }),
  );
});
