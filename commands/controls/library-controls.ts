import type { Control } from "../../src/command.ts";
import { mayManage } from "../../src/command.ts";
import { planRemove } from "../../src/community/remove.ts";
import { readLocale } from "../../src/render/answer-state.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { words } from "../../src/render/words/all.ts";
import { bringFile } from "../parts/library/bring-file.ts";
import { listPage } from "../parts/library/list-page.ts";
import { recallFile } from "../parts/library/remembered-files.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";

/** Leafs through the server's own articles. */
const listControl: Control = {
  name: "library",
  async press({ asker, locale: own }, [, letter, page = ""], { guild }) {
    const locale = readLocale(letter);
    if (!locale || !/^\d{1,6}$/u.test(page)) return sayPrivately(words[own].oldControl);
    if (!guild) return sayPrivately(phrases[own].library.nothingKept);
    if (!mayManage(asker)) return sayPrivately(phrases[own].library.notYours);
    await guild.fresh();
    return { kind: "update", ...listPage(guild, Number(page), locale) };
  },
};

/** Takes an article out, or leaves it. */
const removeControl: Control = {
  name: "remove",
  async press({ id, asker, locale }, [answer, article = ""], { guild }) {
    const say = phrases[locale].library;
    if (!guild) return sayPrivately(say.nothingKept);
    if (!mayManage(asker)) return sayPrivately(say.notYours);
    if (answer !== "yes") return { kind: "update", content: say.remove.kept, quotes: [], components: [] };
    const changed = await guild.change({ change: id, person: asker.id }, (state) => planRemove(state, article));
    if (changed.kind === "refused") return sayPrivately(say.rename.refused[changed.refusal]);
    const components = [undoRow(changed.change.id, locale)];
    return { kind: "update", content: say.remove.done(article), quotes: [], components };
  },
};

/** Brings one of several files of a message. */
const bringControl: Control = {
  name: "bring",
  press(invocation, [menu = ""], services) {
    const { asker, locale, values } = invocation;
    const say = phrases[locale].library;
    if (!mayManage(asker)) return sayPrivately(say.notYours);
    const attachment = recallFile({ menu, guild: services.guild?.id, attachment: values[0] });
    return attachment ? bringFile(invocation, services, { attachment }) : sayPrivately(say.bring.chooseAgain);
  },
};

export const libraryControls: readonly Control[] = [listControl, removeControl, bringControl];
