import type { Content, Plan } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import { keptBytes } from "./kept-bytes.ts";
import { draftLifetime, libraryLimits } from "./library-limits.ts";
import type { DraftRecord } from "./records.ts";

export interface NewDraft {
  /** Of the interaction that brought the file. */
  readonly key: string;
  readonly draft: DraftRecord;
  /** The packed article and the file itself. */
  readonly contents: readonly Content[];
  /** Ids of everybody's articles. */
  readonly sharedIds: ReadonlySet<string>;
}

export type DraftRefusal =
  | { readonly kind: "no-such-article" }
  /** Everybody's article stands there. */
  | { readonly kind: "taken" }
  /** The article has just this text already. */
  | { readonly kind: "same-text" }
  | { readonly kind: "too-many-articles" | "too-many-drafts"; readonly most: number }
  | { readonly kind: "too-many-bytes"; readonly most: number; readonly kept: number };

/** Keeps what was read until it is published; a draft that its bringer already has for the same article gives way. */
export function planDraft(state: GuildState, { key, draft, contents, sharedIds }: NewDraft): Plan<DraftRefusal> {
  const earlier = [...state.draft].filter(
    ([, each]) => isExpired(each, draft.at) || (each.article === draft.article && each.by === draft.by),
  );
  const others = new Map([...state.draft].filter(([each]) => !earlier.some(([gone]) => gone === each)));
  const refusal = refuse({ ...state, draft: others }, draft, sharedIds);
  if (refusal) return { kind: "refused", refusal };
  return {
    kind: "change",
    name: "article-drafted",
    subject: draft.article,
    writes: [
      ...earlier.map(([gone]) => writeRecord(state, "draft", { key: gone, value: undefined })),
      writeRecord(state, "draft", { key, value: { ...draft, ...basedOn(state, draft) } }),
    ],
    contents,
  };
}

function basedOn({ article }: GuildState, draft: DraftRecord): Pick<DraftRecord, "base"> {
  const base = draft.replaces ? article.get(draft.article)?.active : undefined;
  return base === undefined ? {} : { base };
}

function refuse(state: GuildState, draft: DraftRecord, sharedIds: ReadonlySet<string>): DraftRefusal | undefined {
  const known = state.article.get(draft.article);
  const { articles, drafts, bytes } = libraryLimits;
  if (sharedIds.has(draft.article)) return { kind: "taken" };
  if (draft.replaces && !known) return { kind: "no-such-article" };
  if (known?.active === draft.version.version) return { kind: "same-text" };
  if (!known && state.article.size >= articles) return { kind: "too-many-articles", most: articles };
  if (state.draft.size >= drafts) return { kind: "too-many-drafts", most: drafts };
  const kept = keptBytes(state);
  if (keptBytes({ ...state, draft: new Map([...state.draft, ["", draft]]) }) > bytes) {
    return { kind: "too-many-bytes", most: bytes, kept };
  }
  return undefined;
}

/** Tells whether a draft has waited too long. */
export function isExpired({ at }: Pick<DraftRecord, "at">, now: number): boolean {
  return now - at >= draftLifetime;
}

/** Gives a draft up. */
export function planDrop(state: GuildState, key: string): Plan<"unknown"> {
  const draft = state.draft.get(key);
  if (!draft) return { kind: "refused", refusal: "unknown" };
  const writes = [writeRecord(state, "draft", { key, value: undefined })];
  return { kind: "change", name: "draft-dropped", subject: draft.article, writes };
}
