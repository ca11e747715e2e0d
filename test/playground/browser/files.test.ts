import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { answers, answerTo, ask, drop, field, quotesIn } from "../../support/playground-page.ts";

const notes = (name: string) => ({
  name,
  bytes: Buffer.from(
    "# Harbour notes\n\nThe old lighthouse was built in 1874.\n\n## Ferries\n\nThe last ferry leaves at half past nine.\n",
  ),
});

test.for([notes("harbour.md"), notes("harbour.txt")])("opens $name and answers from it", async (file, { page }) => {
  await drop(page, [file]);
  const preview = page.getByRole("dialog");
  await preview.waitFor();
  expect(await preview.textContent()).toContain("Harbour notes");
  expect(await preview.textContent()).toContain("The old lighthouse was built in 1874.");
  await preview.getByRole("button", { name: "Start asking" }).click();
  expect(await preview.isVisible()).toBe(false);
  // The message box has the focus by now.
  const answer = await answerTo(page, async () => {
    await expect.poll(() => field(page).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.type("/ask When was the lighthouse built?");
    // Enter would take a suggestion that comes just then.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  });
  expect(await quotesIn(answer)).toEqual(["The old lighthouse was built in 1874."]);
  expect(await page.getByRole("complementary").textContent()).toContain("The last ferry leaves at half past nine.");
});

test("says what is wrong with files that are no articles, and loses nothing", async ({ open }) => {
  const page = await open({ expected: [/status of 422/u] });
  await ask(page, "Llama是哪一年发布的");
  await field(page).fill("a draft");
  await drop(page, [
    { name: "empty.txt", bytes: Buffer.from("") },
    { name: "old.doc", bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
    { name: "binary.md", bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe, 0]) },
    { name: "paper.pdf", bytes: Buffer.from("%PDF-1.7") },
  ]);
  const refused = page.getByRole("alert").filter({ hasText: "could not be opened" });
  await expect.poll(() => refused.textContent()).toContain("4 files could not be opened");
  const problems = await refused.getByRole("listitem").allTextContents();
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["empty.txt", "old.doc", "binary.md", "paper.pdf"]);
  for (const problem of problems) {
    expect(problem.length).toBeGreaterThan(15);
    // The name is said once.
    expect(problem).not.toMatch(/^(\S+\.\S+) \1/u);
  }
  expect(await field(page).inputValue()).toBe("a draft");
  expect(await answers(page).count()).toBe(1);
  await refused.getByRole("button", { name: "Close" }).click();
  await field(page).fill("");
  expect((await quotesIn(await ask(page, "Llama是哪一年发布的"))).length).toBeGreaterThan(0);
});

test("goes on answering while a large file is read, shows how far it is, and gives it up when asked", async ({
  page,
}) => {
  const first = await ask(page, "Llama是哪一年发布的");
  const quotes = await quotesIn(first);
  const large = Array.from({ length: 60_000 }, (_, place) => `Line ${place} tells of harbour ${place * 7}.`);
  await drop(page, [{ name: "large.txt", bytes: Buffer.from(large.join("\n\n")) }]);
  const status = page.getByRole("status").filter({ hasText: "Reading large.txt" });
  await status.waitFor();
  expect(await quotesIn(await ask(page, "Llama是哪一年发布的"))).toEqual(quotes);
  const bar = status.getByRole("progressbar");
  await expect.poll(() => bar.getAttribute("value")).toEqual(expect.stringMatching(/^0\.\d/u));
  await status.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => page.getByText("Reading large.txt").count()).toBe(0);
  expect(await page.getByRole("dialog").isVisible()).toBe(false);
  expect(await quotesIn(await ask(page, "Llama是哪一年发布的"))).toEqual(quotes);
});
