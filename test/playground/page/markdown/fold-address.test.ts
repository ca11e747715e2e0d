import { expect, test } from "vitest";
import { foldAddress } from "../../../../src/playground/page/markdown/fold-address.ts";

test.for([
  ["https://example.org/a", "https://example.org/a"],
  ["https://example.org/%E6%96%87%E7%AB%A0", "https://example.org/文章"],
  [`https://example.org/${"a".repeat(40)}`, `https://example.org/${"a".repeat(40)}`],
  [
    `https://example.org/${"a".repeat(60)}/the-last-part.html`,
    `https://example.org/${"a".repeat(23)}…e-last-part.html`,
  ],
  ["https://example.org/%FF", "https://example.org/%FF"],
  ["https://example.org/%20b", "https://example.org/%20b"],
  ["https://example.org/%E2%80%AEmoc", "https://example.org/%E2%80%AEmoc"],
] as const)("shows %s as %s", ([address, shown]) => {
  expect(foldAddress(address)).toBe(shown);
});
