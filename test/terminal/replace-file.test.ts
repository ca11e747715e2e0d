import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { beginReplacement, fillReplacement, replaceFile } from "../../src/terminal/replace-file.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "yuanwen-replace-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const read = (...parts: string[]) => readFileSync(join(...parts), "utf8");

test.for([
  { name: "a file that is there", files: { "a.txt": "old" } },
  { name: "a file that is not there", files: {} },
  { name: "what a killed process left", files: { "a.txt.partial": "half of it and more" } },
])("replaces $name", async ({ files }) => {
  const folder = folderWith({ ...files });
  await replaceFile("a.txt", folder, "new");
  expect(read(folder, "a.txt")).toBe("new");
  expect(readdirSync(folder)).toEqual(["a.txt"]);
});

test("leaves the old file as it was until the new one is whole", async () => {
  const folder = folderWith({ "a.txt": "old" });
  const replacement = await beginReplacement("a.txt", folder);
  await replacement.write("half");
  // A process that is killed here leaves just this.
  expect([read(folder, "a.txt"), read(folder, "a.txt.partial")]).toEqual(["old", "half"]);
  await replacement.write(" and half");
  await replacement.finish();
  expect(read(folder, "a.txt")).toBe("half and half");
});

test("leaves nothing but the old file where the new one fails", async () => {
  const folder = folderWith({ "a.txt": "old" });
  const filling = fillReplacement(await beginReplacement("a.txt", folder), async ({ write }) => {
    await write("half");
    throw new Error("no more");
  });
  await expect(filling).rejects.toThrow("no more");
  expect(read(folder, "a.txt")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a.txt"]);
});

test("writes through a link", async () => {
  const folder = folderWith({ "a.txt": "old" });
  symlinkSync("a.txt", join(folder, "link.txt"));
  await replaceFile("link.txt", folder, "new");
  expect(read(folder, "a.txt")).toBe("new");
  expect(readdirSync(folder).toSorted()).toEqual(["a.txt", "link.txt"]);
});

test.for([
  { name: "there is no such folder", place: "none/a.txt", problem: /^none\/a\.txt: cannot be written \(ENOENT\)$/u },
  { name: "it is a folder", place: "folder", problem: /^folder: cannot be written \(EISDIR\)$/u },
])("says in one line that it cannot write where $name", async ({ place, problem }) => {
  const folder = folderWith({});
  mkdirSync(join(folder, "folder"));
  await expect(replaceFile(place, folder, "new")).rejects.toThrow(problem);
});

test.skipIf(!existsSync("/dev/full"))(
  "says in one line that the disk is full, and writes into what is no file",
  async () => {
    await expect(replaceFile("/dev/full", "/", "new")).rejects.toThrow(/^\/dev\/full: cannot be written \(ENOSPC\)$/u);
    await replaceFile("/dev/null", "/", "new");
    expect(existsSync("/dev/null.partial")).toBe(false);
  },
);
