import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import { planSettings, settingNames, settingsOf } from "../../src/community/settings.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { confirmSettings } from "../parts/confirm-settings.ts";
import { named } from "../parts/declare.ts";
import { localisedChoice } from "../parts/localised-choice.ts";
import { sayPrivately } from "../parts/say.ts";
import type { SettingsPart } from "./subcommand.ts";

/** Takes back what is set: one, or all of it. */
export const reset: SettingsPart = {
  declare: (settings) =>
    settings.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["reset", "恢复", "恢復"],
        ["Take back what is set here", "恢复在此做过的设置", "恢復在此做過的設定"],
      ).addStringOption((option) =>
        named(
          option,
          ["setting", "设置项", "設定項"],
          ["Which; without it all", "哪一项；不选就是全部", "哪一項；不選就是全部"],
        ).setChoices(
          ...settingNames.map((value) =>
            localisedChoice(value, (locale) => phrases[locale].server.settings.names[value]),
          ),
        ),
      ),
    ),
  subcommands: { reset: resetGiven },
};

async function resetGiven(invocation: CommandInvocation, guild: Guild, services: Services): Promise<Reply> {
  const { locale, options, asker } = invocation;
  const say = phrases[locale].server.settings;
  const name = settingNames.find((each) => each === options["setting"]);
  if (name === undefined) return askFirst(invocation, guild);
  const changed = await guild.change({ change: invocation.id, person: asker.id }, (state) =>
    planSettings(state, { [name]: undefined }),
  );
  return changed.kind === "made" ? confirmSettings(changed.change, services, { locale }) : sayPrivately(say.unchanged);
}

async function askFirst({ locale, asker }: CommandInvocation, guild: Guild): Promise<Reply> {
  const say = phrases[locale].server.settings;
  if (Object.keys(settingsOf(await guild.fresh())).length === 0) return sayPrivately(say.nothingSet);
  const customId = writeControlId("reset-settings", [asker.id]);
  return sayPrivately(say.confirmReset, [
    { kind: "buttons", buttons: [{ kind: "action", customId, label: say.reset, style: "danger" }] },
  ]);
}
