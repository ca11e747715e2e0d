import { add } from "./add.ts";
import { check } from "./check.ts";
import { exportFile } from "./export.ts";
import { gaps } from "./gaps.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { rename } from "./rename.ts";
import { replace } from "./replace.ts";
import { rollback } from "./rollback.ts";
import { show } from "./show.ts";
import { scope } from "./scope.ts";
import { taught } from "./taught.ts";
import type { LibraryPart } from "./subcommand.ts";
import { words } from "./words.ts";

/** Everything that `/library` can do, in the order in which it is offered. */
export const libraryParts: readonly LibraryPart[] = [
  add,
  list,
  show,
  replace,
  rollback,
  remove,
  rename,
  exportFile,
  scope,
  words,
  check,
  taught,
  gaps,
];
