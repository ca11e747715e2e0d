import { test } from "vitest";
import { listOwnNumbers } from "../../src/article/own-numbers.ts";
import { expectLinear } from "../support/expect-linear.ts";
import { parseChecked } from "../support/parse.ts";

test("lists many numbers in linear time", () => {
  expectLinear(2000, (size) => {
    const items = Array.from({ length: size }, (_, index) => `${index + 1}. Item.`).join("\n\n");
    return listOwnNumbers(parseChecked(`Rules\n\nAll of them\n\n${items}\n`));
  });
});
