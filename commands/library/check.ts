import { named } from "../parts/declare.ts";
import { runCheck } from "../parts/library-check.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Asks all taught questions again. */
export const check: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["check", "检查", "檢查"],
        ["Ask all taught questions again", "重新问一遍所有已选定出处的问题", "重新問一遍所有已選定出處的問題"],
      ),
    ),
  subcommands: [{ name: "check", run: runCheck }],
};
