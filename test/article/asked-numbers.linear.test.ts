import { test } from "vitest";
import { findAskedNumbers } from "../../src/article/asked-numbers.ts";
import { expectLinear } from "../support/expect-linear.ts";

test.for(["第", "第一", "section ", "a", "1.", "third ", "附录"])("takes no longer for many times %j", (piece) => {
  expectLinear(2000, (size) => findAskedNumbers(piece.repeat(size)));
});
