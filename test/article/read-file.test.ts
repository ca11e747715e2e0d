import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { readFile, readFileIfThere } from "../../src/article/read-file.ts";

/** Of every Unix. */
const makePipe = "mkfifo";

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), "yuanwen-file-"));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

test("reads all of a file, also of an empty one", async () => {
  const file = path.join(await folder(), "a.txt");
  await writeFile(file, "");
  expect(await readFile(file, 10)).toHaveLength(0);
  await writeFile(file, "0123456789");
  expect((await readFile(file, 10)).toString()).toBe("0123456789");
});

test.for([
  { name: "what is not there", file: "none.txt", problem: /none\.txt: cannot be read \(ENOENT\)$/u },
  { name: "a folder", file: "folder", problem: /folder: cannot be read \(EISDIR\)$/u },
  { name: "a link to itself", file: "loop.txt", problem: /loop\.txt: cannot be read \(ELOOP\)$/u },
  { name: "a link to nothing", file: "dangling.txt", problem: /dangling\.txt: cannot be read \(ENOENT\)$/u },
  { name: "a pipe, without waiting for whoever writes", file: "pipe.txt", problem: /pipe\.txt: is no file$/u },
  { name: "what is too large", file: "large.txt", problem: /large\.txt: is too large: 11 bytes, at most 10 are read/u },
])("refuses $name", async ({ file, problem }) => {
  const place = await folder();
  await mkdir(path.join(place, "folder"));
  await writeFile(path.join(place, "large.txt"), "0123456789a");
  await symlink("loop.txt", path.join(place, "loop.txt"));
  await symlink("none.txt", path.join(place, "dangling.txt"));
  execFileSync(makePipe, [path.join(place, "pipe.txt")]);
  await expect(readFile(path.join(place, file), 10)).rejects.toThrow(problem);
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0)("refuses what it may not read", async () => {
  const file = path.join(await folder(), "a.txt");
  await writeFile(file, "a");
  await chmod(file, 0);
  await expect(readFile(file, 10)).rejects.toThrow(/a\.txt: cannot be read \(EACCES\)$/u);
});

test("refuses what grows while it is read, and reads no more of it than was there", async () => {
  const file = path.join(await folder(), "log.txt");
  await writeFile(file, "a".repeat(1000));
  const state = { isOver: false };
  const reading = readFile(file, 1_000_000).finally(() => (state.isOver = true));
  reading.catch(() => {});
  while (!state.isOver) {
    appendFileSync(file, "a");
    await setImmediate();
  }
  await expect(reading).rejects.toThrow(/log\.txt: was changed while it was read/u);
});

test("takes what is not there for nothing where it need not be, and nothing else", async () => {
  const place = await folder();
  expect(await readFileIfThere(path.join(place, "none.json"), 10)).toBeUndefined();
  await expect(readFileIfThere(place, 10)).rejects.toThrow(/cannot be read \(EISDIR\)$/u);
});
