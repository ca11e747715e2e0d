import type { SlashCommandBuilder } from "discord.js";
import type { Command } from "../src/command.ts";
import { words } from "../src/render/words/all.ts";
import { libraryParts } from "./library/all.ts";
import { declareManagersCommand } from "./parts/declare.ts";
import { sayPrivately } from "./parts/say.ts";
import { phrases } from "../src/render/phrases/all.ts";

/** Brings articles of a server's own, and tends them. */
export const library: Command = {
  declaration: declareParts(
    declareManagersCommand(
      ["library", "文库", "文庫"],
      ["Tend the articles of this server", "管理本服务器的文章", "管理本伺服器的文章"],
    ),
  ),
  // Discord lets only those use it who tend the library.
  isOpen: true,
  run(invocation, services) {
    const run = subcommands.get(invocation.subcommand ?? "")?.run;
    if (!run) return sayPrivately(words[invocation.locale].unknownCommand);
    if (!services.guild) return sayPrivately(phrases[invocation.locale].library.nothingKept);
    return run(invocation, services);
  },
  complete(invocation, services) {
    const complete = subcommands.get(invocation.subcommand ?? "")?.complete;
    return complete?.(invocation, services) ?? { kind: "choices", choices: [] };
  },
};

const subcommands = new Map(libraryParts.flatMap((part) => part.subcommands).map((each) => [each.name, each]));

function declareParts(builder: SlashCommandBuilder): Command["declaration"] {
  for (const part of libraryParts) part.declare(builder);
  return builder.toJSON();
}
