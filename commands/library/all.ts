import { gaps } from "./gaps.ts";
import { list } from "./list.ts";
import { scope } from "./scope.ts";
import { taught } from "./taught.ts";
import type { LibraryPart } from "./subcommand.ts";
import { words } from "./words.ts";

/** Everything that `/library` can do, in the order in which it is offered. */
export const libraryParts: readonly LibraryPart[] = [list, scope, words, gaps, taught];
