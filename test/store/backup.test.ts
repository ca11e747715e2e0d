import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import { createSchema, hasPostgres } from "../support/postgres.ts";
import { runInTerminal } from "../support/terminal.ts";
import { change, content, write } from "./changes.ts";

const places = {
  SQLite: async () => ({ file: path.join(newFolder(), "store.db") }),
  PostgreSQL: async () => ({ file: "", url: await createSchema() }),
};
const long = content("long ".repeat(9999));
const counts = "2 servers, 702 records, 4 changes, 2 contents";

describe("a backup", () => {
  const ways = [
    { from: "SQLite", to: "SQLite" },
    { from: "SQLite", to: "PostgreSQL" },
    { from: "PostgreSQL", to: "SQLite" },
  ] as const;
  test.for(ways.filter(({ from, to }) => hasPostgres || from === to))(
    "of $from puts everything into $to",
    async ({ from, to }) => {
      const [source, target] = [await places[from](), await places[to]()];
      await fillStore(source);
      const folder = newFolder();
      expect(await run(source, ["backup", "a.backup"], folder)).toEqual({
        code: 0,
        output: `a.backup: ${counts}\n`,
        errors: "",
      });
      expect(statSync(path.join(folder, "a.backup")).mode & 0o777).toBe(0o600);
      expect(await run(target, ["restore", "a.backup"], folder)).toEqual({
        code: 0,
        output: `restored from a.backup: ${counts}\n`,
        errors: "",
      });
      expect(await allOf(target)).toEqual(await allOf(source));
      expect(await run(target, ["backup", "b.backup"], folder)).toMatchObject({ code: 0 });
      expect(linesOf(path.join(folder, "b.backup")).slice(1, -1)).toEqual(
        linesOf(path.join(folder, "a.backup")).slice(1, -1),
      );
    },
  );

  test("takes the place of what is there, where that is asked for, and is seen by whoever runs", async () => {
    const [source, target] = [await places.SQLite(), await places.SQLite()];
    await fillStore(source);
    const running = await openStore(target);
    onTestFinished(() => running.close());
    for (let revision = 0; revision < 9; revision += 1) {
      await running.change(change({ id: `${revision}`, revision, writes: [write("old", revision)] }));
    }
    await running.change(change({ guild: "9" }));
    const folder = newFolder();
    await run(source, ["backup", "a.backup"], folder);
    expect(await run(target, ["restore", "a.backup"], folder)).toEqual({
      code: 2,
      output: "",
      errors: `a.backup: something is kept about 2 servers at ${target.file} already; --replace forgets it first\n`,
    });
    expect(await running.revision("1")).toBe(9);
    expect(await run(target, ["restore", "--replace", "a.backup"], folder)).toMatchObject({ code: 0 });
    expect((await running.guilds()).map(({ id, revision }) => [id, revision])).toEqual([
      ["1", 10],
      ["2", 1],
    ]);
    expect((await running.read("1")).records).toHaveLength(702);
  });
});

describe("a wrong backup", () => {
  let whole: readonly string[] = [];
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-backup-"));
    const source = { file: path.join(folder, "store.db") };
    await fillStore(source);
    await run(source, ["backup", "a.backup"], folder);
    whole = linesOf(path.join(folder, "a.backup"));
    rmSync(folder, { recursive: true });
  });
  const altered = (line: RegExp, by: (text: string) => string) =>
    packed(whole.map((text) => (line.test(text) ? by(text) : text)));

  test.for([
    { name: "is text", bytes: () => Buffer.from("not a backup"), says: "is no backup of this program, or was altered" },
    { name: "is empty", bytes: () => Buffer.alloc(0), says: "was cut off: its end is missing" },
    { name: "is another packed file", bytes: () => packed(["{}", "[]"]), says: "is no backup of this program" },
    {
      name: "is cut off in its bytes",
      bytes: () => packed(whole).subarray(0, -400),
      says: "was cut off: its end is missing",
    },
    {
      name: "is cut off after a line",
      bytes: () => packed(whole.slice(0, -1)),
      says: "was cut off: its end is missing",
    },
    { name: "has more behind its end", bytes: () => packed([...whole, ""]), says: "more stands behind its end" },
    {
      name: "lacks a line",
      bytes: () => packed(whole.filter((line) => !line.includes('"k7"'))),
      says: "was altered: it is not what was written",
    },
    {
      name: "has a line of another kind",
      bytes: () => altered(/^\{"record"/u, () => '{"record":{}}'),
      says: "was altered: line 3 is none that was written",
    },
    {
      name: "has another content under a name",
      bytes: () => altered(/^\{"content"/u, (text) => text.replace(/"bytes":"[^"]*"/u, '"bytes":"AAAA"')),
      says: expect.stringMatching(/^was altered: content [\da-f]{64} is not what its name says$/u),
    },
    {
      name: "is of a newer program",
      bytes: () => altered(/^\{"backup"/u, (text) => text.replace('"format":1', '"format":2')),
      says: "was made by a newer version of this program (format 2; this one knows 1): restore it with that one",
    },
  ])("that $name is refused, and nothing is made", async ({ bytes, says }) => {
    const target = await places.SQLite();
    const folder = newFolder();
    writeFileSync(path.join(folder, "a.backup"), bytes());
    const { code, errors } = await run(target, ["restore", "a.backup"], folder);
    expect(code).toBe(2);
    expect(errors.replace(/^a\.backup: |\n$/gu, "")).toEqual(says);
    expect(statSync(target.file, { throwIfNoEntry: false })).toBeUndefined();
  });

  test("changes nothing of what is there", async () => {
    const target = await places.SQLite();
    const store = await openStore(target);
    await store.change(change({ writes: [write("k", 1)] }));
    const folder = newFolder();
    writeFileSync(path.join(folder, "a.backup"), packed(whole.slice(0, -1)));
    expect(await run(target, ["restore", "--replace", "a.backup"], folder)).toMatchObject({ code: 2 });
    expect((await store.read("1")).records).toEqual([{ kind: "words", key: "k", value: 1 }]);
    await store.close();
  });
});

test.for([
  { words: ["restore", "none"], code: 2, says: "none: is not there" },
  { words: ["restore", "."], code: 2, says: ".: is a folder" },
  { words: ["backup", "a.backup"], code: 2, says: "nothing is kept at " },
  { words: ["backup"], code: 2, says: "error: missing required argument 'file'" },
  { words: ["restore"], code: 2, says: "error: missing required argument 'file'" },
])("tells what is wrong with $words", async ({ words, code, says }) => {
  const folder = newFolder();
  const result = await run(await places.SQLite(), words, folder);
  expect(result.code).toBe(code);
  expect(result.errors).toContain(says);
  expect(statSync(path.join(folder, "a.backup"), { throwIfNoEntry: false })).toBeUndefined();
});

test("tells in one line why a store cannot be used, and leaves with 1", async () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, "store.db"), "broken ".repeat(999));
  const { code, errors } = await run({ file: path.join(folder, "store.db") }, ["backup", "a.backup"], folder);
  expect(code).toBe(1);
  expect(errors).toMatch(/^.*store\.db is broken or no database \(.*\): move it away or restore a backup\n$/u);
  const away = { file: "", url: "postgres://me:secret@127.0.0.1:1/none" };
  expect(await run(away, ["backup", "a.backup"], folder)).toEqual({
    code: 1,
    output: "",
    errors: "the store cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n",
  });
});

async function fillStore(place: StorePlace): Promise<void> {
  const store = await openStore(place);
  const writes = Array.from({ length: 700 }, (_, at) => write(`k${at}`, { line: "漢字\0", at, original: long.sha256 }));
  await store.change(change({ writes, by: "7", subject: "词", contents: [long, content("")] }));
  await store.change(change({ id: "d", revision: 1, at: 1_760_000_000_000, writes: [write("l", 1), write("m", 2)] }));
  await store.change(change({ id: "e", revision: 2, writes: [write("k0", 3)] }));
  await store.change(change({ guild: "2", contents: [long] }));
  await store.markLeft("2", 1_760_000_000_001);
  await store.close();
}

async function allOf(place: StorePlace) {
  const store = await openStore(place);
  const guilds = (await store.guilds()).toSorted((one, other) => one.id.localeCompare(other.id));
  const states = await Promise.all(
    guilds.map(async ({ id }) => ({
      records: (await store.read(id)).records.toSorted((one, other) => one.key.localeCompare(other.key)),
      changes: await store.changes(id, 99),
      long: await store.readContent(id, long.sha256),
      empty: await store.readContent(id, content("").sha256),
    })),
  );
  await store.close();
  return { guilds, states };
}

async function run({ file, url }: StorePlace, words: readonly string[], directory: string) {
  return runInTerminal(words, { directory, environment: { YUANWEN_DATA: file, DATABASE_URL: url ?? "" } });
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
}

function packed(lines: readonly string[]): Buffer {
  return gzipSync(lines.map((line) => `${line}\n`).join(""));
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
