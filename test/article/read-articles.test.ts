import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ArticleError } from "../../src/article/article-error.ts";
import { readArticle, readArticles } from "../../src/article/read-articles.ts";

/** A folder with some files, removed when the test is over. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "yuanwen-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

async function problemOf(read: Promise<unknown>): Promise<string> {
  const error: unknown = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ArticleError);
  return error instanceof Error ? error.message : "";
}

describe("one article", () => {
  test("is read in the format its ending tells, with the metadata beside it", async () => {
    const folder = await folderWith({ "tea.md": "# Tea\n\nIt is *hot*.", "tea.json": '{"id":"hot-tea"}' });
    const { id, title, sections } = await readArticle(path.join(folder, "tea.md"));
    expect([id, title, sections[0]?.paragraphs[0]?.visible]).toEqual([
      "hot-tea",
      "Tea",
      [
        { start: 7, end: 13 },
        { start: 14, end: 17 },
        { start: 18, end: 19 },
      ],
    ]);
  });

  test("may end in capitals", async () => {
    const folder = await folderWith({ "TEA.TXT": "Tea is hot." });
    expect((await readArticle(path.join(folder, "TEA.TXT"))).id).toBe("TEA");
  });

  test.for([
    { name: "a missing file", file: "none.txt", problem: /none\.txt: does not exist or cannot be read \(ENOENT\)$/ },
    { name: "a folder", file: "folder.txt", problem: /folder\.txt: is no file$/ },
    {
      name: "another ending",
      file: "tea.csv",
      problem: /expected a name that ends in \.txt, \.text \(text\), /,
    },
    { name: "no ending", file: "tea", problem: /expected a name that ends in/ },
    {
      name: "too large a file",
      file: "large.txt",
      problem: /large\.txt: is too large: 200 bytes, at most 100 are read/,
    },
    { name: "a folder for metadata", file: "odd.txt", problem: /odd\.json: cannot be read \(EISDIR\)$/ },
  ])("is refused: $name", async ({ file, problem }) => {
    const folder = await folderWith({ "tea.csv": "x", tea: "x", "large.txt": "a".repeat(200), "odd.txt": "Odd." });
    await mkdir(path.join(folder, "folder.txt"));
    await mkdir(path.join(folder, "odd.json"));
    expect(await problemOf(readArticle(path.join(folder, file), 100))).toMatch(problem);
  });
});

describe("a folder of articles", () => {
  test("is read in the order of names, without READMEs, tables and other files", async () => {
    const folder = await folderWith({
      "b.txt": "B is a letter.",
      "a.md": "A is a letter.",
      "README.md": "No article.",
      "~$tea.docx": "\u0004Anna",
      "._tea.txt": "\0\u0005\u0016\u0007",
      ".#tea.md": "me@host.1234",
      ".hidden.txt": "Nothing for readers.",
      "b.synonyms.txt": "a, b\n",
      "a.json": "{}",
      "notes.csv": "x",
    });
    expect((await readArticles(folder)).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("can be spoken of by file names", async () => {
    const folder = await folderWith({ "a.txt": "A is a letter.", "a.json": '{"id":"other"}' });
    expect((await readArticles(folder, undefined, { idsFrom: "file-name" })).map(({ id }) => id)).toEqual(["a"]);
  });

  test.for([
    { name: "no article", files: { "a.csv": "x" }, problem: /holds no article; expected files that end in \.txt, / },
    {
      name: "two articles of one id",
      files: { "a.txt": "A is it.", "a.md": "A is it." },
      problem: /^a\.txt: has the id "a" of a\.md; ids must differ$/,
    },
    { name: "a bad article", files: { "a.txt": "A is it.", "b.txt": "" }, problem: /^b\.txt: is empty$/ },
  ])("is refused: $name", async ({ files, problem }) => {
    expect(await problemOf(readArticles(await folderWith({ ...files })))).toMatch(problem);
  });

  test("is refused where it is missing or a file", async () => {
    const folder = await folderWith({ "a.txt": "A is it." });
    expect(await problemOf(readArticles(path.join(folder, "none")))).toMatch(/none: does not exist/);
    expect(await problemOf(readArticles(path.join(folder, "a.txt")))).toMatch(/a\.txt: is no folder$/);
  });
});
