import type { Control } from "../../src/command.ts";
import { takeBackGap } from "../../src/community/gaps.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { words } from "../../src/render/words/all.ts";
import { sayPrivately } from "../parts/say.ts";

/** Takes back what whoever presses it has sent; what others sent of the same question stays. */
export const takeBackControl: Control = {
  name: "take-back",
  isOpen: true,
  async press({ id, asker, locale }, [key = "", posted], { guild }) {
    const say = phrases[locale].inbox.takeBack;
    if (!guild) return sayPrivately(words[locale].oldControl);
    const changed = await guild.change({ change: id, person: asker.id }, (state) => takeBackGap(state, key, asker.id));
    if (changed.kind === "refused") return sayPrivately(say.nothing);
    const content = posted === undefined ? say.done : `${say.done}\n${say.stillPosted}`;
    return { kind: "update", content, quotes: [], components: [] };
  },
};
