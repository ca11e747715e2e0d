import { test } from "vitest";
import { findCodes } from "../../src/text/codes.ts";
import { expectLinear } from "../support/expect-linear.ts";

test.for(["1", "a1", "a", "a-1-", "12a "])("takes linear time for a long run of %j", (unit) => {
  expectLinear(20_000, (size) => findCodes(unit.repeat(size), []));
});
