import { isDeepStrictEqual } from "node:util";
import type { Article } from "../article/article.ts";
import type { Change, MadeChange, Plan, Write } from "../community/change.ts";
import type { Author, Changed, Guild } from "../community/guild.ts";
import { emptyState, type GuildState } from "../community/guild-state.ts";
import { applyRecord, unpackArticle } from "../community/pack-article.ts";
import type { ArticleRecord, RecordKind } from "../community/records.ts";
import { StoreError } from "../community/store-error.ts";
import type { Store } from "../store/store.ts";
import { applyWrites } from "./apply-writes.ts";
import { readState } from "./read-state.ts";

export interface GuildOptions {
  readonly id: string;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** As it was last seen, where it was seen before. */
  readonly state?: GuildState | undefined;
}

/** Where others are quicker again and again, so often it is tried. */
const MOST_ATTEMPTS = 8;
/** So many versions stay in memory for the buttons of older answers, and so many UTF-16 code units of them. */
const [MOST_VERSIONS, MOST_UNITS] = [32, 4_000_000];
/** In characters. */
const LONGEST_SUBJECT = 200;

/** A server's own things over a store; nothing is read before it is asked for. */
export function openGuild(options: GuildOptions): Guild {
  const { id, store } = options;
  const held = holdState(options);
  const change = createChange(options, held);
  const versions = createVersions(options);
  return {
    id,
    get state() {
      return held.state();
    },
    unreadable: () => held.state().unread ?? [],
    fresh: () => held.fresh(),
    change,
    async undo(author, undone) {
      const made = await store.findChange(id, undone);
      if (!made || made.writes.length === 0) return { kind: "refused", refusal: "unknown" };
      return change(author, (seen) => planBack(seen, made));
    },
    changes: (limit) => store.changes(id, limit),
    readVersion: (hash) => versions.read(held.state(), hash),
    readOriginal: (sha256) => store.readContent(id, sha256),
    async forget() {
      await store.forgetGuild(id);
      held.forget();
      versions.clear();
    },
    forgetPerson: (person) => store.forgetPerson(id, person),
  };
}

/** The newest state that is known. */
interface HeldState {
  readonly state: () => GuildState;
  /** Reads it anew where it is another by now. */
  readonly fresh: () => Promise<GuildState>;
  /** Makes a change of it, which leads to another; gives nothing where somebody was quicker. */
  readonly make: (change: Change, after: GuildState) => Promise<MadeChange | undefined>;
  readonly forget: () => void;
}

function holdState({ id, store, state: seen = emptyState }: GuildOptions): HeldState {
  let state = seen;

  async function fresh(): Promise<GuildState> {
    const begun = state;
    if ((await store.revision(id)) === state.revision) return state;
    const read = await store.read(id);
    // A slower reading may come after a quicker one that saw more, or after all was forgotten. Otherwise a lower number, too, is
    // newer: the store is another one by now.
    if (state === begun || (read.revision > state.revision && state.revision > 0)) state = readState(read, state);
    return state;
  }

  return {
    state: () => state,
    fresh,
    async make(change, after) {
      const before = state;
      const outcome = await store.change(change);
      switch (outcome.kind) {
        case "conflict":
          return undefined;
        case "repeated":
          await fresh();
          return (await store.findChange(id, change.id)) ?? { ...change, revision: outcome.revision };
        case "made":
          if (state === before) state = { ...after, revision: outcome.revision };
          else await fresh();
          return { ...change, revision: outcome.revision };
      }
    },
    forget() {
      state = emptyState;
    },
  };
}

/** One change after another: within a process nobody is in another's way. */
function createChange(options: GuildOptions, held: HeldState): Guild["change"] {
  const make = createMakeChange(options, held);
  let last: Promise<unknown> = Promise.resolve();
  return (author, plan) => {
    const made = last.then(() => make(author, plan));
    last = made.catch(() => {});
    return made;
  };
}

function createMakeChange({ id, store, now }: GuildOptions, held: HeldState): Guild["change"] {
  return async <Refusal>(author: Author, plan: (state: GuildState) => Plan<Refusal>): Promise<Changed<Refusal>> => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const seen = await held.fresh();
      const planned = plan(seen);
      if (planned.kind === "refused") {
        // Asked for twice, it may be refused because it was made.
        const earlier = await store.findChange(id, author.change);
        return earlier ? { kind: "made", change: earlier, state: held.state() } : planned;
      }
      const { name, subject, contents = [] } = planned;
      const writes = planned.writes.filter(({ before, after }) => !isDeepStrictEqual(before, after));
      // What is stored must be readable again.
      const after = applyWrites(seen, writes, seen.revision);
      const shown = subject.slice(0, LONGEST_SUBJECT).toWellFormed();
      const by = { id: author.change, guild: id, revision: seen.revision, by: author.person, at: now() };
      const made = await held.make({ ...by, name, subject: shown, writes, contents }, after);
      if (made) return { kind: "made", change: made, state: held.state() };
    }
    throw new StoreError("busy");
  };
}

/** Takes a change back where nothing that it wrote was written again since. */
function planBack(seen: GuildState, { subject, writes }: MadeChange): Plan<"changed-since"> {
  const isAsLeft = ({ kind, key, after }: Write) => isDeepStrictEqual(recordOf(seen, kind, key), after);
  if (!writes.every(isAsLeft)) return { kind: "refused", refusal: "changed-since" };
  return { kind: "change", name: "undone", subject, writes: writes.map(turnBack) };
}

function turnBack({ kind, key, before, after }: Write): Write {
  return { kind, key, before: after, after: before };
}

function recordOf(state: GuildState, kind: RecordKind, key: string): unknown {
  return state[kind].get(key);
}

interface Versions {
  /** An article as one of its kept versions has it. */
  read(state: GuildState, hash: string): Promise<Article | undefined>;
  clear(): void;
}

function createVersions({ id, store }: GuildOptions): Versions {
  const kept = new Map<string, { readonly record: ArticleRecord; readonly read: Article; readonly article: Article }>();
  return {
    async read(state, hash) {
      const found = findVersion(state, hash);
      if (!found) return undefined;
      const { articleId, record, packed } = found;
      const key = `${articleId} ${packed}`;
      const known = kept.get(key);
      if (known?.record === record) return known.article;
      const bytes = known ? undefined : await store.readContent(id, packed);
      const read = known?.read ?? (bytes && unpackArticle(bytes));
      if (!read) return undefined;
      const article = applyRecord(read, articleId, record);
      kept.delete(key);
      kept.set(key, { record, read, article });
      let units = [...kept.values()].reduce((sum, each) => sum + each.article.text.length, 0);
      for (const [oldest, each] of kept) {
        if (oldest === key || (kept.size <= MOST_VERSIONS && units <= MOST_UNITS)) break;
        units -= each.article.text.length;
        kept.delete(oldest);
      }
      return article;
    },
    clear: () => kept.clear(),
  };
}

/** Versions in use come first: two articles may have had the same text. */
function findVersion(state: GuildState, hash: string) {
  const all = [...state.article].flatMap(([articleId, record]) =>
    record.versions.map(({ version, packed }) => ({ articleId, record, version, packed })),
  );
  const fitting = all.filter(({ version }) => version.startsWith(hash));
  return fitting.find(({ version, record }) => version === record.active) ?? fitting[0];
}
