import type { SettingName, SettingsInForce } from "../../src/community/settings.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";

/** Shows what is set, as it stands within a line. */
export function showSetting(name: SettingName, force: SettingsInForce, locale: Locale): string {
  const say = phrases[locale].server;
  switch (name) {
    case "quotesPerAnswer":
      return String(force.quotesPerAnswer);
    case "cooldownSeconds":
      return say.settings.seconds(force.cooldownSeconds);
    case "private":
    case "threads":
    case "weeklySummary":
      return force[name] ? say.yes : say.no;
    case "locale":
      return force.locale ? say.settings.languages[force.locale] : say.settings.ownLanguage;
    case "gapChannel":
      return force.gapChannel === undefined ? say.none : `<#${force.gapChannel}>`;
    case "forumChannels":
      return listMentions(
        force.forumChannels.map((id) => `<#${id}>`),
        locale,
      );
    case "teachers":
      return listMentions(
        force.teachers.map((id) => `<@&${id}>`),
        locale,
      );
  }
}

const mostMentions = 20;

/** Lists channels or roles; of many the first ones. */
export function listMentions(mentions: readonly string[], locale: Locale): string {
  const say = phrases[locale].server;
  if (mentions.length === 0) return say.none;
  const more = mentions.length - mostMentions;
  return [...mentions.slice(0, mostMentions), ...(more > 0 ? [say.scope.more(more)] : [])].join(" ");
}
