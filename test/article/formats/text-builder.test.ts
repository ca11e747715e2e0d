import { expect, test } from "vitest";
import { createTextBuilder } from "../../../src/article/formats/text-builder.ts";

test("writes blocks with empty lines between them, items of a list below each other", () => {
  const builder = createTextBuilder();
  builder.title(" Tea \n rules ");
  builder.landmark("page", "1");
  builder.heading(2, "Water");
  builder.paragraph("list-item", "Boil it.", "1.");
  builder.paragraph("list-item", "Pour it.", "2.");
  builder.leaveOut("page-furniture", "Page 1");
  builder.paragraph("prose", " ");
  const { text, blocks, landmarks } = builder.build();
  expect(text).toBe("Tea rules\n\nWater\n\n1. Boil it.\n2. Pour it.\n\nPage 1");
  expect(blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual([
    ["title", "Tea rules"],
    ["heading", "Water"],
    ["left-out", "1."],
    ["paragraph", "Boil it."],
    ["left-out", "2."],
    ["paragraph", "Pour it."],
    ["left-out", "Page 1"],
  ]);
  expect(landmarks).toEqual([{ kind: "page", label: "1", start: 9 }]);
});

test("takes a second title for a heading", () => {
  const builder = createTextBuilder();
  builder.title("Tea");
  builder.title("Coffee");
  expect(builder.build().blocks.map(({ kind }) => kind)).toEqual(["title", "heading"]);
});
