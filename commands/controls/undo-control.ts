import type { Control } from "../../src/command.ts";
import type { Asker } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { mayManage } from "../../src/command.ts";
import type { Guild } from "../../src/community/guild.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { words } from "../../src/render/words/all.ts";
import { tellUndone } from "../parts/tell-undone.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";

/** Whose change it was is looked for among so many of the newest. */
const mostChanges = 200;

/** Takes a change back, and an undoing too: for whoever made it, and for those who run the server. */
export const undoControl: Control = {
  name: "undo",
  async press({ id, asker, locale }, [change = ""], { guild }: Services) {
    const say = phrases[locale].library;
    if (!guild) return sayPrivately(say.nothingKept);
    if (change === "") return sayPrivately(words[locale].oldControl);
    if (!(await mayUndo(guild, change, asker))) return sayPrivately(say.notYours);
    const undone = await guild.undo({ change: id, person: asker.id }, change);
    if (undone.kind === "refused") return sayPrivately(say.undoRefused[undone.refusal]);
    return {
      kind: "update",
      content: tellUndone(undone, locale),
      quotes: [],
      components: [undoRow(undone.change.id, locale)],
    };
  },
};

async function mayUndo(guild: Guild, change: string, asker: Asker): Promise<boolean> {
  if (mayManage(asker)) return true;
  const made = (await guild.changes(mostChanges)).find(({ id }) => id === change);
  return made !== undefined && made.by === asker.id && asker.id !== "";
}
