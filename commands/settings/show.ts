import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import { builtInDefaults, originOf, settingNames, settingsInForce, settingsOf } from "../../src/community/settings.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import { showSetting } from "../parts/show-setting.ts";
import type { SettingsPart } from "./subcommand.ts";

/** Shows what holds, and where each was set. */
export const show: SettingsPart = {
  declare: (settings) =>
    settings.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["show", "查看", "查看"],
        ["Show what is set, and where", "查看现在的设置和出处", "查看現在的設定和出處"],
      ),
    ),
  subcommands: { show: showAll },
};

async function showAll(
  { locale }: CommandInvocation,
  guild: Guild,
  { defaults = builtInDefaults }: Services,
): Promise<Reply> {
  const say = phrases[locale].server;
  const set = settingsOf(await guild.fresh());
  const force = settingsInForce(set, defaults);
  const lines = settingNames.map((name) => {
    const origin = originOf(name, set, defaults);
    // The channel of another server is nothing to this one.
    const isElsewhere = name === "gapChannel" && origin === "environment";
    const value = isElsewhere ? say.yes : showSetting(name, force, locale);
    const others = name === "forumChannels" && defaults.forumChannels.size > 0 ? ` + ${say.settings.alsoForums}` : "";
    const shown = `**${value}**${others} · ${say.settings.origins[origin]}`;
    return `- ${phrases[locale].labelled(say.settings.names[name], shown)}`;
  });
  return sayPrivately([say.settings.title, ...lines, `-# ${say.settings.legend}`].join("\n"));
}
