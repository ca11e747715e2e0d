import { expect, test } from "vitest";
import { cutPieces, joinLetters } from "../../../src/answer/quoted/cut-pieces.ts";
import { orderPlaces } from "../../../src/answer/quoted/order-places.ts";

/** Words as they are, `|` for what is left out, `+` before what is added. */
function show(text: string): string[] {
  return cutPieces(text).map((piece) => {
    switch (piece.kind) {
      case "words":
        return text.slice(piece.span.start, piece.span.end);
      case "omission":
        return "|";
      case "insertion":
        return `+${text.slice(piece.words.start, piece.words.end)}`;
    }
  });
}

test.for([
  ["Tea is old", ["Tea is old"]],
  ["Tea [...] old", ["Tea", "|", "old"]],
  ["Tea […] old", ["Tea", "|", "old"]],
  ["Tea (...) old", ["Tea", "|", "old"]],
  ["Tea (…) old", ["Tea", "|", "old"]],
  ["茶（……）很古老", ["茶", "|", "很古老"]],
  ["茶【…】很古老", ["茶", "|", "很古老"]],
  ["茶（略）很古老", ["茶", "|", "很古老"]],
  ["茶〔中略〕很古老", ["茶", "|", "很古老"]],
  ["茶（以下省略）", ["茶", "|"]],
  ["茶……很古老", ["茶", "|", "很古老"]],
  ["茶......很古老", ["茶", "|", "很古老"]],
  ["茶。。。很古老", ["茶", "|", "很古老"]],
  ["Tea ... old", ["Tea", "|", "old"]],
  ["Tea . . . old", ["Tea", "|", "old"]],
  ["Tea … old", ["Tea", "|", "old"]],
  ["Tea *snip* old", ["Tea", "|", "old"]],
  ["Tea [snip] old", ["Tea", "|", "old"]],
  ["Tea <snip> old", ["Tea", "|", "old"]],
  ["… tea is old …", ["|", "tea is old", "|"]],
  ["[He] said so", ["+He", "said so"]],
  ["He [the king] said so", ["He", "+the king", "said so"]],
  ["他［国王］说", ["他", "+国王", "说"]],
  ["[T]he tea is old", ["[T]he tea is old"]],
  ["Tea cost 3.50 in 2019. It", ["Tea cost 3.50 in 2019. It"]],
  ["e.g. tea", ["e.g. tea"]],
  ["Tea (old) is dear", ["Tea (old) is dear"]],
  ["the words “省略” and 略", ["the words “省略” and 略"]],
  ["snip the leaves", ["snip the leaves"]],
  ["…", ["|"]],
  ["", []],
] as const)("cuts %s", ([text, expected]) => {
  expect(show(text)).toEqual(expected);
});

test("takes a letter in brackets for a part of its word, and nothing longer", () => {
  expect(joinLetters("[T]he tea [sic] and [t]ea, [a] leaf")).toBe("The tea [sic] and tea, [a] leaf");
});

const at = (...starts: number[]) => starts.map((start) => ({ start, end: start + 5 }));

test.for([
  { name: "the nearest choice", lists: [at(0, 50), at(60, 200)], expected: [50, 60] },
  { name: "one behind the other", lists: [at(0), at(3, 10), at(30)], expected: [0, 10, 30] },
  { name: "no choice", lists: [at(50), at(10)], expected: undefined },
  { name: "nothing found", lists: [at(50), at()], expected: undefined },
  { name: "one part", lists: [at(5, 9)], expected: [5] },
  { name: "no part", lists: [], expected: undefined },
])("orders places: $name", ({ lists, expected }) => {
  expect(orderPlaces(lists)?.map(({ start }) => start)).toEqual(expected);
});
