import { expect, test } from "vitest";
import { shortcutOf } from "../../../../src/playground/page/frame/keyboard.ts";
import { shareAfterKey } from "../../../../src/playground/page/frame/separator-keys.ts";

const input = { tagName: "TEXTAREA" };
const button = { tagName: "BUTTON" };
const editable = { tagName: "DIV", isContentEditable: true };

test.for([
  [{ key: "?" }, button, "help"],
  [{ key: "？" }, button, "help"],
  [{ key: "?" }, input, undefined],
  [{ key: "?" }, editable, undefined],
  [{ key: "?", ctrlKey: true }, button, undefined],
  [{ key: "{" }, button, "inspect"],
  [{ key: "{" }, input, undefined],
  [{ key: "ArrowUp", altKey: true }, input, "previous"],
  [{ key: "ArrowDown", altKey: true }, button, "next"],
  [{ key: "ArrowDown" }, button, undefined],
  [{ key: "ArrowDown", altKey: true, metaKey: true }, button, undefined],
  [{ key: "a" }, undefined, undefined],
] as const)("takes %o in %o for %s", ([pressed, target, shortcut]) => {
  const none = { altKey: false, ctrlKey: false, metaKey: false };
  expect(shortcutOf({ ...none, ...pressed, composedPath: () => [target] })).toBe(shortcut);
});

test.for([
  ["ArrowLeft", 38, 41],
  ["ArrowRight", 38, 35],
  ["ArrowRight", 20, 20],
  ["ArrowLeft", 60, 60],
  ["Home", 38, 20],
  ["End", 38, 60],
  ["a", 38, undefined],
] as const)("moves the edge of the source by %s from %i to %i", ([key, share, moved]) => {
  expect(shareAfterKey(key, share)).toBe(moved);
});
