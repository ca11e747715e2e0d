import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Change } from "../../src/community/change.ts";
import { openStore } from "../../src/store/open-store.ts";
import { UnusableStore } from "../../src/store/unusable-store.ts";
import { change, content as contentOf, write } from "./changes.ts";

const nobody = 65_534;
const empty = { revision: 0, records: [] };
const kept = { revision: 1, records: [{ kind: "words", key: "k", value: 1 }] };
const asked = change({ writes: [write("k", 1)] });

describe("a SQLite file", () => {
  test("is made by the first change, for nobody else to read", async () => {
    const file = path.join(newFolder(), "a", "b", "store.db");
    const store = await open(file);
    await store.read("1");
    await store.markLeft("1", 1);
    await store.sweep("1", 1);
    expect(existsSync(path.dirname(file))).toBe(false);
    await store.change(asked);
    const modes = [file, `${file}-wal`, path.dirname(file)].map((place) => statSync(place).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o700]);
  });

  test("is not opened again by what comes after its end", async () => {
    const file = path.join(newFolder(), "store.db");
    const store = await openStore({ file });
    await store.change(asked);
    await store.close();
    await expect(store.read("1")).rejects.toMatchObject({ problem: "unavailable" });
    await expect(store.change(asked)).rejects.toMatchObject({ problem: "unavailable" });
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test("is seen when another process makes it, takes it away or puts another in its place", async () => {
    const file = path.join(newFolder(), "store.db");
    const store = await open(file);
    expect(await store.read("1")).toEqual(empty);
    await makeWith(file, asked);
    expect(await store.read("1")).toEqual(kept);
    renameSync(file, `${file}.old`);
    expect(await store.read("1")).toEqual(empty);
    expect(await store.change(change({ id: "d", writes: [write("new", 2)] }))).toEqual({ kind: "made", revision: 1 });
    expect((await store.read("1")).records).toEqual([{ kind: "words", key: "new", value: 2 }]);
    const newer = change({ id: "e", writes: [write("newer", 3)] });
    await makeWith(`${file}.new`, newer);
    renameSync(`${file}.new`, file);
    expect((await store.read("1")).records).toEqual([{ kind: "words", key: "newer", value: 3 }]);
    expect(await store.change(newer)).toEqual({ kind: "repeated", revision: 1 });
  });

  test("is read where it may not be written, and written when it may again", async () => {
    const folder = newFolder();
    const file = path.join(folder, "store.db");
    const first = await open(file);
    await first.change(asked);
    await first.close();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    await asNobody(async () => {
      const store = await open(file);
      expect(await store.read("1")).toEqual(kept);
      const next = change({ id: "d", revision: 1 });
      await expect(store.change(next)).rejects.toMatchObject({ problem: "read-only" });
      chmodBack(folder, file);
      expect(await store.change(next)).toEqual({ kind: "made", revision: 2 });
    });
  });

  test("that cannot be made says why, and reads as empty", async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, "file"), "");
    const inTheWay = await open(path.join(folder, "file", "store.db"));
    await expect(inTheWay.change(asked)).rejects.toMatchObject({ problem: "unavailable" });
    chmodSync(folder, 0o555);
    await asNobody(async () => {
      const store = await open(path.join(folder, "new", "store.db"));
      expect(await store.read("1")).toEqual(empty);
      await expect(store.change(asked)).rejects.toMatchObject({ problem: "read-only" });
    });
  });

  test("that another process writes to is waited for while everything else goes on", async () => {
    const file = path.join(newFolder(), "store.db");
    const store = await open(file);
    await store.change(asked);
    const database = new DatabaseSync(file);
    database.exec("begin immediate");
    // The other process is done after so many turns of the event loop, which none would come to if it were held up.
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 50) database.exec("commit");
    }, 1);
    expect(await store.change(change({ id: "d", revision: 1 }))).toEqual({ kind: "made", revision: 2 });
    clearInterval(ticking);
    database.close();
    expect(ticks).toBeGreaterThanOrEqual(50);
  });

  test.for([
    {
      name: "is no database",
      content: "Not a database, and nothing to lose. ".repeat(200),
      says: "is broken or no database",
    },
    { name: "was cut off", content: "SQLite format 3\0 and no more", says: "is broken or no database" },
  ])("that $name is left alone", async ({ content, says }) => {
    const file = path.join(newFolder(), "store.db");
    writeFileSync(file, content);
    await expect(openStore({ file })).rejects.toThrow(says);
    expect(readFileSync(file, "utf8")).toBe(content);
  });

  test("has nothing of what was forgotten, nor its log", async () => {
    const file = path.join(newFolder(), "store.db");
    const store = await open(file);
    const naming = (at: number) =>
      Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]).indexOf(`word${at}`);
    await store.change(change({ writes: [write("k", "word1")] }));
    await store.change(change({ guild: "2", writes: [write("k", { by: "word2", line: "word3" })], by: "word2" }));
    expect([naming(1), naming(2), naming(3)].every((at) => at >= 0)).toBe(true);
    await store.forgetGuild("1");
    await store.forgetPerson("2", "word2");
    await store.change(change({ guild: "2", id: "d", revision: 1, writes: [write("k", { by: "", line: "word3" })] }));
    await store.forgetPerson("2", "word2");
    expect([naming(1), naming(2), naming(3) >= 0]).toEqual([-1, -1, true]);
  });

  test("gives nothing of a content that was damaged, until it is brought again", async () => {
    const file = path.join(newFolder(), "store.db");
    const store = await open(file);
    const [brought, other] = [contentOf("brought ".repeat(99)), contentOf("x")];
    await store.change(change({ contents: [brought, other] }));
    const held = async () => Promise.all([brought, other].map(({ sha256 }) => store.readContent("1", sha256)));
    const database = new DatabaseSync(file);
    database.exec(
      "update files set bytes = x'28b52ffd00' where packing = 'zstd'; update files set bytes = x'79' where packing = 'none'",
    );
    database.close();
    expect(await held()).toEqual([undefined, undefined]);
    await store.change(change({ id: "d", revision: 1, contents: [brought, other] }));
    expect(await held()).toEqual([brought.bytes, other.bytes]);
  });

  test("that breaks while it is open is told of, and left alone", async () => {
    const file = path.join(newFolder(), "store.db");
    const store = await open(file);
    await store.change(asked);
    renameSync(file, `${file}.old`);
    writeFileSync(file, "broken ".repeat(999));
    await expect(store.read("1")).rejects.toBeInstanceOf(UnusableStore);
    await expect(store.change(change({ id: "d", revision: 1 }))).rejects.toMatchObject({ problem: "unavailable" });
    expect(readFileSync(file, "utf8")).toBe("broken ".repeat(999));
  });

  test("on a full disk keeps what was confirmed, and takes more when there is room", async () => {
    const file = path.join(newFolder(), "store.db");
    const script = path.join(import.meta.dirname, "fill.ts");
    const child = spawn("bash", ["-c", `trap '' XFSZ; ulimit -f 300; exec "$0" "$@"`, process.execPath, script, file]);
    const lines = (await text(child.stdout)).trim().split("\n");
    const confirmed = lines.filter((line) => /^\d+$/u.test(line)).length;
    expect(lines.at(-1)).toBe("full");
    expect(confirmed).toBeGreaterThan(0);
    const store = await open(file);
    expect((await store.read("1")).records).toHaveLength(confirmed);
    const next = change({ id: "next", revision: confirmed });
    expect(await store.change(next)).toEqual({ kind: "made", revision: confirmed + 1 });
  });
});

async function open(file: string) {
  const store = await openStore({ file });
  onTestFinished(() => store.close());
  return store;
}

/** Makes a file as another process does that has ended since. */
async function makeWith(file: string, first: Change): Promise<void> {
  const store = await openStore({ file });
  await store.change(first);
  await store.close();
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = "";
  for await (const chunk of stream) all += String(chunk);
  return all;
}

/** To root nothing is read-only. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

function chmodBack(folder: string, file: string): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(0);
  chmodSync(folder, 0o777);
  chmodSync(file, 0o666);
  if (isRoot) process.seteuid?.(nobody);
}
