import { expect, test } from "vitest";
import { alignByAnchors } from "../../src/community/align-by-anchors.ts";
import { compareVersions } from "../../src/community/compare-versions.ts";
import { headingText } from "../../src/article/article.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { parseChecked } from "../support/parse.ts";
import { libraryOf } from "../support/library-of.ts";

const { analyse } = libraryOf([]);

interface Shown {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly altered: readonly (readonly [string, string])[];
  readonly moved: readonly string[];
  readonly same: number;
  readonly sections: readonly [added: readonly string[], removed: readonly string[]];
}

const nothing: Shown = { added: [], removed: [], altered: [], moved: [], same: 0, sections: [[], []] };

function compare(before: string, after: string): Shown {
  const [old, renewed] = [parseChecked(before), parseChecked(after)];
  const found = finishSteps(compareVersions(old, renewed, analyse));
  return {
    added: found.added.map(({ text }) => text),
    removed: found.removed.map(({ text }) => text),
    altered: found.altered.map((pair) => [pair.old.text, pair.new.text]),
    moved: found.moved.map((pair) => pair.new.text),
    same: found.same,
    sections: [
      found.sections.added.map((section) => headingText(renewed, section)),
      found.sections.removed.map((section) => headingText(old, section)),
    ],
  };
}

const tea =
  "Tea\n\nHours\n\nThe house opens at nine on every day of the week. Dogs may come in.\n\nPrices\n\nA cup costs two coins.\n";

test.for<{ name: string; before: string; after: string; found: Partial<Shown> }>([
  { name: "nothing", before: tea, after: tea, found: { same: 3 } },
  { name: "other line breaks alone", before: tea, after: tea.replaceAll("\n", "\r\n"), found: { same: 3 } },
  {
    name: "a changed word",
    before: tea,
    after: tea.replace("nine", "ten"),
    found: {
      same: 2,
      altered: [
        ["The house opens at nine on every day of the week.", "The house opens at ten on every day of the week."],
      ],
    },
  },
  {
    name: "an added and a removed sentence",
    before: tea,
    after: tea.replace("Dogs may come in.", "Payment is by card only."),
    found: { same: 2, added: ["Payment is by card only."], removed: ["Dogs may come in."] },
  },
  {
    name: "a moved sentence",
    before: tea,
    after: tea.replace(" Dogs may come in.", "").replace("two coins.", "two coins. Dogs may come in."),
    found: { same: 2, moved: ["Dogs may come in."] },
  },
  {
    name: "an added section",
    before: tea,
    after: `${tea}\nGroups\n\nGroups of ten book a table before they come.\n`,
    found: { same: 3, added: ["Groups of ten book a table before they come."], sections: [["Groups"], []] },
  },
  {
    name: "a renamed section",
    before: tea,
    after: tea.replace("Prices", "What it costs"),
    found: { same: 3, sections: [["What it costs"], ["Prices"]] },
  },
  {
    name: "Chinese",
    before: "茶馆\n\n时间\n\n茶馆每天上午九点开门，晚上十点关门。周一休息。\n\n价格\n\n一杯茶收费五元。\n",
    after: "茶馆\n\n时间\n\n茶馆每天上午八点开门，晚上十点关门。\n\n价格\n\n一杯茶收费五元。会员免费续杯。\n",
    found: {
      same: 1,
      added: ["会员免费续杯。"],
      removed: ["周一休息。"],
      altered: [["茶馆每天上午九点开门，晚上十点关门。", "茶馆每天上午八点开门，晚上十点关门。"]],
    },
  },
  {
    name: "the same sentence twice, one of them gone",
    before: "Tea\n\nIt is good. Drink it. It is good. Brew it.\n",
    after: "Tea\n\nDrink it. It is good. Brew it.\n",
    found: { same: 3, removed: ["It is good."] },
  },
])("finds $name", ({ before, after, found }) => {
  expect(compare(before, after)).toEqual({ ...nothing, ...found });
});

function words(seed: number, count: number): string {
  return Array.from({ length: count }, (_, n) => `Sentence ${n * seed} speaks of thing ${n + seed} alone.`).join(" ");
}

test("compares articles of which everything differs, in steps", () => {
  const found = compare(`Tea\n\n${words(3, 900)}\n`, `Tea\n\n${words(7, 900)}\n`);
  expect(found.same + found.altered.length + found.removed.length + found.moved.length).toBe(900);
  expect(found.same + found.altered.length + found.added.length + found.moved.length).toBe(900);
});

function repeat(sentence: string): string {
  return `茶\n\n${Array.from({ length: 1200 }, (_, n) => sentence.replace("#", `${n}`)).join("")}\n`;
}

test("finds each sentence again of a long article in another script", () => {
  const found = compare(repeat("第#号门上午九点开。"), repeat("第#號門上午九點開。"));
  expect([found.altered.length, found.added, found.removed]).toEqual([1200, [], []]);
});

test.for<{ name: string; first: number[]; second: number[]; steps: string }>([
  { name: "equal lists", first: [1, 2], second: [1, 2], steps: "==" },
  { name: "nothing in common", first: [1, 2], second: [3], steps: "--+" },
  { name: "one in the middle", first: [1, 2, 3], second: [4, 2, 5, 6], steps: "-+=-++" },
  { name: "repeated items beside anchors", first: [7, 7, 1, 7], second: [7, 7, 2, 1, 7], steps: "==+==" },
  { name: "crossing anchors", first: [1, 2, 3], second: [3, 1, 2], steps: "+==-" },
])("aligns $name by anchors", ({ first, second, steps }) => {
  const signs = { both: "=", first: "-", second: "+" };
  const aligned = alignByAnchors(Int32Array.from(first), Int32Array.from(second));
  expect(aligned.map((step) => signs[step]).join("")).toBe(steps);
});
