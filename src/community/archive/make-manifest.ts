import { isoDay } from "../days.ts";
import type { GuildState } from "../guild-state.ts";
import type { ArticleRecord } from "../records.ts";
import { ARCHIVE_FORMAT, type Manifest } from "./archive.ts";

export interface ManifestOptions {
  readonly guild: string;
  /** When it is written, in milliseconds since 1970. */
  readonly now: number;
  /** One article alone, without what is set for the server. */
  readonly article?: string | undefined;
  /** With reports of gaps, and with the ids of those who did things. */
  readonly isWhole?: boolean | undefined;
}

/** Says what of a server's state goes into an archive: no drafts, and nobody's id unless that is asked for. */
export function makeManifest(state: GuildState, options: ManifestOptions): Manifest {
  const { guild, now, article: only, isWhole = false } = options;
  const isChosen = (id: string): boolean => only === undefined || id === only;
  const article = Object.fromEntries(
    [...state.article].filter(([id]) => isChosen(id)).map(([id, record]) => [id, isWhole ? record : nameless(record)]),
  );
  const taught = [...state.taught].filter(([, one]) => isChosen(one.article));
  const ofAll = <Value>(records: ReadonlyMap<string, Value>) => (only === undefined ? [...records] : []);
  return {
    format: "yuanwen",
    version: ARCHIVE_FORMAT,
    written: new Date(now).toISOString(),
    guild,
    files: placeFiles(article),
    article,
    taught: Object.fromEntries(taught.map(([key, one]) => [key, isWhole ? one : { ...one, by: "" }])),
    words: Object.fromEntries(ofAll(state.words).map(([key, one]) => [key, isWhole ? one : { ...one, by: "" }])),
    scope: Object.fromEntries(ofAll(state.scope)),
    settings: Object.fromEntries(ofAll(state.settings)),
    gap: isWhole ? Object.fromEntries(ofAll(state.gap)) : {},
  };
}

function nameless(record: ArticleRecord): ArticleRecord {
  return { ...record, versions: record.versions.map((version) => ({ ...version, by: "" })) };
}

/** Originals stand under their article's id and their own name; what was read out of them under its hash. */
function placeFiles(articles: Readonly<Record<string, ArticleRecord>>): Record<string, string> {
  const files = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, { versions }] of Object.entries(articles)) {
    for (const { original, packed, file, at } of versions) {
      const plain = `articles/${fileName(id)}/${isoDay(at)} ${fileName(file)}`;
      const place = taken.has(plain.toLowerCase()) ? plain.replace(/[^/]*$/u, `${original.slice(0, 8)} $&`) : plain;
      if (!files.has(original)) {
        files.set(original, place);
        taken.add(place.toLowerCase());
      }
      if (!files.has(packed)) files.set(packed, `read/${packed}.zst`);
    }
  }
  return Object.fromEntries(files);
}

/** A name that every system can unpack. */
function fileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Default_Ignorable_Code_Point}<>:"/\\|?*]/gu, "_")
    .replaceAll(/^\.+|(?<![. ])[. ]+$/gu, "_");
  return Array.from(plain).slice(-80).join("") || "_";
}
