import { gaps } from "./gaps.ts";
import { list } from "./list.ts";
import { taught } from "./taught.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Everything that `/library` can do, in the order in which it is offered. */
export const libraryParts: readonly LibraryPart[] = [list, gaps, taught];
