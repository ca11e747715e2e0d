import type { CommandInvocation } from "../../src/invocation.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { Reply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { historyPage } from "../parts/history-page.ts";
import { sayPrivately } from "../parts/say.ts";
import type { SettingsPart } from "./subcommand.ts";

/** Shows who changed what, and offers to take it back. */
export const history: SettingsPart = {
  declare: (settings) =>
    settings.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["history", "历史", "歷史"],
        ["Show who changed what, and undo it", "查看谁改了什么，并可撤销", "查看誰改了什麼，並可復原"],
      ),
    ),
  subcommands: { history: showHistory },
};

async function showHistory({ locale, asker }: CommandInvocation, guild: Guild): Promise<Reply> {
  const { content, components } = await historyPage(guild, { page: 0, locale, madeFor: asker.id });
  return sayPrivately(content, components);
}
