import { expect, test } from "vitest";
import { markAlterations } from "../../src/render/mark-alterations.ts";
import { libraryOf } from "../support/library-of.ts";

const { analyse, lexicon } = libraryOf([]);

test.for([
  { name: "a word", old: "It opens at nine.", renewed: "It opens at ten.", marks: ["~~nine~~ → **ten**"] },
  {
    name: "an added end",
    old: "It opens at nine",
    renewed: "It opens at nine on Mondays",
    marks: ["+ **on Mondays**"],
  },
  {
    name: "an end that is gone",
    old: "It opens at nine on Mondays",
    renewed: "It opens at nine",
    marks: ["~~on Mondays~~"],
  },
  {
    name: "a beginning that is gone",
    old: "As ever it opens at nine",
    renewed: "it opens at nine",
    marks: ["~~As ever~~"],
  },
  { name: "Chinese", old: "茶馆九点开门。", renewed: "茶馆八点开门。", marks: ["~~九~~ → **八**"] },
  {
    name: "what Discord would read as marks",
    old: "It is *so*.",
    renewed: "It is _no_.",
    marks: ["~~\\*so\\*~~ → **\\_no\\_**"],
  },
  { name: "another mark at the end", old: "It is open.", renewed: "It is open!", marks: ["~~.~~ → **!**"] },
  { name: "a mark that is gone", old: "It is open.", renewed: "It is open", marks: ["~~.~~"] },
  { name: "a mark at the end alone", old: "It is open", renewed: "It is open.", marks: ["+ **.**"] },
  { name: "nothing in common", old: "Dogs.", renewed: "茶。", marks: ["~~Dogs.~~ → **茶。**"] },
])("marks $name", ({ old, renewed, marks }) => {
  expect(markAlterations(old, renewed, { analyse, regional: lexicon.regional })).toEqual(marks);
});
