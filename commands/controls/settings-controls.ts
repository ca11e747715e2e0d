import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { planSettings, settingNames } from "../../src/community/settings.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { confirmSettings } from "../parts/confirm-settings.ts";
import { forManagers } from "../parts/for-managers.ts";
import { historyPage, showSubject } from "../parts/history-page.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";

/** Takes back all that is set, once somebody has said yes. */
const resetControl: Control = {
  name: "reset-settings",
  isOpen: true,
  press: (invocation, [madeFor], services) =>
    forManagers(invocation, services, madeFor) ?? resetAll(invocation, services),
};

/** Leafs through a server's changes. */
const historyControl: Control = {
  name: "history",
  isOpen: true,
  press: (invocation, state, services) =>
    forManagers(invocation, services, state[2]) ?? turnPage(invocation, state, services),
};

/** Takes back the change that was chosen. */
const undoChosenControl: Control = {
  name: "undo-chosen",
  isOpen: true,
  press: (invocation, [madeFor], services) =>
    forManagers(invocation, services, madeFor) ?? undoChosen(invocation, services),
};

export const settingsControls: readonly Control[] = [resetControl, historyControl, undoChosenControl];

async function resetAll({ id, asker, locale }: ComponentInvocation, services: Services): Promise<Reply> {
  const all = Object.fromEntries(settingNames.map((name) => [name, undefined]));
  const changed = await services.guild?.change({ change: id, person: asker.id }, (state) => planSettings(state, all));
  if (changed?.kind !== "made") return sayPrivately(phrases[locale].server.settings.nothingSet);
  const { content, components } = confirmSettings(changed.change, services, { locale });
  return { kind: "update", content, components, quotes: [] };
}

async function turnPage(
  { locale }: ComponentInvocation,
  [, page = "", madeFor = ""]: readonly string[],
  { guild }: Services,
): Promise<Reply> {
  if (!guild || !/^\d{1,3}$/u.test(page)) return sayPrivately(words[locale].oldControl);
  return { kind: "update", quotes: [], ...(await historyPage(guild, { page: Number(page), locale, madeFor })) };
}

async function undoChosen({ id, asker, locale, values }: ComponentInvocation, { guild }: Services): Promise<Reply> {
  const say = phrases[locale].server.history;
  const undone = await guild?.undo({ change: id, person: asker.id }, values[0] ?? "");
  if (undone?.kind === "made")
    return sayPrivately(say.undone(showSubject(undone.change, undone.state, locale)), [
      undoRow(undone.change.id, locale),
    ]);
  return sayPrivately(undone?.refusal === "changed-since" ? say.changedSince : say.unknown);
}
