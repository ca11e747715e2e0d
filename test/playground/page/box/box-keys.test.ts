import { expect, test } from "vitest";
import { type BoxSituation, boxKeyOf, type PressedKey } from "../../../../src/playground/page/box/box-keys.ts";

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, keyCode: 0 };
const text: BoxSituation = { kind: "text", isEmpty: false, active: undefined, isRecalled: false, isReplying: false };
const listed: BoxSituation = { ...text, active: 0 };
const unchosen: BoxSituation = { ...text, active: -1 };
const field: BoxSituation = { ...text, kind: "command" };

type Case = readonly [
  pressed: Partial<PressedKey> & { key: string },
  situation: BoxSituation,
  does: string | undefined,
];

const cases: readonly Case[] = [
  [{ key: "Enter" }, text, "send"],
  [{ key: "Enter" }, field, "send"],
  [{ key: "Enter" }, listed, "choose"],
  [{ key: "Enter" }, unchosen, "send"],
  [{ key: "Enter", shiftKey: true }, text, undefined],
  [{ key: "Enter", shiftKey: true }, listed, undefined],
  [{ key: "Enter", shiftKey: true }, field, "nothing"],
  [{ key: "Tab" }, listed, "choose"],
  [{ key: "Tab" }, unchosen, undefined],
  [{ key: "Tab", shiftKey: true }, listed, undefined],
  [{ key: "Tab" }, text, undefined],
  [{ key: "ArrowDown" }, listed, "next"],
  [{ key: "ArrowUp" }, unchosen, "previous"],
  [{ key: "ArrowUp" }, text, undefined],
  [{ key: "ArrowUp" }, { ...text, isEmpty: true }, "older"],
  [{ key: "ArrowUp" }, { ...text, isRecalled: true }, "older"],
  [{ key: "ArrowDown" }, { ...field, isRecalled: true }, "newer"],
  [{ key: "ArrowDown" }, { ...text, isEmpty: true }, undefined],
  [{ key: "ArrowDown" }, field, "open"],
  [{ key: "ArrowUp", altKey: true }, { ...text, isEmpty: true }, undefined],
  [{ key: "ArrowUp", shiftKey: true }, listed, undefined],
  [{ key: "Escape" }, listed, "close"],
  [{ key: "Escape" }, { ...listed, isReplying: true }, "close"],
  [{ key: "Escape" }, { ...text, isReplying: true }, "stop-replying"],
  [{ key: "Escape" }, text, undefined],
  [{ key: "Backspace" }, { ...field, isEmpty: true }, "step-back"],
  [{ key: "Backspace" }, field, undefined],
  [{ key: "Backspace" }, { ...text, isEmpty: true }, undefined],
  [{ key: "a" }, listed, undefined],
];

test.for(cases)("%o in %o does %s", ([pressed, situation, does]) => {
  expect(boxKeyOf({ ...plain, ...pressed }, situation)).toBe(does);
});

test.for(["Enter", "Tab", "Escape", "ArrowUp", "ArrowDown", "Backspace"])(
  "leaves %s to an input method that composes",
  (key) => {
    for (const situation of [text, listed, field, { ...field, isEmpty: true, isReplying: true }]) {
      expect(boxKeyOf({ ...plain, key, isComposing: true }, situation)).toBeUndefined();
      // Safari ends the composition first, and says by the code alone whose key it was.
      expect(boxKeyOf({ ...plain, key, keyCode: 229 }, situation)).toBeUndefined();
    }
  },
);
