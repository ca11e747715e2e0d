import type { Services } from "../../src/services.ts";
import type { MadeChange } from "../../src/community/change.ts";
import { builtInDefaults, readSettingsChange, settingNames, settingsInForce } from "../../src/community/settings.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { sayPrivately } from "./say.ts";
import { showSetting } from "./show-setting.ts";
import { undoRow } from "./undo-row.ts";

/** Tells what a change of settings has changed, and offers to take it back. */
export function confirmSettings(
  change: MadeChange,
  { defaults = builtInDefaults }: Services,
  { locale, notes = [] }: { readonly locale: Locale; readonly notes?: readonly string[] | undefined },
): MessageReply {
  const { labelled, server } = phrases[locale];
  const say = server.settings;
  const { before, after } = readSettingsChange(change);
  const [old, now] = [settingsInForce(before, defaults), settingsInForce(after, defaults)];
  const lines = settingNames
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => {
      const [from, to] = [showSetting(name, old, locale), showSetting(name, now, locale)];
      return `- ${labelled(say.names[name], from === to ? to : `${from} → ${to}`)}`;
    });
  return sayPrivately([say.changed, ...lines, ...notes].join("\n"), [undoRow(change.id, locale)]);
}
