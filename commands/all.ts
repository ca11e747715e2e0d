import type { Command } from "../src/command.ts";
import { ask } from "./ask.ts";

/** Every command there is, in the order in which they are registered. */
export const commands: readonly Command[] = [ask];
