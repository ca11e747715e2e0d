import { isDeepStrictEqual } from "node:util";
import { mostGaps } from "../gaps.ts";
import { keptBytes } from "../kept-bytes.ts";
import { libraryLimits } from "../library-limits.ts";
import { mostScopes } from "../scope.ts";
import { mostTaught } from "../teach.ts";
import { mostWords } from "../words.ts";
import type { Content, Plan, Write } from "../change.ts";
import { type GuildState, writeRecord } from "../guild-state.ts";
import type { ArticleRecord } from "../records.ts";
import { type Archive, archivedKinds, type Manifest } from "./archive.ts";

export interface ImportOptions {
  /** Discord's id of the server that it is brought into. */
  readonly guild: string;
  /** The archive's articles, settings and so on take the place of other ones under the same names. */
  readonly overwrites?: boolean | undefined;
  /** Ids that everybody's articles have. */
  readonly taken: ReadonlySet<string>;
}

export type ImportRefusal =
  /** What stands under the same names and is another, such as `article rules`. */
  | { readonly kind: "conflicts"; readonly names: readonly string[] }
  /** Articles of everybody's have these ids. */
  | { readonly kind: "taken"; readonly ids: readonly string[] }
  /** The server would have more than it may: `10,001 taught questions`. */
  | { readonly kind: "too-much"; readonly what: string; readonly count: number; readonly most: number }
  /** All of it is there already. */
  | { readonly kind: "nothing-new" };

/** Brings an archive into a server, all of it or nothing. */
export function planImport(state: GuildState, archive: Archive, options: ImportOptions): Plan<ImportRefusal> {
  const manifest = fitManifest(archive.manifest, options.guild);
  const taken = Object.keys(manifest.article).filter((id) => options.taken.has(id));
  if (taken.length > 0) return { kind: "refused", refusal: { kind: "taken", ids: taken } };
  const writes = archivedKinds
    .flatMap((kind) => writesOf(state, manifest, kind))
    .filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (writes.length === 0) return { kind: "refused", refusal: { kind: "nothing-new" } };
  const names = writes.filter(({ before }) => before !== undefined).map(({ kind, key }) => `${kind} ${key}`);
  if (names.length > 0 && !options.overwrites) return { kind: "refused", refusal: { kind: "conflicts", names } };
  const tooMuch = findTooMuch(state, manifest);
  if (tooMuch) return { kind: "refused", refusal: { kind: "too-much", ...tooMuch } };
  const ids = Object.keys(manifest.article);
  const subject = ids.length === 1 ? (ids[0] ?? "") : `${ids.length} articles`;
  return { kind: "change", name: "imported", subject, writes, contents: contentsFor(writes, archive) };
}

/**
 * What an archive says as another server can have it: its channels and roles are none of that server's.
 */
export function fitManifest(manifest: Manifest, guild: string): Manifest {
  if (manifest.guild === guild) return manifest;
  const { server: scope } = manifest.scope;
  const { server: settings } = manifest.settings;
  const { forumChannels: _f, gapChannel: _g, teachers: _t, weeklySummary: _w, ...own } = settings ?? {};
  return {
    ...manifest,
    scope: scope ? { server: { ...scope, roles: [] } } : {},
    settings: Object.keys(own).length > 0 ? { server: own } : {},
  };
}

/** What somebody could not bring, teach or set one by one comes in by no archive. */
function findTooMuch(state: GuildState, manifest: Manifest) {
  const article = join(state.article, manifest.article);
  const versions = Math.max(...[...article.values()].map((record) => record.versions.length), 0);
  const rows = [
    { what: "articles", count: article.size, most: libraryLimits.articles },
    { what: "versions of one article", count: versions, most: libraryLimits.versions },
    { what: "bytes of files", count: keptBytes({ article, draft: state.draft }), most: libraryLimits.bytes },
    { what: "taught questions", count: join(state.taught, manifest.taught).size, most: mostTaught },
    { what: "lines of words", count: join(state.words, manifest.words).size, most: mostWords },
    { what: "channels with scopes", count: join(state.scope, manifest.scope).size, most: mostScopes },
    { what: "reports of gaps", count: join(state.gap, manifest.gap).size, most: mostGaps },
  ];
  return rows.find(({ count, most }) => count > most);
}

function join<Value>(kept: ReadonlyMap<string, Value>, brought: Readonly<Record<string, Value>>) {
  return new Map([...kept, ...Object.entries(brought)]);
}

function writesOf(state: GuildState, manifest: Manifest, kind: (typeof archivedKinds)[number]): readonly Write[] {
  return Object.entries(manifest[kind]).map(([key, value]) => {
    const write = writeRecord(state, kind, { key, value });
    const before = write.kind === "article" ? state.article.get(key) : undefined;
    // Who did it, and when, makes no other article.
    return before && isSameArticle(before, manifest.article[key]) ? { ...write, after: write.before } : write;
  });
}

function isSameArticle(one: ArticleRecord, other: ArticleRecord | undefined): boolean {
  return other !== undefined && isDeepStrictEqual(factsOf(one), factsOf(other));
}

function factsOf({ versions, ...rest }: ArticleRecord) {
  return { ...rest, versions: versions.map(({ version, original }) => ({ version, original })) };
}

function contentsFor(writes: readonly Write[], { manifest, contents }: Archive): readonly Content[] {
  const written = writes.flatMap(({ kind, key }) =>
    kind === "article" ? (manifest.article[key]?.versions ?? []) : [],
  );
  const hashes = new Set(written.flatMap(({ packed, original }) => [packed, original]));
  return [...hashes].flatMap((sha256) => {
    const bytes = contents.get(sha256);
    return bytes ? [{ sha256, bytes }] : [];
  });
}
