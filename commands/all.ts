import type { Command, Control, Hear, Menu } from "../src/command.ts";
import { ask } from "./ask.ts";

/** Every slash command there is, in the order in which they are registered. */
export const commands: readonly Command[] = [ask];

/** Every command in the context menu of messages. */
export const menus: readonly Menu[] = [];

/** What buttons, select menus and forms do. */
export const controls: readonly Control[] = [];

/** Answers messages. */
export const hear: Hear = () => ({ kind: "silence" });
