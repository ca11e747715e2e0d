import { expect, test } from "vitest";
import { describeError } from "../src/describe-error.ts";

test.for([
  { name: "a piece of it", message: "it cuts “vate question” here", shown: "it cuts “[…]” here" },
  { name: "it in capitals", message: "no PRIVATE QUESTION here", shown: "no […] here" },
  { name: "a short text whole", message: "no article “上海” here", shown: "no article “[…]” here" },
  { name: "nothing of it", message: "span 40–52 lies outside 0–48", shown: "span 40–52 lies outside 0–48" },
])("tells of a fault that says $name no more than this", ({ message, shown }) => {
  const error = describeError(new Error(message), ["private question", "上海", "x"]);
  expect(error).toMatchObject({ message: shown, stack: expect.stringContaining(`Error: ${shown}\n    at `) });
});

test("keeps what is no error as it is", () => {
  expect(describeError("gone")).toBe("gone");
  expect(describeError("the private question", ["private question"])).toBe("the […]");
});
