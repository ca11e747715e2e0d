import type { SlashCommandBuilder } from "discord.js";
import type { Command } from "../src/command.ts";
import { phrases } from "../src/render/phrases/all.ts";
import { words } from "../src/render/words/all.ts";
import { declareManagersCommand } from "./parts/declare.ts";
import { sayPrivately } from "./parts/say.ts";
import { settingsParts } from "./settings/all.ts";

/** Shows and changes what is set for a server. */
export const settings: Command = {
  declaration: declareParts(
    declareManagersCommand(
      ["settings", "设置", "設定"],
      ["See and change how I behave in this server", "查看和修改我在本服务器的设置", "查看和修改我在本伺服器的設定"],
    ),
  ),
  isOpen: true,
  async run(invocation, services) {
    const run = subcommands.get(invocation.subcommand ?? "");
    if (!run) return sayPrivately(words[invocation.locale].unknownCommand);
    if (!services.guild) return sayPrivately(phrases[invocation.locale].library.nothingKept);
    return run(invocation, services.guild, services);
  },
};

const subcommands = new Map(settingsParts.flatMap((part) => Object.entries(part.subcommands)));

function declareParts(builder: SlashCommandBuilder): Command["declaration"] {
  for (const part of settingsParts) part.declare(builder);
  return builder.toJSON();
}
