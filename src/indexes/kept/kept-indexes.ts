import type { Log } from "../../log.ts";
import { createKeptFile, type KeptFile } from "./kept-file.ts";
import {
  findRow,
  forgetMadeOf,
  forgetOldest,
  forgetRow,
  insertRow,
  type KeptIndex,
  type KeptRow,
  listMadeOf,
  listOwners,
  noteUse,
  openRow,
  packRow,
} from "./kept-rows.ts";

export interface KeptKey {
  /** Whose it is: a server's id, or what `ownerOf` gives. What the owner no longer has is forgotten. */
  readonly owner: string;
  /** The hash of all that it was made of. */
  readonly madeOf: string;
}

/** Whose everybody's articles are: a folder's, or a file's. */
export function ownerOf(kind: "file" | "folder", absolutePath: string): string {
  return `${kind} ${absolutePath}`;
}

/** Whether an owner is a server. */
export function isServer(owner: string): boolean {
  return /^\d+$/u.test(owner);
}

/** Indexes of articles that were made before; whatever lacks is made again. */
export interface KeptIndexes {
  /** The file, where another thread may open it. */
  readonly file: string;
  find(key: KeptKey): KeptIndex | undefined;
  keep(key: KeptKey, index: KeptIndex): void;
  /** Forgets all of an owner but some. */
  retain(owner: string, madeOf: ReadonlySet<string>): void;
  /** All of which something is kept. */
  owners(): readonly string[];
  close(): void;
}

export interface KeptIndexesOptions {
  readonly file: string;
  /** Tells what articles and terms are made with; what was made otherwise is not found. */
  readonly fingerprint: () => string;
  readonly log: Pick<Log, "warn">;
  /** In milliseconds: so long another process that writes is waited for. */
  readonly patience?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** So many bytes of indexes stay, those used last. */
  readonly mostBytes?: number | undefined;
}

/** In milliseconds: in a thread that answers nobody waits for a cache. */
const PATIENCE = 20;
const MOST_BYTES = 1_000_000_000;
/** Whether there is too much is looked at after so many more bytes. */
const BYTES_BETWEEN = 20_000_000;
/** Opens the kept indexes of a file, which is made when something is first kept. */
export function openKeptIndexes(options: KeptIndexesOptions): KeptIndexes {
  const { file, fingerprint, log, patience = PATIENCE, now = () => Date.now(), mostBytes = MOST_BYTES } = options;
  const kept = createKeptFile({ file, patience, log });
  const uses = createUses(kept, now);
  let unseen = BYTES_BETWEEN;

  function makeRoom(bytes: number): void {
    unseen += bytes;
    if (unseen < Math.min(BYTES_BETWEEN, mostBytes / 10)) return;
    unseen = 0;
    if (kept.write((database) => forgetOldest(database, mostBytes))) kept.settle();
  }

  return {
    file,
    find({ owner, madeOf }) {
      const row = kept.read((database) => findRow(database, [owner, madeOf, fingerprint()]));
      if (!row) return undefined;
      const found = openRow(row);
      if (found) uses.note(row);
      else kept.write((database) => forgetRow(database, row.id));
      return found;
    },
    keep({ owner, madeOf }, index) {
      const row = packRow(index);
      if (!row) return;
      const isKept = kept.write((database) =>
        insertRow(database, [owner, madeOf, fingerprint()], { ...row, used: uses.now() }),
      );
      if (isKept) makeRoom(row.bytes);
    },
    retain(owner, madeOf) {
      const gone = kept.read((database) => listMadeOf(database, owner))?.filter((each) => !madeOf.has(each)) ?? [];
      if (gone.length === 0) return;
      if (kept.write((database) => forgetMadeOf(database, owner, gone))) kept.settle();
    },
    owners: () => kept.read(listOwners) ?? [],
    close() {
      uses.write();
      kept.close();
    },
  };
}

/** When something was last used is noted once in so many milliseconds. */
const PERIOD = 6 * 60 * 60 * 1000;

/** Notes what is used, many at once. */
function createUses(kept: KeptFile, now: () => number) {
  const period = (): number => Math.floor(now() / PERIOD);
  let used: number[] = [];
  function write(): void {
    const noted = used;
    used = [];
    if (noted.length > 0) kept.write((database) => noteUse(database, noted, period()));
  }
  return {
    now: period,
    note({ id, used: last }: Pick<KeptRow, "id" | "used">): void {
      if (last >= period()) return;
      used.push(id);
      if (used.length === 1) setImmediate(write);
    },
    write,
  };
}
