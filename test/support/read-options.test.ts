import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkout, listOf, numberIn, oneOf, wholeNumberIn } from "./read-options.ts";

const rate = numberIn({ least: 0.5, most: 200 });
const count = wholeNumberIn({ least: 1, most: 1000 });

test.for([
  { read: rate, given: "0.5", value: 0.5 },
  { read: rate, given: "200", value: 200 },
  { read: count, given: "1000", value: 1000 },
  { read: listOf(count), given: "10, 20,30", value: [10, 20, 30] },
  { read: oneOf(["sqlite", "postgres"]), given: "postgres", value: "postgres" },
])("reads $given", ({ read, given, value }) => {
  expect(read(given)).toEqual(value);
});

test.for([
  ...["abc", "", " ", "NaN", "Infinity", "0x10", "1e3", "-1", "0.4", "201"].map((given) => ({
    read: rate,
    given,
    problem: "expected a number from 0.5 to 200",
  })),
  ...["abc", "1.5", "0", "1001", "-1", "1,2"].map((given) => ({
    read: count,
    given,
    problem: "expected a whole number from 1 to 1000",
  })),
  ...["10,", ",", "10,abc", ""].map((given) => ({
    read: listOf(count),
    given,
    problem: "expected a whole number from 1 to 1000",
  })),
  { read: oneOf(["sqlite", "postgres"]), given: "mysql", problem: "expected one of sqlite, postgres" },
  { read: checkout, given: "/nowhere", problem: "expected a checkout with its packages: /nowhere/src/main.ts" },
])("refuses $given: $problem", ({ read, given, problem }) => {
  expect(() => read(given)).toThrow(problem);
});

test("takes a checkout that has its packages, and no other", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-checkout-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, "src"));
  writeFileSync(path.join(folder, "src", "main.ts"), "");
  expect(() => checkout(folder)).toThrow("node_modules is not there");
  mkdirSync(path.join(folder, "node_modules"));
  expect(checkout(folder)).toBe(folder);
});
