import type { Control } from "../../src/command.ts";
import { planUnteach } from "../../src/community/teach.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { words } from "../../src/render/words/all.ts";
import { sayPrivately } from "../parts/say.ts";
import { taughtPage } from "../parts/taught-page.ts";
import { undoRow } from "../parts/undo-row.ts";
import { barTeaching } from "./teach-controls.ts";

const longestQuestion = 300;

/** Leafs through what is taught. */
const taughtControl: Control = {
  name: "taught",
  async press({ asker, locale }, state, services) {
    const barred = barTeaching(asker, locale, services);
    const { guild } = services;
    if (barred || !guild) return barred ?? sayPrivately(phrases[locale].library.nothingKept);
    const [, page = "", ...query] = state;
    if (!/^\d{1,5}$/u.test(page)) return sayPrivately(words[locale].oldControl);
    const shown = { query: query.join(":"), page: Number(page), locale };
    return { kind: "update", ...taughtPage(await guild.fresh(), services.library, shown) };
  },
};

/** Takes away what was chosen for a question. */
const untaughtControl: Control = {
  name: "untaught",
  async press({ id, asker, locale, values }, _state, services) {
    const barred = barTeaching(asker, locale, services);
    const { guild } = services;
    if (barred || !guild) return barred ?? sayPrivately(phrases[locale].library.nothingKept);
    const say = phrases[locale].teach.list;
    const changed = await guild.change({ change: id, person: asker.id }, (state) =>
      planUnteach(state, values[0] ?? ""),
    );
    if (changed.kind === "refused") return sayPrivately(say.gone);
    const question = escapeInline(tidyLine(changed.change.subject, longestQuestion));
    return sayPrivately(say.removed(question), [undoRow(changed.change.id, locale)]);
  },
};

export const taughtControls: readonly Control[] = [taughtControl, untaughtControl];
