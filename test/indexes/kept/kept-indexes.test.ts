import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type KeptIndexes, type KeptIndexesOptions, openKeptIndexes } from "../../../src/indexes/kept/kept-indexes.ts";
import { buildIndexData } from "../../../src/search/build-index-data.ts";
import type { IndexData } from "../../../src/search/index-data.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import { analyse } from "../../support/analyse.ts";
import { parseChecked } from "../../support/parse.ts";

const noon = indexOf("The tea is poured at noon by Zebedee.");
const night = indexOf("The bread is baked at night.");
const tea = { owner: "4", madeOf: "a" };
const bread = { owner: "4", madeOf: "b" };

function indexOf(text: string): IndexData {
  return buildIndexData(passagesOf(parseChecked(text)), analyse);
}

interface Place {
  readonly file: string;
  readonly warnings: string[];
  readonly open: (given?: Partial<KeptIndexesOptions>) => KeptIndexes;
}

function openPlace(): Place {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "yuanwen-kept-")), "indexes", "kept.db");
  const warnings: string[] = [];
  const log = { warn: (event: string) => void warnings.push(event) };
  return { file, warnings, open: (given) => openKeptIndexes({ file, fingerprint: () => "one", log, ...given }) };
}

/** All that lies on the disk. */
function bytesOn(file: string): string {
  const folder = path.dirname(file);
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), "latin1"))
    .join("");
}

test("gives what was kept, also behind a restart and to another process", () => {
  const { open, warnings } = openPlace();
  const [one, other] = [open(), open()];
  one.keep(tea, { data: noon, article: Uint8Array.of(1, 2, 3) });
  for (const kept of [one, other, open()]) {
    expect(kept.find(tea)).toEqual({ article: Uint8Array.of(1, 2, 3), data: noon });
    expect(kept.find(bread)).toBeUndefined();
  }
  expect(warnings).toEqual([]);
});

test("makes no file until something is kept, which nobody else may read", () => {
  const { file, open } = openPlace();
  const kept = open();
  kept.find(tea);
  kept.retain("4", new Set());
  expect([kept.owners(), existsSync(path.dirname(file))]).toEqual([[], false]);
  kept.keep(tea, { data: noon });
  expect(statSync(file).mode & 0o77).toBe(0);
});

test("finds nothing that was made otherwise, and nothing of another owner", () => {
  const { open } = openPlace();
  open().keep(tea, { data: noon });
  expect(open({ fingerprint: () => "two" }).find(tea)).toBeUndefined();
  expect(open().find({ ...tea, owner: "5" })).toBeUndefined();
});

test("misses an entry that is not as it was written, and keeps it anew", () => {
  const { file, open } = openPlace();
  const kept = open();
  kept.keep(tea, { data: noon, article: Uint8Array.of(1, 2, 3) });
  kept.keep(bread, { data: night });
  kept.close();
  const database = new DatabaseSync(file);
  database.exec("update entries set article = x'010204' where made_of = 'a'");
  database.close();
  const again = open();
  expect(again.find(tea)).toBeUndefined();
  expect(again.find(bread)).toEqual({ article: undefined, data: night });
  again.keep(tea, { data: noon });
  expect(again.find(tea)).toEqual({ article: undefined, data: noon });
});

const damages: readonly { readonly name: string; readonly damage: (file: string) => void }[] = [
  { name: "no database", damage: (file) => writeFileSync(file, "this is no database at all".repeat(100)) },
  { name: "cut off", damage: (file) => writeFileSync(file, readFileSync(file).subarray(0, 3000)) },
  {
    name: "broken inside",
    damage: (file) =>
      writeFileSync(
        file,
        readFileSync(file).map((byte, at) => (at > 4096 ? byte ^ 0x5a : byte)),
      ),
  },
  {
    name: "somebody else's",
    damage(file) {
      writeFileSync(file, "");
      new DatabaseSync(file).exec("create table other (thing text); pragma application_id = 7");
    },
  },
  {
    name: "of another layout",
    damage: (file) => new DatabaseSync(file).exec("pragma user_version = 900"),
  },
  {
    name: "without its table",
    damage: (file) => new DatabaseSync(file).exec("drop table entries"),
  },
];

test.for(damages)("makes a file anew that is $name", ({ damage }) => {
  const { file, warnings, open } = openPlace();
  const first = open();
  first.keep(tea, { data: noon });
  first.close();
  damage(file);
  const kept = open();
  expect(kept.find(tea)).toBeUndefined();
  kept.keep(tea, { data: noon });
  kept.keep(tea, { data: noon });
  expect(kept.find(tea)?.data).toEqual(noon);
  expect(warnings).toEqual([]);
});

test("does without a file where none can be made, and says so once", () => {
  const { file, warnings, open } = openPlace();
  writeFileSync(path.dirname(file), "a file where a folder should be");
  const kept = open();
  kept.keep(tea, { data: noon });
  kept.keep(tea, { data: noon });
  kept.retain("4", new Set());
  expect(kept.find(tea)).toBeUndefined();
  expect(warnings).toEqual(["indexes not kept"]);
  kept.close();
});

test.skipIf(process.getuid?.() === 0)("does without a file that cannot be written", () => {
  const { file, warnings, open } = openPlace();
  open().keep(tea, { data: noon });
  chmodSync(file, 0o400);
  chmodSync(path.dirname(file), 0o500);
  const kept = open();
  kept.keep(bread, { data: night });
  expect(warnings).toEqual(["indexes not kept"]);
});

test("waits for nobody who writes: what cannot be kept now is not", () => {
  const { file, warnings, open } = openPlace();
  const kept = open();
  kept.keep(tea, { data: noon });
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  kept.keep(bread, { data: night });
  expect(kept.find(tea)?.data).toEqual(noon);
  other.exec("rollback");
  expect(kept.find(bread)).toBeUndefined();
  kept.keep(bread, { data: night });
  expect(kept.find(bread)?.data).toEqual(night);
  expect(warnings).toEqual([]);
});

test("forgets what an owner no longer has, whoever it was made by, and leaves no trace of it on the disk", () => {
  const { file, open } = openPlace();
  const mark = "zebedeeandhisunmistakablemark";
  const article = Buffer.from(mark);
  open({ fingerprint: () => "two" }).keep(tea, { data: noon, article });
  const kept = open();
  kept.keep(tea, { data: noon, article });
  kept.keep(bread, { data: night });
  kept.keep({ ...tea, owner: "5" }, { data: noon });
  expect(bytesOn(file)).toContain(mark);
  kept.retain("4", new Set(["b"]));
  expect(bytesOn(file)).not.toContain(mark);
  expect([kept.find(tea), kept.find(bread)?.data, kept.find({ ...tea, owner: "5" })?.data]).toEqual([
    undefined,
    night,
    noon,
  ]);
  kept.retain("4", new Set());
  expect(kept.owners()).toEqual(["5"]);
});

test("forgets what was used longest ago where there is too much", () => {
  const { open } = openPlace();
  let now = 0;
  const day = 24 * 60 * 60 * 1000;
  const kept = open({ now: () => now, mostBytes: 30_000 });
  const article = new Uint8Array(8000).map((_, at) => (at * at) % 251);
  for (const madeOf of ["a", "b", "c"]) kept.keep({ owner: "4", madeOf }, { data: noon, article });
  now += day;
  kept.find(tea);
  kept.close();
  const later = open({ now: () => now, mostBytes: 30_000 });
  for (const madeOf of ["d", "e"]) later.keep({ owner: "4", madeOf }, { data: noon, article });
  const found = ["a", "b", "c", "d", "e"].filter((madeOf) => later.find({ owner: "4", madeOf }));
  expect(found).toEqual(["a", "d", "e"]);
});
