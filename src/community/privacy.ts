import type { MadeChange, Plan, Write } from "./change.ts";
import { forgetInGaps } from "./gaps.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import { keptBytes } from "./kept-bytes.ts";

/** What is kept that tells who did it. */
export interface KeptAboutPerson {
  /** Ids of articles of which they brought a version, drafts included. */
  readonly articles: readonly string[];
  readonly taught: readonly string[];
  readonly words: readonly string[];
  /** Questions that they reported. */
  readonly gaps: readonly string[];
  /** Changes in the trail. */
  readonly changes: number;
}

/** Finds what is kept about a person in a server. */
export function keptAbout(state: GuildState, person: string, trail: readonly MadeChange[]): KeptAboutPerson {
  const brought = [...state.article].filter(([, { versions }]) => versions.some(({ by }) => by === person));
  const drafted = [...state.draft.values()].filter(({ by }) => by === person);
  return {
    articles: [...new Set([...brought.map(([id]) => id), ...drafted.map(({ article }) => article)])],
    taught: [...state.taught.values()].filter(({ by }) => by === person).map(({ question }) => question),
    words: [...state.words.values()].filter(({ by }) => by === person).map(({ line }) => line),
    gaps: [...state.gap.values()].filter(({ askers }) => askers.includes(person)).map(({ question }) => question),
    changes: trail.filter(({ by }) => by === person).length,
  };
}

export interface KeptAboutServer {
  readonly articles: number;
  readonly versions: number;
  /** Of the files as they were brought, each counted once. */
  readonly bytes: number;
  readonly drafts: number;
  readonly taught: number;
  readonly words: number;
  readonly scopes: number;
  readonly gaps: number;
  readonly hasSettings: boolean;
}

/** Counts what is kept about a server. */
export function keptAboutServer(state: GuildState): KeptAboutServer {
  const versions = [...state.article.values()].flatMap((article) => article.versions);
  return {
    articles: state.article.size,
    versions: versions.length,
    bytes: keptBytes(state),
    drafts: state.draft.size,
    taught: state.taught.size,
    words: state.words.size,
    scopes: state.scope.size,
    gaps: state.gap.size,
    hasSettings: state.settings.size > 0,
  };
}

/** Takes a person's id out of all records, and what they sent as a gap; what they brought and taught stays the server's. */
export function planForgetPerson(state: GuildState, person: string): Plan<"nothing"> {
  const hide = <Made extends { readonly by: string }>(made: Made): Made =>
    made.by === person ? { ...made, by: "" } : made;
  const writes: Write[] = [
    ...[...state.article].map(([key, article]) =>
      writeRecord(state, "article", { key, value: { ...article, versions: article.versions.map(hide) } }),
    ),
    ...[...state.draft].map(([key, draft]) =>
      writeRecord(state, "draft", { key, value: { ...hide(draft), version: hide(draft.version) } }),
    ),
    ...[...state.taught].map(([key, taught]) => writeRecord(state, "taught", { key, value: hide(taught) })),
    ...[...state.words].map(([key, words]) => writeRecord(state, "words", { key, value: hide(words) })),
    ...forgetInGaps(state, person),
  ].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  if (writes.length === 0) return { kind: "refused", refusal: "nothing" };
  return { kind: "change", name: "person-forgotten", subject: "", writes };
}
