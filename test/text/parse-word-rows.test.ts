import { describe, expect, test } from "vitest";
import { parseWordRows } from "../../src/text/parse-word-rows.ts";

function rowsOf(dictionary: string) {
  const { units, starts, frequencies, tags, tagNames } = parseWordRows(new TextEncoder().encode(dictionary));
  return Array.from(frequencies, (frequency, row) => [
    String.fromCharCode(...units.subarray(starts[row], starts[row + 1])),
    frequency,
    tagNames[tags[row] ?? 0],
  ]);
}

describe("parseWordRows", () => {
  test.for([
    { name: "a line", dictionary: "谷歌 12 nz\n", rows: [["谷歌", 12, "nz"]] },
    { name: "nothing", dictionary: "", rows: [] },
    {
      name: "lines without an end, a tag or a frequency",
      dictionary: "茶 7\n壶\n茶壶 883634 n",
      rows: [
        ["茶", 7, ""],
        ["壶", 0, ""],
        ["茶壶", 883_634, "n"],
      ],
    },
    {
      name: "line ends of Windows and empty lines",
      dictionary: "茶 7 n\r\n\r\n\n壶 3 ng\r\n",
      rows: [
        ["茶", 7, "n"],
        ["壶", 3, "ng"],
      ],
    },
    {
      name: "fields behind tabs and several blanks, and none that is too many",
      dictionary: "茶\t7  n rest\n \t\n\u0000\n壶 3\n",
      rows: [
        ["茶", 7, "n"],
        ["壶", 3, ""],
      ],
    },
    {
      name: "characters of every size",
      dictionary: "C++ 3 nz\né 1 x\n𠮷野家 2 nt\n",
      rows: [
        ["C++", 3, "nz"],
        ["é", 1, "x"],
        ["𠮷野家", 2, "nt"],
      ],
    },
  ])("reads $name", ({ dictionary, rows }) => {
    expect(rowsOf(dictionary)).toEqual(rows);
  });

  test("refuses a tag that it could not tell from others", () => {
    expect(() => rowsOf("茶 7 abcdefg\n")).toThrow(new RangeError("a tag of 7 bytes, at most 6"));
  });
});
