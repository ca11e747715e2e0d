import fc from "fast-check";
import { expect, test } from "vitest";
import { packIndexData, unpackIndexData } from "../../../src/indexes/kept/pack-index-data.ts";
import { buffersOf } from "../../../src/search/index-data.ts";
import { buildIndexData } from "../../../src/search/build-index-data.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import { analyse } from "../../support/analyse.ts";
import { parseChecked } from "../../support/parse.ts";

function indexOf(text: string) {
  return buildIndexData(passagesOf(parseChecked(text)), analyse);
}

test("opens an index just as it was", () => {
  const text = fc
    .array(
      fc.constantFrom("谷歌上涨。", "Tea is poured.", "# 标题\n\n", "\n\n", "Zürich ", "𠮷", "奥巴马 said 3.5%. "),
      {
        maxLength: 40,
      },
    )
    .map((parts) => `Begin. ${parts.join("")}`);
  fc.assert(
    fc.property(text, (given) => {
      const data = indexOf(given);
      expect(unpackIndexData(packIndexData(data))).toEqual(data);
    }),
    { numRuns: 50 },
  );
});

test("gives another thread its one buffer once", () => {
  const data = unpackIndexData(packIndexData(indexOf("Tea is poured at noon.")));
  expect(buffersOf(data)).toHaveLength(1);
  expect(structuredClone(data, { transfer: buffersOf(data) }).terms.text).toBe(data.terms.text);
});

test("refuses bytes that are not of its form", () => {
  const packed = packIndexData(indexOf("Tea is poured at noon."));
  expect(() => unpackIndexData(packed.subarray(0, packed.length - 5))).toThrow(
    /unexpected end|Src size|Data corruption/iu,
  );
  expect(() => unpackIndexData(new TextEncoder().encode("no index"))).toThrow(/Unknown frame/u);
});
