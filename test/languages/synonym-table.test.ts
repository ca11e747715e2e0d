import { expect, test } from "vitest";
import { createSynonymTable } from "../../src/languages/synonym-table.ts";
import { parseSynonyms } from "../../src/languages/synonyms.ts";
import { createFold } from "../../src/text/fold.ts";

const table = createSynonymTable(
  parseSynonyms(
    "資料, 数据, 数据资料\nOpen-Source, 开源\nopen up => 打开\n马克·扎克伯格, 小扎\n扎克伯格 => 小扎\nb站, 哔哩哔哩",
  ),
  createFold(),
);

test.for([
  { name: "folds entries and joins what becomes equal", key: "数据", found: ["资料", "数据资料"] },
  { name: "knows a hyphen as a space", key: "open source", found: ["开源"] },
  { name: "knows a name without its dot", key: "马克扎克伯格", found: ["小扎"] },
  { name: "finds what leads one way", key: "扎克伯格", found: ["小扎"] },
  { name: "does not lead back one way", key: "打开", found: [] },
  { name: "mixes scripts in one word", key: "b站", found: ["哔哩哔哩"] },
])("$name", ({ key, found }) => {
  expect(table.find(key).map(({ text }) => text)).toEqual(found);
});

test("tells mutual synonyms from those that lead one way", () => {
  expect(table.find("open up")).toEqual([{ text: "打开", mutual: false }]);
  expect(table.find("小扎")).toEqual([{ text: "马克·扎克伯格", mutual: true }]);
});

test("tells whether more may follow", () => {
  expect(["open", "数据", "数", "open source"].map((key) => table.begins(key))).toEqual([true, true, true, false]);
});
