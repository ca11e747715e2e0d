import type { Plan } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";

/** Takes an article out with all its versions; what was taught about it answers nothing until it comes back. */
export function planRemove(state: GuildState, article: string): Plan<"no-such-article"> {
  if (!state.article.has(article)) return { kind: "refused", refusal: "no-such-article" };
  const drafts = [...state.draft].filter(([, draft]) => draft.article === article && draft.replaces);
  return {
    kind: "change",
    name: "article-removed",
    subject: article,
    writes: [
      writeRecord(state, "article", { key: article, value: undefined }),
      ...drafts.map(([key]) => writeRecord(state, "draft", { key, value: undefined })),
    ],
  };
}
